import type { trustTexts as english } from '../en-trust.ts';
import { isSingular, many } from './words.ts';

export const trustTexts: typeof english = {
  backupTitle: 'Sauvegarde',
  backupHint:
    'Un fichier avec tous les projets, leurs emplois du temps, versions, historique et exécutions. Ce qu’il ramène s’ajoute à ce qui est là ; rien n’est remplacé.',
  backupSave: 'Enregistrer une sauvegarde',
  backupSaving: 'Enregistrement…',
  backupRestore: 'Restaurer une sauvegarde…',
  backupLast: 'Dernière sauvegarde',
  backupNever: 'jamais',
  backupUnsaved: 'Modifications encore dans aucun fichier',
  backupFile: 'Écrit automatiquement dans',
  backupFileWaits: 'Fichier choisi, pas écrit en ce moment',
  backupAgain: 'Réessayer',
  backupDenied: 'Le navigateur n’autorise pas cette page à écrire dans le fichier.',
  backupGone: 'Le fichier ou son dossier n’existe plus.',
  backupFull: 'Le disque est plein.',
  backupInUse: 'Un autre programme utilise le fichier.',
  backupFileChoose: 'Tenir un fichier à jour…',
  backupFileStop: 'Ne plus écrire ce fichier',
  backupFileHint:
    'Le fichier est écrit quelques minutes après une modification, tant que le navigateur permet à cette page d’y écrire.',
  backupSaved: (p: { name: string; projects: number }) =>
    `${many(p.projects, 'projet enregistré', 'projets enregistrés')} sous ${p.name}.`,
  backupFailed: (p: { cause: string }) => `La sauvegarde n’a pas pu être écrite : ${p.cause}`,
  backupReminder: (p: { edits: number }) =>
    `${many(p.edits, 'modification n’est', 'modifications ne sont')} que dans ce navigateur. Enregistrer une sauvegarde ?`,
  backupAllow: (p: { name: string }) => `Il faut redemander au navigateur avant que ${p.name} soit tenu à jour.`,
  backupAllowButton: 'Autoriser',
  restoreTitle: 'Restaurer une sauvegarde',
  restoreReading: 'Lecture…',
  restoreOf: (p: { name: string; when: string }) => `${p.name}, enregistrée ${p.when}`,
  restoreProject: 'Projet',
  restoreContents: 'Contenu',
  restoreCounts: (p: { events: number; timetables: number; versions: number; steps: number }) =>
    [
      many(p.events, 'séance', 'séances'),
      many(p.timetables, 'emploi du temps', 'emplois du temps'),
      many(p.versions, 'version', 'versions'),
      many(p.steps, 'modification', 'modifications'),
    ].join(', '),
  restoreChanged: 'Dernière modification',
  restoreWhat: 'Ce qui se passe',
  restoreVerdict_new: 'est ajouté',
  restoreVerdict_other: 'est ajouté à côté de celui qui est là',
  restoreHereNewer: (p: { when: string }) => `Celui d’ici est plus récent : modifié le ${p.when}.`,
  restoreHereOlder: (p: { when: string }) => `Celui d’ici est plus ancien : modifié le ${p.when}.`,
  restoreInPlace: (p: { name: string }) => `prend sa place ; celui d’ici reste sous le nom ${p.name}`,
  restoreVerdict_equal: 'est déjà là',
  restoreVerdict_damaged: 'ne peut pas être ouvert',
  restoreNothing: 'Tout ce que contient cette sauvegarde est déjà là.',
  restoreEmpty: 'Il n’y a aucun projet dans cette sauvegarde.',
  restoreAdd: (p: { count: number }) => `Ajouter ${many(p.count, 'projet', 'projets')}`,
  restoreAdded: (p: { count: number }) =>
    `${many(p.count, 'projet', 'projets')} ${isSingular(p.count) ? 'ajouté' : 'ajoutés'}.`,
};
