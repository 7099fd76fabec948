import type { trustTexts as english } from '../en-trust.ts';
import { one } from '../plural.ts';

export const trustTexts: typeof english = {
  backupTitle: 'Copia de seguridad',
  backupHint:
    'Un archivo con todos los proyectos, sus horarios, versiones, historial y ejecuciones. Lo que devuelve se añade a lo que hay; no se reemplaza nada.',
  backupSave: 'Guardar una copia',
  backupSaving: 'Guardando…',
  backupRestore: 'Recuperar una copia…',
  backupLast: 'Última copia',
  backupNever: 'nunca',
  backupUnsaved: 'Cambios que aún no están en ningún archivo',
  backupFile: 'Se escribe por sí sola en',
  backupFileWaits: 'Archivo elegido, ahora no se escribe',
  backupAgain: 'Intentar de nuevo',
  backupDenied: 'El navegador no permite a esta página escribir en el archivo.',
  backupGone: 'El archivo o su carpeta ya no está.',
  backupFull: 'El disco está lleno.',
  backupInUse: 'Otro programa está usando el archivo.',
  backupFileChoose: 'Mantener un archivo al día…',
  backupFileStop: 'Dejar de escribir el archivo',
  backupFileHint:
    'El archivo se escribe unos minutos después de un cambio, mientras el navegador permita a esta página escribir en él.',
  backupSaved: (p: { name: string; projects: number }) =>
    `${one(p.projects, 'proyecto guardado', 'proyectos guardados')} como ${p.name}.`,
  backupFailed: (p: { cause: string }) => `No se ha podido escribir la copia: ${p.cause}`,
  backupReminder: (p: { edits: number }) =>
    `${one(p.edits, 'cambio está', 'cambios están')} solo en este navegador. ¿Guardar una copia?`,
  backupAllow: (p: { name: string }) => `Hay que volver a preguntar al navegador antes de mantener ${p.name} al día.`,
  backupAllowButton: 'Permitir',
  restoreTitle: 'Recuperar una copia',
  restoreReading: 'Leyendo…',
  restoreOf: (p: { name: string; when: string }) => `${p.name}, guardada ${p.when}`,
  restoreProject: 'Proyecto',
  restoreContents: 'Contenido',
  restoreCounts: (p: { events: number; timetables: number; versions: number; steps: number }) =>
    [
      one(p.events, 'sesión', 'sesiones'),
      one(p.timetables, 'horario', 'horarios'),
      one(p.versions, 'versión', 'versiones'),
      one(p.steps, 'cambio', 'cambios'),
    ].join(', '),
  restoreChanged: 'Último cambio',
  restoreWhat: 'Qué ocurre',
  restoreVerdict_new: 'se añade',
  restoreVerdict_other: 'se añade junto al que ya está',
  restoreHereNewer: (p: { when: string }) => `El de aquí es más nuevo: último cambio ${p.when}.`,
  restoreHereOlder: (p: { when: string }) => `El de aquí es más antiguo: último cambio ${p.when}.`,
  restoreInPlace: (p: { name: string }) => `ocupa su lugar; el de aquí queda como ${p.name}`,
  restoreVerdict_equal: 'ya está aquí',
  restoreVerdict_damaged: 'no se puede abrir',
  restoreNothing: 'Todo lo de esta copia ya está aquí.',
  restoreEmpty: 'No hay ningún proyecto en esta copia.',
  restoreAdd: (p: { count: number }) => `Añadir ${one(p.count, 'proyecto', 'proyectos')}`,
  restoreAdded: (p: { count: number }) =>
    p.count === 1 ? 'Se ha añadido 1 proyecto.' : `Se han añadido ${p.count} proyectos.`,
};
