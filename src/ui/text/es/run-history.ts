import type { runHistoryTexts as english } from '../en-run-history.ts';
import { one } from '../plural.ts';

export const runHistoryTexts: typeof english = {
  runHistoryTitle: 'Ejecuciones',
  runHistoryAllTitle: 'Ejecuciones de todos los proyectos',
  runHistoryAll: 'Ejecuciones de todos los proyectos',
  runHistoryOfProject: 'Todas las ejecuciones de este proyecto',
  runHistoryNone: 'Todavía no hay ejecuciones.',
  runHistoryFiltered: 'Ninguna ejecución pasa este filtro.',
  runHistoryCount: (p: { shown: string; all: string }) => {
    const all = `${p.all} ${p.all === '1' ? 'ejecución' : 'ejecuciones'}`;
    return p.shown === p.all ? all : `${p.shown} de ${all}`;
  },
  runHistoryClear: 'Mostrar todas',
  runFilterProject: 'Proyecto',
  runFilterState: 'Estado',
  runFilterReason: 'Por qué terminó',
  runFilterVariant: 'Prioridad',
  runFilterPeriod: 'Tiempo',
  runFilterResult: 'Resultado',
  runFilterAny: 'cualquiera',
  runPeriod_day: 'últimas 24 horas',
  runPeriod_week: 'últimos 7 días',
  runPeriod_month: 'últimos 30 días',
  runResult_feasible: 'sin incumplir reglas estrictas',
  runResult_broken: 'reglas estrictas incumplidas',
  runResult_none: 'sin horario',
  runReason_generations: 'hasta el final',
  runReason_timeLimit: 'límite de tiempo',
  runReason_target: 'objetivo alcanzado',
  runReason_stagnation: 'sin avance',
  runReason_stopped: 'parada, mejor guardado',
  runReason_cancelled: 'descartada',
  runReason_failed: 'fallida',
  runColumn_created: 'Pedida',
  runColumn_state: 'Estado',
  runColumn_result: 'Resultado',
  runColumn_variant: 'Prioridad',
  runColumn_seconds: 'Tiempo',
  runColumn_moves: 'Movimientos',
  runColumn_seed: 'Semilla',
  runActions: 'Acciones',
  runMark: (p: { when: string }) => `Marcar la ejecución de ${p.when}`,
  runMarkAll: 'Marcar todas las mostradas',
  runRepeat: 'Repetir…',
  runRepeatHint: 'Abre Generar con estos ajustes, para cambiarlos o ejecutarlos otra vez.',
  runRead: 'Leer',
  runRemove: 'Eliminar',
  runsRemoveMarked: (p: { count: number }) =>
    p.count === 0
      ? 'Eliminar las ejecuciones marcadas'
      : `Eliminar ${one(p.count, 'ejecución marcada', 'ejecuciones marcadas')}`,
  runsRemoved: (p: { count: number }) =>
    p.count === 1
      ? 'Se ha eliminado 1 ejecución; su horario se queda.'
      : `Se han eliminado ${p.count} ejecuciones; sus horarios se quedan.`,
  runsExpired: (p: { count: number }) =>
    p.count === 1
      ? 'Se ha quitado 1 ejecución antigua; su horario se queda.'
      : `Se han quitado ${p.count} ejecuciones antiguas; sus horarios se quedan.`,
  runRetention: 'Conservar las ejecuciones',
  runRetentionDays: (p: { days: number }) => one(p.days, 'día', 'días'),
  runRetentionAlways: 'siempre',
  runRetentionHint:
    'El registro de una ejecución se conserva tanto como su horario. Los horarios nunca se quitan por esto.',
  runRepeated: 'Estos son los ajustes de aquella ejecución. Cambie lo que quiera.',
};
