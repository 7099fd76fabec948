import type { runHistoryTexts as english } from '../en-run-history.ts';
import { isSingular, many } from './words.ts';

const end = (count: number) => (isSingular(count) ? '' : 's');
const theirs = (count: number) => (isSingular(count) ? 'son emploi du temps reste' : 'leurs emplois du temps restent');

export const runHistoryTexts: typeof english = {
  runHistoryTitle: 'Exécutions',
  runHistoryAllTitle: 'Exécutions de tous les projets',
  runHistoryAll: 'Exécutions de tous les projets',
  runHistoryOfProject: 'Toutes les exécutions de ce projet',
  runHistoryNone: 'Aucune exécution pour le moment.',
  runHistoryFiltered: 'Aucune exécution ne passe ce filtre.',
  runHistoryCount: (p: { shown: string; all: string }) =>
    `${p.shown} ${/^[01]$/.test(p.shown) ? 'exécution' : 'exécutions'}${p.shown === p.all ? '' : ` sur ${p.all}`}`,
  runHistoryClear: 'Tout afficher',
  runFilterProject: 'Projet',
  runFilterState: 'État',
  runFilterReason: 'Raison de la fin',
  runFilterVariant: 'Priorité',
  runFilterPeriod: 'Période',
  runFilterResult: 'Résultat',
  runFilterAny: 'indifférent',
  runPeriod_day: 'dernières 24 heures',
  runPeriod_week: '7 derniers jours',
  runPeriod_month: '30 derniers jours',
  runResult_feasible: 'aucune règle stricte enfreinte',
  runResult_broken: 'règles strictes enfreintes',
  runResult_none: 'pas d’emploi du temps',
  runReason_generations: 'menée à son terme',
  runReason_timeLimit: 'durée limite',
  runReason_target: 'objectif atteint',
  runReason_stagnation: 'aucun progrès',
  runReason_stopped: 'arrêtée, le meilleur gardé',
  runReason_cancelled: 'abandonnée',
  runReason_failed: 'échouée',
  runColumn_created: 'Demandée',
  runColumn_state: 'État',
  runColumn_result: 'Résultat',
  runColumn_variant: 'Priorité',
  runColumn_seconds: 'Durée',
  runColumn_moves: 'Mouvements',
  runColumn_seed: 'Graine',
  runActions: 'Actions',
  runMark: (p: { when: string }) => `Marquer l’exécution de ${p.when}`,
  runMarkAll: 'Marquer toutes celles qui sont affichées',
  runRepeat: 'Répéter…',
  runRepeatHint: 'Ouvre Générer avec ces réglages, à modifier ou à exécuter de nouveau.',
  runRead: 'Lire',
  runRemove: 'Supprimer',
  runsRemoveMarked: (p: { count: number }) =>
    p.count === 0
      ? 'Supprimer les exécutions marquées'
      : `Supprimer ${many(p.count, 'exécution marquée', 'exécutions marquées')}`,
  runsRemoved: (p: { count: number }) =>
    `${many(p.count, 'exécution', 'exécutions')} supprimée${end(p.count)} ; ${theirs(p.count)}.`,
  runsExpired: (p: { count: number }) =>
    `${many(p.count, 'ancienne exécution', 'anciennes exécutions')} retirée${end(p.count)} ; ${theirs(p.count)}.`,
  runRetention: 'Garder les exécutions',
  runRetentionDays: (p: { days: number }) => many(p.days, 'jour', 'jours'),
  runRetentionAlways: 'toujours',
  runRetentionHint:
    'La trace d’une exécution reste aussi longtemps que son emploi du temps. Cela ne retire jamais d’emploi du temps.',
  runRepeated: 'Voici les réglages de cette exécution. Changez ce que vous voulez.',
};
