import type { sideBySideTexts as english } from '../en-side-by-side.ts';
import { one } from '../plural.ts';

export const sideBySideTexts: typeof english = {
  variantsTitle: 'Mehrere Varianten',
  variantsHint:
    'Ein Lauf für jede davon, einer nach dem anderen; danach werden die Stundenpläne nebeneinander verglichen.',
  variantsStart: (p: { count: number }) => `${one(p.count, 'Variante', 'Varianten')} erzeugen`,
  variantsCompare: 'Stundenpläne nebeneinander vergleichen',
  besideTitle: 'Nebeneinander',
  besideNeedsTwo: 'Bevor es zwei Stundenpläne gibt, ist nichts zu vergleichen.',
  besideJudging: 'Jeder Stundenplan wird nach jeder Regel bewertet …',
  besideChoose: 'Stundenpläne',
  besideMost: (p: { most: number }) => `Höchstens ${p.most} nebeneinander.`,
  besideRank: 'Rang',
  besideRecommended: 'Empfohlen',
  besideAdopted: 'gewählt',
  besideAdopt: 'Diesen wählen',
  besideAdoptThis: (p: { name: string }) => `„${p.name}“ wählen`,
  besideAdoptedNow: (p: { name: string }) => `„${p.name}“ ist der Stundenplan, der von jetzt an gezeigt wird.`,
  besideRead: 'Lesen',
  besideMark: (p: { name: string }) => `„${p.name}“ markieren`,
  besideDiscard: (p: { count: number }) =>
    p.count === 0
      ? 'Markierte Stundenpläne löschen'
      : `${one(p.count, 'markierten Stundenplan', 'markierte Stundenpläne')} löschen`,
  besideDiscarded: (p: { count: number }) => `${one(p.count, 'Stundenplan', 'Stundenpläne')} gelöscht.`,
  besideMarkOthers: 'Alle außer dem empfohlenen markieren',
  besideMeasure: 'Weniger ist besser',
  besideBest: 'bester Wert',
  besideBase: 'Tage werden verglichen mit',
  besideGroup_score: 'Bewertung, nach den Gewichten des Projekts',
  besideGroup_people: 'Personen',
  besideGroup_rules: 'Regeln',
  beside_unplaced: 'Nicht gesetzt',
  beside_hard: 'Hart',
  beside_soft: 'Weich',
  beside_groupWishes: 'Gruppen mit etwas Unerfülltem',
  beside_groupDays: 'Gruppen an anderen Tagen',
  beside_groupGaps: 'Lücken von Gruppen in der Woche',
  beside_instructorWishes: 'Lehrkräfte mit etwas Unerfülltem',
  beside_instructorDays: 'Lehrkräfte an anderen Tagen',
  beside_instructorGaps: 'Lücken von Lehrkräften in der Woche',
  besideReason_only: 'Er ist der einzige, der verglichen wird.',
  besideReason_unplaced: (p: { less: number; over: string }) =>
    `Er lässt ${one(p.less, 'Veranstaltung', 'Veranstaltungen')} weniger ungesetzt als „${p.over}“.`,
  besideReason_hard: (p: { less: number; over: string }) =>
    `Er verletzt harte Regeln ${p.less === 1 ? 'einmal' : `${p.less}-mal`} weniger als „${p.over}“.`,
  besideReason_soft: (p: { less: number; over: string }) =>
    `Kein anderer der verglichenen ist günstiger: Der nächste, „${p.over}“, kostet ${p.less} mehr.`,
  besideReason_people: (p: { better: number; worse: number; of: number; less: number; over: string }) =>
    `Für ${p.better} von ${p.of} Gruppen und Lehrkräften ist er besser als „${p.over}“, für ${p.worse} schlechter; er kostet ${p.less} mehr, und das sind höchstens 5 %.`,
  besideReason_equal: (p: { over: string }) =>
    `Er ist so viel wert wie „${p.over}“ und steht in dieser Liste weiter vorn.`,
  besideRule:
    'Regel: die wenigsten ungesetzten Veranstaltungen, dann die wenigsten harten Fehler, dann die niedrigsten weichen Kosten nach den Gewichten des Projekts; es sei denn, ein anderer, der ebenso fehlerfrei ist, kommt mehr als der Hälfte aller Gruppen und Lehrkräfte besser entgegen, bei höchstens 5 % höheren weichen Kosten.',
};
