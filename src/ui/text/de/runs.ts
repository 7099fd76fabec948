import type { runTexts as english } from '../en-runs.ts';

export const runTexts: typeof english = {
  generateQueue: 'In die Warteschlange',
  queueTitle: 'Warteschlange',
  queueCount: (p: { count: number }) =>
    p.count === 1 ? '1 Lauf wartet oder läuft' : `${p.count} Läufe warten oder laufen`,
  queueHold: 'Warteschlange anhalten',
  queueGoOn: 'Warteschlange fortsetzen',
  queueIsHeld: 'Die Warteschlange ist angehalten: Kein weiterer Lauf beginnt.',
  queueDone: 'Getan',
  queueTime: 'Vergangen',
  queueRemaining: 'Noch etwa',
  queueElsewhere: 'in einem anderen Tab',
  queueEarlier: (p: { name: string }) => `Früher: ${p.name}`,
  queueLater: (p: { name: string }) => `Später: ${p.name}`,
  queuePause: (p: { name: string }) => `Anhalten: ${p.name}`,
  queueResume: (p: { name: string }) => `Fortsetzen: ${p.name}`,
  queueStop: (p: { name: string }) => `Beenden und das Beste behalten: ${p.name}`,
  queueRemove: (p: { name: string }) => `Aus der Warteschlange entfernen: ${p.name}`,
  queueBackground:
    'Läufe gehen weiter, während Sie anderswo arbeiten. Einen Tab im Hintergrund kann der Browser bremsen oder einfrieren, um Strom zu sparen, und ein Rechner im Ruhezustand tut nichts: Lassen Sie den Tab für die volle Geschwindigkeit sichtbar. Ein Tab führt die Läufe aus; schließen Sie ihn, übernimmt ein anderer offener Tab.',
  tellAtEnd: 'Mir melden, wenn ein Lauf endet',
  tellDenied: 'Der Browser erlaubt keine Benachrichtigungen dieser Seite; der Titel des Tabs zeigt es.',
  knownTitle: 'Dieses Ergebnis haben Sie schon.',
  knownExact:
    'Ein Lauf mit denselben Daten, Einstellungen und derselben Startzahl war schon da und gäbe wieder denselben Stundenplan.',
  knownByClock:
    'Ein Lauf mit denselben Daten, Einstellungen und derselben Startzahl war schon da. Er ging nach der Uhr; noch einmal ausgeführt, kann er einen etwas anderen Stundenplan geben.',
  knownOpen: 'Öffnen',
  knownAgain: 'Noch einmal ausführen',
  runPercent: (p: { percent: string }) => `${p.percent} getan`,
  runWaiting: 'Er beginnt, wenn er an der Reihe ist.',
  runRetry: 'Noch einmal versuchen',
  runNotStored: (p: { cause: string }) =>
    `Dieser Lauf kann nicht gespeichert werden: ${p.cause} Er geht im Arbeitsspeicher weiter; speichern Sie seinen Stundenplan als Datei, wenn er zu Ende ist.`,
  runSaveFile: 'Stundenplan als Datei speichern',
  runSaveEvidence: 'Beleg mit Projekt speichern',
  logRetried: (p: { generation: number }) =>
    `Ein Arbeitsprozess ging verloren; alle machen ab Generation ${p.generation} weiter`,
  log_queued: 'In die Warteschlange gestellt',
  log_reseeded: 'Sein Sicherungspunkt ist von einer anderen Version: Er beginnt neu mit seinem besten Stundenplan',
  log_paused: 'Angehalten',
  log_continued: 'Geht weiter',
  log_stopping: 'Endet an der nächsten sicheren Stelle',
  log_interrupted: 'Unterbrochen',
  log_placed: 'Jede Veranstaltung hat ihren Platz',
  log_slept: 'Der Rechner war im Ruhezustand; diese Zeit zählt nicht',
  runSave: 'Lauf speichern',
  runSaveHint:
    'Eine Datei mit dem Projekt, den Einstellungen und dem Stand der Suche: Der Lauf geht damit in einem anderen Browser oder auf der Befehlszeile weiter.',
  runFileTitle: 'Ein Lauf in einer Datei',
  runFileOf: (p: { name: string; project: string; events: string }) =>
    `${p.name}: ein Lauf von „${p.project}“ (${p.events} Veranstaltungen)`,
  runFileReached: 'Erreicht',
  runFileGenerations: (p: { generation: string; of: string }) => `Generation ${p.generation} von ${p.of}`,
  runFileExact: 'Dieselbe Version des Rechenkerns hat ihn gespeichert: Er geht genau dort weiter, wo er stand.',
  runFileReseeded:
    'Eine andere Version des Rechenkerns hat ihn gespeichert: Er beginnt neu mit seinem besten Stundenplan und der Zeit, die übrig ist.',
  runFileFresh: 'Er wurde gespeichert, bevor etwas gefunden war: Er beginnt von vorn.',
  runFileOver: 'Er ist an seinem Ende angelangt: Es ist nichts übrig, womit er weitergehen könnte.',
  runFileHere: (p: { name: string }) => `Sein Projekt ist schon hier: „${p.name}“.`,
  runFileNew: 'Sein Projekt ist noch nicht hier und wird hinzugefügt.',
  runFileContinue: 'Fortsetzen',
  runFileProject: 'Nur das Projekt öffnen',
  runFileTimetable: 'Nur seinen Stundenplan hinzufügen',
};
