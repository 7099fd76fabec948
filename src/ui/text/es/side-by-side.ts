import type { sideBySideTexts as english } from '../en-side-by-side.ts';
import { one } from '../plural.ts';

export const sideBySideTexts: typeof english = {
  variantsTitle: 'Varias variantes',
  variantsHint: 'Una ejecución para cada una, una tras otra; después los horarios se comparan lado a lado.',
  variantsStart: (p: { count: number }) => `Generar ${one(p.count, 'variante', 'variantes')}`,
  variantsCompare: 'Comparar horarios lado a lado',
  besideTitle: 'Lado a lado',
  besideNeedsTwo: 'No hay nada que comparar hasta que haya dos horarios.',
  besideJudging: 'Valorando cada horario según cada regla…',
  besideChoose: 'Horarios',
  besideMost: (p: { most: number }) => `Como mucho ${p.most} lado a lado.`,
  besideRank: 'Puesto',
  besideRecommended: 'Recomendado',
  besideAdopted: 'elegido',
  besideAdopt: 'Decidirse por este',
  besideAdoptThis: (p: { name: string }) => `Decidirse por «${p.name}»`,
  besideAdoptedNow: (p: { name: string }) => `«${p.name}» es el horario que se muestra a partir de ahora.`,
  besideRead: 'Leer',
  besideMark: (p: { name: string }) => `Marcar «${p.name}»`,
  besideDiscard: (p: { count: number }) =>
    p.count === 0
      ? 'Eliminar los horarios marcados'
      : `Eliminar ${one(p.count, 'horario marcado', 'horarios marcados')}`,
  besideDiscarded: (p: { count: number }) =>
    p.count === 1 ? 'Se ha eliminado 1 horario.' : `Se han eliminado ${p.count} horarios.`,
  besideMarkOthers: 'Marcar todos menos el recomendado',
  besideMeasure: 'Menos es mejor',
  besideBest: 'mejor',
  besideBase: 'Los días se comparan con',
  besideGroup_score: 'Puntuación, según los pesos del proyecto',
  besideGroup_people: 'Personas',
  besideGroup_rules: 'Reglas',
  beside_unplaced: 'Sin colocar',
  beside_hard: 'Estricto',
  beside_soft: 'Flexible',
  beside_groupWishes: 'Grupos con algo sin cumplir',
  beside_groupDays: 'Grupos en otros días',
  beside_groupGaps: 'Huecos de los grupos por semana',
  beside_instructorWishes: 'Docentes con algo sin cumplir',
  beside_instructorDays: 'Docentes en otros días',
  beside_instructorGaps: 'Huecos de los docentes por semana',
  besideReason_only: 'Es el único que se compara.',
  besideReason_unplaced: (p: { less: number; over: string }) =>
    `Deja ${one(p.less, 'sesión', 'sesiones')} menos sin colocar que «${p.over}».`,
  besideReason_hard: (p: { less: number; over: string }) =>
    `Incumple reglas estrictas ${p.less === 1 ? 'una vez' : `${p.less} veces`} menos que «${p.over}».`,
  besideReason_soft: (p: { less: number; over: string }) =>
    `De los comparados, ningún otro cuesta menos: el siguiente, «${p.over}», cuesta ${p.less} más.`,
  besideReason_people: (p: { better: number; worse: number; of: number; less: number; over: string }) =>
    `De ${p.of} grupos y docentes, ${p.better} están mejor que con «${p.over}» y ${p.worse} peor; cuesta ${p.less} más, que es como mucho el 5 %.`,
  besideReason_equal: (p: { over: string }) => `Vale lo mismo que «${p.over}» y estaba antes en esta lista.`,
  besideRule:
    'Regla: las menos sesiones sin colocar, después los menos incumplimientos estrictos, después el coste flexible más bajo según los pesos del proyecto; salvo que otro igual de sólido convenga más a más de la mitad de todos los grupos y docentes, con un coste flexible como mucho un 5 % mayor.',
};
