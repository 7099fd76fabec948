import type { runTexts as english } from '../en-runs.ts';
import { one } from '../plural.ts';

export const runTexts: typeof english = {
  generateQueue: 'Añadir a la cola',
  queueTitle: 'Cola',
  queueCount: (p: { count: number }) =>
    one(p.count, 'ejecución en espera o en marcha', 'ejecuciones en espera o en marcha'),
  queueHold: 'Detener la cola',
  queueGoOn: 'Dejar que la cola siga',
  queueIsHeld: 'La cola está detenida: no empieza ninguna ejecución más.',
  queueDone: 'Hecho',
  queueTime: 'Transcurrido',
  queueRemaining: 'Quedan unos',
  queueElsewhere: 'en otra pestaña',
  queueEarlier: (p: { name: string }) => `Antes: ${p.name}`,
  queueLater: (p: { name: string }) => `Después: ${p.name}`,
  queuePause: (p: { name: string }) => `Pausar: ${p.name}`,
  queueResume: (p: { name: string }) => `Seguir: ${p.name}`,
  queueStop: (p: { name: string }) => `Parar y quedarse con el mejor: ${p.name}`,
  queueRemove: (p: { name: string }) => `Quitar de la cola: ${p.name}`,
  queueBackground:
    'Las ejecuciones siguen mientras usted trabaja en otra cosa. El navegador puede ralentizar o congelar una pestaña en segundo plano para ahorrar energía, y un equipo en reposo no hace nada: mantenga la pestaña visible para tener toda la velocidad. Una pestaña lleva las ejecuciones; si la cierra, otra pestaña abierta toma el relevo.',
  tellAtEnd: 'Avisarme cuando termine una ejecución',
  tellDenied: 'El navegador no permite notificaciones de esta página; lo muestra el título de la pestaña.',
  knownTitle: 'Ya tiene este resultado.',
  knownExact: 'Los mismos datos, ajustes y semilla ya se ejecutaron antes y volverían a dar el mismo horario.',
  knownByClock:
    'Los mismos datos, ajustes y semilla ya se ejecutaron antes. Aquella ejecución seguía el reloj, así que repetirla puede dar un horario algo distinto.',
  knownOpen: 'Abrirlo',
  knownAgain: 'Ejecutar otra vez',
  runPercent: (p: { percent: string }) => `${p.percent} hecho`,
  runWaiting: 'Empieza cuando le llegue el turno.',
  runRetry: 'Intentar de nuevo',
  runNotStored: (p: { cause: string }) =>
    `Esta ejecución no se puede guardar: ${p.cause} Sigue en memoria; guarde su horario en un archivo cuando termine.`,
  runSaveFile: 'Guardar el horario en un archivo',
  runSaveEvidence: 'Guardar la prueba con el proyecto',
  logRetried: (p: { generation: number }) =>
    `Se ha perdido un proceso de cálculo; todos siguen desde la generación ${p.generation}`,
  log_queued: 'Añadida a la cola',
  log_reseeded: 'Su punto de control es de otra versión: empieza de nuevo desde su mejor horario',
  log_paused: 'En pausa',
  log_continued: 'Sigue',
  log_stopping: 'Parando en el próximo punto seguro',
  log_interrupted: 'Interrumpida',
  log_placed: 'Cada sesión tiene su lugar',
  log_slept: 'El equipo estuvo en reposo; ese tiempo no cuenta',
  runSave: 'Guardar la ejecución',
  runSaveHint:
    'Un archivo con el proyecto, los ajustes y el estado de la búsqueda: con él la ejecución sigue en otro navegador o en la línea de órdenes.',
  runFileTitle: 'Una ejecución en un archivo',
  runFileOf: (p: { name: string; project: string; events: string }) =>
    `${p.name}: una ejecución de «${p.project}» (${p.events} sesiones)`,
  runFileReached: 'Ha llegado a',
  runFileGenerations: (p: { generation: string; of: string }) => `generación ${p.generation} de ${p.of}`,
  runFileExact: 'La guardó la misma versión del motor: sigue exactamente donde estaba.',
  runFileReseeded:
    'La guardó otra versión del motor: empieza de nuevo desde su mejor horario, con el tiempo que queda.',
  runFileFresh: 'Se guardó antes de encontrar nada: empieza desde el principio.',
  runFileOver: 'Ha llegado a su fin: no queda nada con lo que seguir.',
  runFileHere: (p: { name: string }) => `Su proyecto ya está aquí: «${p.name}».`,
  runFileNew: 'Su proyecto aún no está aquí y se añade.',
  runFileContinue: 'Continuar',
  runFileProject: 'Abrir solo el proyecto',
  runFileTimetable: 'Añadir solo su horario',
};
