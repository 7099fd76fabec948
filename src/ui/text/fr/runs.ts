import type { runTexts as english } from '../en-runs.ts';
import { many } from './words.ts';

export const runTexts: typeof english = {
  generateQueue: 'Ajouter à la file d’attente',
  queueTitle: 'File d’attente',
  queueCount: (p: { count: number }) =>
    many(p.count, 'exécution en attente ou en cours', 'exécutions en attente ou en cours'),
  queueHold: 'Suspendre la file d’attente',
  queueGoOn: 'Reprendre la file d’attente',
  queueIsHeld: 'La file d’attente est suspendue : aucune autre exécution ne commence.',
  queueDone: 'Fait',
  queueTime: 'Écoulé',
  queueRemaining: 'Reste environ',
  queueElsewhere: 'dans un autre onglet',
  queueEarlier: (p: { name: string }) => `Plus tôt : ${p.name}`,
  queueLater: (p: { name: string }) => `Plus tard : ${p.name}`,
  queuePause: (p: { name: string }) => `Suspendre : ${p.name}`,
  queueResume: (p: { name: string }) => `Reprendre : ${p.name}`,
  queueStop: (p: { name: string }) => `Arrêter et garder le meilleur : ${p.name}`,
  queueRemove: (p: { name: string }) => `Retirer de la file d’attente : ${p.name}`,
  queueBackground:
    'Les exécutions continuent pendant que vous travaillez ailleurs. Le navigateur peut ralentir ou geler un onglet en arrière-plan pour économiser l’énergie, et une machine en veille ne fait rien : laissez l’onglet visible pour la pleine vitesse. Un onglet fait avancer les exécutions ; si vous le fermez, un autre onglet ouvert prend le relais.',
  tellAtEnd: 'M’avertir quand une exécution est terminée',
  tellDenied: 'Le navigateur n’autorise pas les notifications de cette page ; le titre de l’onglet l’indique.',
  knownTitle: 'Vous avez déjà ce résultat.',
  knownExact:
    'Les mêmes données, les mêmes réglages et la même graine ont déjà été exécutés, et redonneraient le même emploi du temps.',
  knownByClock:
    'Les mêmes données, les mêmes réglages et la même graine ont déjà été exécutés. Cette exécution suivait l’horloge ; la refaire peut donner un emploi du temps un peu différent.',
  knownOpen: 'L’ouvrir',
  knownAgain: 'Exécuter de nouveau',
  runPercent: (p: { percent: string }) => `${p.percent} fait`,
  runWaiting: 'Elle commencera quand son tour viendra.',
  runRetry: 'Réessayer',
  runNotStored: (p: { cause: string }) =>
    `Cette exécution ne peut pas être enregistrée : ${p.cause} Elle continue en mémoire ; enregistrez son emploi du temps dans un fichier quand elle sera terminée.`,
  runSaveFile: 'Enregistrer l’emploi du temps dans un fichier',
  runSaveEvidence: 'Enregistrer la preuve avec le projet',
  logRetried: (p: { generation: number }) =>
    `Un processus de calcul a été perdu ; tous reprennent à la génération ${p.generation}`,
  log_queued: 'Ajoutée à la file d’attente',
  log_reseeded: 'Son point de reprise est d’une autre version : elle repart à neuf de son meilleur emploi du temps',
  log_paused: 'Suspendue',
  log_continued: 'Reprise',
  log_stopping: 'Arrêt au prochain point sûr',
  log_interrupted: 'Interrompue',
  log_placed: 'Chaque séance a sa place',
  log_slept: 'La machine était en veille ; ce temps ne compte pas',
  runSave: 'Enregistrer l’exécution',
  runSaveHint:
    'Un fichier avec le projet, les réglages et l’état de la recherche : l’exécution se poursuit avec lui dans un autre navigateur ou en ligne de commande.',
  runFileTitle: 'Une exécution dans un fichier',
  runFileOf: (p: { name: string; project: string; events: string }) =>
    `${p.name} : une exécution de « ${p.project} » (${p.events} séances)`,
  runFileReached: 'Avancement',
  runFileGenerations: (p: { generation: string; of: string }) => `génération ${p.generation} sur ${p.of}`,
  runFileExact: 'Enregistrée par la même version du moteur : elle reprend exactement là où elle en était.',
  runFileReseeded:
    'Enregistrée par une autre version du moteur : elle repart à neuf de son meilleur emploi du temps, avec le temps qui reste.',
  runFileFresh: 'Enregistrée avant d’avoir rien trouvé : elle commence au début.',
  runFileOver: 'Elle est arrivée à son terme : il ne reste rien à poursuivre.',
  runFileHere: (p: { name: string }) => `Son projet est déjà ici : « ${p.name} ».`,
  runFileNew: 'Son projet n’est pas encore ici et sera ajouté.',
  runFileContinue: 'Poursuivre',
  runFileProject: 'Ouvrir seulement le projet',
  runFileTimetable: 'Ajouter seulement son emploi du temps',
};
