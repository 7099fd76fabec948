import type { trustTexts as english } from '../en-trust.ts';
import { one } from '../plural.ts';

export const trustTexts: typeof english = {
  backupTitle: 'Sicherung',
  backupHint:
    'Eine Datei mit allen Projekten, ihren Stundenplänen, Versionen, ihrem Verlauf und ihren Läufen. Was sie zurückbringt, kommt zu dem hinzu, was da ist; nichts wird ersetzt.',
  backupSave: 'Sicherung speichern',
  backupSaving: 'Wird gespeichert …',
  backupRestore: 'Sicherung zurückholen …',
  backupLast: 'Letzte Sicherung',
  backupNever: 'nie',
  backupUnsaved: 'Änderungen, die noch in keiner Datei sind',
  backupFile: 'Wird von selbst geschrieben nach',
  backupFileWaits: 'Gewählte Datei, wird zurzeit nicht geschrieben',
  backupAgain: 'Noch einmal',
  backupDenied: 'Der Browser erlaubt dieser Seite nicht, in die Datei zu schreiben.',
  backupGone: 'Die Datei oder ihr Ordner ist nicht mehr da.',
  backupFull: 'Die Platte ist voll.',
  backupInUse: 'Ein anderes Programm benutzt die Datei.',
  backupFileChoose: 'Eine Datei aktuell halten …',
  backupFileStop: 'Diese Datei nicht mehr schreiben',
  backupFileHint:
    'Die Datei wird einige Minuten nach einer Änderung geschrieben, solange der Browser diese Seite darauf schreiben lässt.',
  backupSaved: (p: { name: string; projects: number }) =>
    `${one(p.projects, 'Projekt', 'Projekte')} als ${p.name} gespeichert.`,
  backupFailed: (p: { cause: string }) => `Die Sicherung konnte nicht geschrieben werden: ${p.cause}`,
  backupReminder: (p: { edits: number }) =>
    `${one(p.edits, 'Änderung ist', 'Änderungen sind')} nur in diesem Browser. Sicherung speichern?`,
  backupAllow: (p: { name: string }) =>
    `Der Browser muss erneut gefragt werden, bevor ${p.name} aktuell gehalten wird.`,
  backupAllowButton: 'Erlauben',
  restoreTitle: 'Sicherung zurückholen',
  restoreReading: 'Wird gelesen …',
  restoreOf: (p: { name: string; when: string }) => `${p.name}, gespeichert ${p.when}`,
  restoreProject: 'Projekt',
  restoreContents: 'Inhalt',
  restoreCounts: (p: { events: number; timetables: number; versions: number; steps: number }) =>
    [
      one(p.events, 'Veranstaltung', 'Veranstaltungen'),
      one(p.timetables, 'Stundenplan', 'Stundenpläne'),
      one(p.versions, 'Version', 'Versionen'),
      one(p.steps, 'Änderung', 'Änderungen'),
    ].join(', '),
  restoreChanged: 'Letzte Änderung',
  restoreWhat: 'Was geschieht',
  restoreVerdict_new: 'kommt hinzu',
  restoreVerdict_other: 'kommt neben dem hinzu, das da ist',
  restoreHereNewer: (p: { when: string }) => `Das hier ist neuer: zuletzt geändert ${p.when}.`,
  restoreHereOlder: (p: { when: string }) => `Das hier ist älter: zuletzt geändert ${p.when}.`,
  restoreInPlace: (p: { name: string }) => `tritt an seine Stelle; das hier bleibt als ${p.name}`,
  restoreVerdict_equal: 'ist schon da',
  restoreVerdict_damaged: 'lässt sich nicht öffnen',
  restoreNothing: 'Alles in dieser Sicherung ist schon da.',
  restoreEmpty: 'In dieser Sicherung ist kein Projekt.',
  restoreAdd: (p: { count: number }) => `${one(p.count, 'Projekt', 'Projekte')} hinzufügen`,
  restoreAdded: (p: { count: number }) => `${one(p.count, 'Projekt wurde', 'Projekte wurden')} hinzugefügt.`,
};
