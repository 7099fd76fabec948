import type { recoveryTexts as english } from '../en-recovery.ts';

export const recoveryTexts: typeof english = {
  repairTitle: 'Speicher reparieren',
  repairProjectTitle: 'Ein Projekt reparieren',
  repairUnreadable: 'Ihre Projekte lassen sich nicht öffnen',
  repairUnreadableHint:
    'Sie sind in diesem Browser, aber er kann sie so nicht öffnen. Es wurde nichts verändert. Speichern Sie zuerst, was sich lesen lässt, und wählen Sie dann, wie es weitergeht.',
  repairLink: 'Alles Gespeicherte prüfen und reparieren',
  repairReading: 'Jede Zeile wird gelesen und geprüft …',
  repairFound: 'Was gefunden wurde',
  repairDone: 'Was getan wurde',
  repairNothing: 'Jede Zeile hat ihre Prüfung bestanden.',
  repairKind: 'Zeilen von',
  repairRows: 'Zeilen',
  repairMended: 'Wiederhergestellt',
  repairSetAside: 'Beiseitegelegt',
  repairNewer: 'Von einer neueren Version',
  repairOther: 'Einstellungen und anderes',
  repairProject: 'Projekt',
  repairWhat: 'Nach der Reparatur',
  repairOutcome_mended: 'lässt sich wieder öffnen',
  repairOutcome_lost: 'lässt sich nicht mehr öffnen; seine Zeilen stehen nur noch in der Rohdatei',
  repairOutcome_newer: 'wurde von einer neueren Version gespeichert und bleibt unberührt',
  repairSaveTitle: 'Alles roh speichern',
  repairSaveHint:
    'Eine Datei mit jeder Zeile, die sich noch lesen lässt, so wie sie daliegt. „Sicherung zurückholen“ nimmt daraus, was sich öffnen lässt.',
  repairSave: 'Rohdatei speichern',
  repairSaving: 'Wird gespeichert …',
  repairSaved: (p: { name: string; rows: number }) => `Gespeichert als ${p.name}. Zeilen darin: ${p.rows}.`,
  repairUnsaved: (p: { rows: number }) =>
    `Zeilen, die sich nicht lesen ließen und in der Datei genannt sind: ${p.rows}.`,
  repairHint:
    'Zeilen, die ihre Prüfung bestehen, bleiben. Die anderen kommen zuerst in die Rohdatei, falls das noch nicht geschehen ist; dann werden sie aus Versionen und Verlauf wiederhergestellt oder entfernt.',
  repairMoveHint: 'Alles Gute wird in einen neuen Speicher geschrieben. Der alte bleibt in diesem Browser, wie er ist.',
  repairButton: 'Reparieren',
  repairBusy: 'Wird repariert …',
  repairOpen: 'Projekte öffnen',
  repairNewTitle: 'Neu anfangen',
  repairNewHint: 'Beginnt mit nichts. Der alte Speicher bleibt in diesem Browser, wie er ist.',
  repairNewConfirm: 'Neu anfangen, obwohl keine Rohdatei gespeichert wurde',
  repairMemoryTitle: 'Ohne Speichern weitermachen',
  repairMemoryHint:
    'Nichts Gespeichertes wird berührt. Was Sie tun, ist weg, wenn dieser Tab geschlossen wird, außer Sie speichern Dateien.',
  repairFormer: 'Zurückgelassener Speicher',
  repairFormerHint: 'Von einer früheren Reparatur aufgehoben. Entfernen Sie ihn, wenn Ihnen nichts fehlt.',
  repairRemove: 'Endgültig entfernen',
};
