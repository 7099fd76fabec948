import type { sideBySideTexts as english } from '../en-side-by-side.ts';
import { isSingular, many } from './words.ts';

export const sideBySideTexts: typeof english = {
  variantsTitle: 'Plusieurs variantes',
  variantsHint:
    'Une exécution pour chacune d’elles, l’une après l’autre ; les emplois du temps sont ensuite comparés côte à côte.',
  variantsStart: (p: { count: number }) => `Générer ${many(p.count, 'variante', 'variantes')}`,
  variantsCompare: 'Comparer les emplois du temps côte à côte',
  besideTitle: 'Côte à côte',
  besideNeedsTwo: 'Il n’y a rien à comparer avant qu’il y ait deux emplois du temps.',
  besideJudging: 'Évaluation de chaque emploi du temps selon chaque règle…',
  besideChoose: 'Emplois du temps',
  besideMost: (p: { most: number }) => `Au plus ${p.most} côte à côte.`,
  besideRank: 'Rang',
  besideRecommended: 'Recommandé',
  besideAdopted: 'retenu',
  besideAdopt: 'Retenir celui-ci',
  besideAdoptThis: (p: { name: string }) => `Retenir « ${p.name} »`,
  besideAdoptedNow: (p: { name: string }) => `« ${p.name} » est désormais l’emploi du temps affiché.`,
  besideRead: 'Lire',
  besideMark: (p: { name: string }) => `Marquer « ${p.name} »`,
  besideDiscard: (p: { count: number }) =>
    p.count === 0
      ? 'Supprimer les emplois du temps marqués'
      : `Supprimer ${many(p.count, 'emploi du temps marqué', 'emplois du temps marqués')}`,
  besideDiscarded: (p: { count: number }) =>
    `${many(p.count, 'emploi du temps supprimé', 'emplois du temps supprimés')}.`,
  besideMarkOthers: 'Marquer tous sauf celui qui est recommandé',
  besideMeasure: 'Moins, c’est mieux',
  besideBest: 'meilleur',
  besideBase: 'Les jours sont comparés avec',
  besideGroup_score: 'Score, selon les poids du projet',
  besideGroup_people: 'Personnes',
  besideGroup_rules: 'Règles',
  beside_unplaced: 'Non placées',
  beside_hard: 'Strict',
  beside_soft: 'Souple',
  beside_groupWishes: 'Groupes non entièrement satisfaits',
  beside_groupDays: 'Groupes à d’autres jours',
  beside_groupGaps: 'Trous des groupes par semaine',
  beside_instructorWishes: 'Enseignants non entièrement satisfaits',
  beside_instructorDays: 'Enseignants à d’autres jours',
  beside_instructorGaps: 'Trous des enseignants par semaine',
  besideReason_only: 'C’est le seul comparé.',
  besideReason_unplaced: (p: { less: number; over: string }) =>
    `Il laisse ${many(p.less, 'séance', 'séances')} non ${isSingular(p.less) ? 'placée' : 'placées'} de moins que « ${p.over} ».`,
  besideReason_hard: (p: { less: number; over: string }) =>
    `Il enfreint des règles strictes ${p.less === 1 ? 'une' : p.less} fois de moins que « ${p.over} ».`,
  besideReason_soft: (p: { less: number; over: string }) =>
    `Parmi ceux comparés, aucun autre ne coûte moins : le suivant, « ${p.over} », coûte ${p.less} de plus.`,
  besideReason_people: (p: { better: number; worse: number; of: number; less: number; over: string }) =>
    `Sur ${many(p.of, 'groupe ou enseignant', 'groupes et enseignants')}, ${p.better} ${isSingular(p.better) ? 'est mieux servi' : 'sont mieux servis'} qu’avec « ${p.over} », ${p.worse} moins bien ; il coûte ${p.less} de plus, soit au plus 5 %.`,
  besideReason_equal: (p: { over: string }) => `Il vaut autant que « ${p.over} », et vient avant lui dans cette liste.`,
  besideRule:
    'Règle : le moins de séances non placées, puis le moins d’infractions strictes, puis le coût souple le plus bas selon les poids du projet ; sauf si un autre, aussi solide, convient mieux à plus de la moitié de tous les groupes et enseignants, pour un coût souple supérieur de 5 % au plus.',
};
