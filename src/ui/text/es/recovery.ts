import type { recoveryTexts as english } from '../en-recovery.ts';

export const recoveryTexts: typeof english = {
  repairTitle: 'Reparar el almacenamiento',
  repairProjectTitle: 'Reparar un proyecto',
  repairUnreadable: 'Sus proyectos no se pueden abrir',
  repairUnreadableHint:
    'Están en este navegador, pero no puede abrirlos tal como están. No se ha cambiado nada. Guarde primero lo que se pueda leer y elija después cómo seguir.',
  repairLink: 'Comprobar y reparar todo lo almacenado',
  repairReading: 'Leyendo y comprobando cada fila…',
  repairFound: 'Lo que se ha encontrado',
  repairDone: 'Lo que se ha hecho',
  repairNothing: 'Todas las filas han pasado sus comprobaciones.',
  repairKind: 'Filas de',
  repairRows: 'Filas',
  repairMended: 'Reconstruidas',
  repairSetAside: 'Apartadas',
  repairNewer: 'De una versión más nueva',
  repairOther: 'Ajustes y otros',
  repairProject: 'Proyecto',
  repairWhat: 'Después de la reparación',
  repairOutcome_mended: 'se abre de nuevo',
  repairOutcome_lost: 'ya no se puede abrir; sus filas solo están en el archivo en bruto',
  repairOutcome_newer: 'lo almacenó una versión más nueva y no se toca',
  repairSaveTitle: 'Guardar todo en bruto',
  repairSaveHint:
    'Un archivo con cada fila que aún se puede leer, tal como está. «Recuperar una copia» toma de él lo que se puede abrir.',
  repairSave: 'Guardar el archivo en bruto',
  repairSaving: 'Guardando…',
  repairSaved: (p: { name: string; rows: number }) => `Guardado como ${p.name}. Filas en él: ${p.rows}.`,
  repairUnsaved: (p: { rows: number }) => `Filas que no se pudieron leer, nombradas en el archivo: ${p.rows}.`,
  repairHint:
    'Las filas que pasan sus comprobaciones se quedan. Las demás se guardan primero en el archivo en bruto, si aún no se ha hecho; después se reconstruyen a partir de versiones e historial, o se eliminan.',
  repairMoveHint:
    'Todo lo bueno se escribe en un almacenamiento nuevo. El antiguo se queda en este navegador tal como está.',
  repairButton: 'Reparar',
  repairBusy: 'Reparando…',
  repairOpen: 'Abrir los proyectos',
  repairNewTitle: 'Empezar de nuevo',
  repairNewHint: 'Empieza sin nada. El almacenamiento antiguo se queda en este navegador tal como está.',
  repairNewConfirm: 'Empezar aunque no se haya guardado ningún archivo en bruto',
  repairMemoryTitle: 'Seguir sin almacenar',
  repairMemoryHint:
    'No se toca nada de lo almacenado. Lo que haga desaparece al cerrar esta pestaña, salvo que guarde archivos.',
  repairFormer: 'Almacenamiento abandonado',
  repairFormerHint: 'Conservado de una reparación anterior. Elimínelo cuando no eche nada en falta.',
  repairRemove: 'Eliminar para siempre',
};
