import type { RuleWords } from '../../../domain/wording/wording.ts';

const daysAsOneLabel = ['Días del calendario que cuentan como uno', 'días'] as const;

/** Every kind of rule, in Spanish. */
export const ruleKinds: Readonly<Record<string, RuleWords>> = {
  unavailable: {
    title: 'No disponible',
    doc: 'Una unidad por cada franja en la que una sesión necesita a alguien o algo que entonces no está disponible.',
    sentence: '{scope|no está disponible|no están disponibles} {slots|en horas aún por elegir}',
    params: { slots: ['No disponible en'] },
    reasons: { usual: '{who} no está disponible el {day}{?slots| #}, pero tiene {events}' },
  },
  preferredTime: {
    title: 'Horas preferidas',
    doc: 'Una unidad por cada sesión que no empieza en una de las franjas elegidas o, si se pide, que no cabe entera en ellas.',
    sentence: '{event|tiene|tienen} {wholly|todas sus franjas|su primera franja} {slots|en horas aún por elegir}',
    params: { slots: ['Franjas preferidas'], wholly: ['Entera dentro, no solo el comienzo'] },
    reasons: {
      usual: '{events} empieza fuera de las horas preferidas',
      wholly: '{events} está fuera de las horas preferidas',
    },
  },
  roomCapacity: {
    title: 'Capacidad de las aulas',
    doc: 'Una unidad por cada persona sin asiento; una sesión en varias aulas se reparte por igual.',
    sentence: '{event|tiene|tienen} un asiento para cada asistente',
    params: {},
    reasons: { usual: '{amount|Falta # asiento|Faltan # asientos} para {events} en {who}' },
  },
  roomSuitability: {
    title: 'Aulas adecuadas',
    doc: 'Una unidad por cada aula de una sesión que no está en la lista de permitidas o, sin lista, que no tiene el tipo y el equipamiento pedidos.',
    sentence: '{event|se da|se dan} en {roomIds|un aula del tipo adecuado con todo el equipamiento}',
    params: { roomIds: ['Aulas permitidas (vacío: según tipo y equipamiento)'] },
    reasons: { usual: '{who} no es adecuada para {events}' },
  },
  instructorSuitability: {
    title: 'Docentes adecuados',
    doc: 'Una unidad por cada docente de una sesión que no está en la lista de permitidos o, sin lista, que no está cualificado; mientras nadie lo esté, por cada uno.',
    sentence: '{event|tiene|tienen} como docente a {instructorIds|alguien cualificado}{nobodyYet| (aún no hay nadie)|}',
    params: {
      instructorIds: ['Docentes permitidos (vacío: todos los cualificados)'],
      nobodyYet: ['Aún no hay nadie cualificado'],
    },
    reasons: { usual: '{who} no debería impartir {events}' },
  },
  pinned: {
    title: 'Mantener lo fijado',
    doc: 'Una unidad por cada parte fijada de una sesión (hora, cada aula, cada docente) que difiere de lo fijado. Las fijaciones también reducen la búsqueda.',
    sentence: '{event|queda|quedan} como se fijó',
    params: {},
    reasons: {
      usual: '{events} no está a su hora fijada',
      other: '{events} no debería tener {who}: está fijada otra elección',
    },
  },
  preferNotToMove: {
    title: 'Mejor no mover',
    doc: 'Una unidad por cada parte de una sesión (hora, cada aula, cada docente) que no está donde mejor se quedaría: cuesta algo y no prohíbe nada.',
    sentence: '{event|queda|quedan} en el lugar marcado, si es posible',
    params: {},
    reasons: {
      usual: '{events} no está a la hora en la que mejor se quedaría',
      other: '{events} tiene {who} en lugar de lo que mejor conservaría',
    },
  },
  minimalChange: {
    title: 'Pocos cambios',
    doc: 'Por cada sesión con otra hora, otra aula u otro docente que en la referencia, tantas unidades como se indique. Lo que la referencia no dice queda libre.',
    sentence: '{event|queda|quedan} como en la referencia (otra hora cuenta {time}, aula {room}, docente {instructor})',
    params: {
      reference: ['Como en la referencia'],
      time: ['Otra hora cuenta'],
      room: ['Otra aula cuenta'],
      instructor: ['Otro docente cuenta'],
    },
    reasons: {
      usual: '{events} está a otra hora que en la referencia',
      other: '{events} tiene {who}, que no tenía en la referencia',
    },
  },
  studentConflict: {
    title: 'Estudiantes con choques',
    doc: 'Una unidad por cada estudiante y cada dos de sus sesiones individuales que se solapan.',
    sentence: 'Los estudiantes de {events} no tienen dos de ellas a la vez',
    params: {},
    reasons: { usual: '{amount|# estudiante tiene|# estudiantes tienen} {events} a la vez' },
  },
  attendanceConflict: {
    title: 'Estudiantes repartidos con choques',
    doc: 'Una unidad por cada estudiante que pide cursos y cada dos de las sesiones elegidas para él que se solapan o entre las que no hay tiempo para el camino.',
    sentence:
      'Los estudiantes repartidos en {events} pueden asistir a todo lo elegido para ellos, incluido el camino entre aulas',
    params: {},
    reasons: { usual: '{amount|# estudiante no puede|# estudiantes no pueden} asistir a las dos: {events}' },
  },
  sameAttendees: {
    title: 'Con los mismos asistentes',
    doc: 'Una unidad por cada dos sesiones a las que nadie puede asistir: se solapan o no hay tiempo para el camino entre aulas.',
    sentence: '{events} pueden tener los mismos asistentes, incluido el camino entre aulas',
    params: {},
    reasons: { usual: 'Nadie puede asistir a las dos: {events}' },
  },
  differentDays: {
    title: 'Días distintos',
    doc: 'Una unidad por cada dos sesiones que comparten un día de la semana, sean cuales sean las semanas. De sesiones, todas las parejas; de cursos o grupos, las parejas dentro de cada uno.',
    sentence: '{events} son en días distintos de la semana',
    params: {},
    reasons: { usual: '{events} deberían ser en días distintos' },
  },
  minDaysBetween: {
    title: 'Días de separación, al menos',
    doc: 'Por cada dos sesiones de una misma semana, los días que les faltan para la separación pedida: 1 día es el día siguiente. Si se quiere, una unidad más cuando están en un día sin seguirse.',
    sentence:
      '{events} están separadas al menos {min|día|días}{adjacent|; si son el mismo día, una justo después de otra|}{overBreaks|| (con una pausa entre ellas no cuenta como justo después)}{daysAsOne|, # días del calendario cuentan como uno|}',
    params: {
      min: ['Al menos', 'días de separación'],
      adjacent: ['Si son el mismo día, una justo después de otra'],
      overBreaks: ['Entre ellas puede haber una pausa'],
      daysAsOne: daysAsOneLabel,
    },
    reasons: {
      usual: '{events} deberían estar separadas al menos {min|día|días}',
      follow: '{events} deberían seguirse si son el mismo día',
      both: '{events} deberían estar separadas al menos {min|día|días}, y seguirse si son el mismo día',
    },
  },
  maxDaysBetween: {
    title: 'Días de separación, como máximo',
    doc: 'Por cada dos sesiones de una misma semana, los días que pasan de la separación pedida: 1 día es el día siguiente.',
    sentence:
      '{events} están separadas como máximo {max|día|días}{daysAsOne|, # días del calendario cuentan como uno|}',
    params: { max: ['Como máximo', 'días de separación'], daysAsOne: daysAsOneLabel },
    reasons: {
      usual: '{events} están separadas {has|día|días} (como máximo {max})',
      same: '{events} deberían ser el mismo día',
    },
  },
  daysLater: {
    title: 'Días después, exactamente',
    doc: 'Una unidad por cada dos sesiones de las que la segunda, en el orden de la regla, no empieza exactamente tantos días después del último día de la otra: 1 es el día siguiente. La semana puede empezar de nuevo tras un número de días, de modo que al viernes le sigue el lunes.',
    sentence:
      '{events} se siguen a {days|día|días}, {either|en cualquier orden|en este orden}{cycle|; la semana empieza de nuevo tras # días|}',
    params: {
      days: ['Exactamente', 'días después'],
      either: ['En cualquier orden'],
      cycle: ['La semana empieza de nuevo tras (0: nunca)', 'días'],
    },
    reasons: {
      usual: '{events} deberían seguirse a {days|día|días} en este orden',
      either: '{events} deberían seguirse a {days|día|días}',
    },
  },
  sameDays: {
    title: 'Mismos días',
    doc: 'Una unidad por cada dos sesiones que no son los mismos días de la semana; los días de una pueden estar entre los de la otra.',
    sentence: '{events} son los mismos días de la semana',
    params: {},
    reasons: { usual: '{events} deberían ser los mismos días' },
  },
  sameTime: {
    title: 'Misma hora del día',
    doc: 'Una unidad por cada dos sesiones de las que ninguna cabe en las horas de la otra, sean cuales sean los días y las semanas.',
    sentence: '{events} son a la misma hora del día',
    params: {},
    reasons: { usual: '{events} deberían ser a la misma hora del día' },
  },
  differentTime: {
    title: 'Horas del día distintas',
    doc: 'Una unidad por cada dos sesiones con una franja del día en común, aunque sea en días o semanas distintos.',
    sentence: '{events} son a horas distintas del día',
    params: {},
    reasons: { usual: '{events} deberían ser a horas distintas del día' },
  },
  sameStart: {
    title: 'Mismo comienzo',
    doc: 'Una unidad por cada dos sesiones que empiezan en franjas distintas del día, sean cuales sean los días.',
    sentence: '{events} empiezan en la misma franja del día',
    params: {},
    reasons: { usual: '{events} deberían empezar a la misma hora del día' },
  },
  overlap: {
    title: 'Al mismo tiempo',
    doc: 'Una unidad por cada dos sesiones sin ninguna franja en común el mismo día de la misma semana; basta una.',
    sentence: '{events} son al mismo tiempo',
    params: {},
    reasons: { usual: '{events} deberían solaparse' },
  },
  notOverlap: {
    title: 'No al mismo tiempo',
    doc: 'Una unidad por cada dos sesiones con una franja en común el mismo día de la misma semana; si se quiere, solo con etiquetas distintas (de las que nombra la regla).',
    sentence: '{events} nunca se solapan{otherTags|, salvo con la misma etiqueta|}',
    params: { otherTags: ['Solo con etiquetas distintas'] },
    reasons: { usual: '{events} no deberían solaparse' },
  },
  minGapBetween: {
    title: 'Separación entre sesiones',
    doc: 'Una unidad por cada dos sesiones del mismo día con menos franjas entre ellas que las pedidas; las pausas cuentan como franjas.',
    sentence: '{events} tienen al menos {gap|franja|franjas} entre ellas el mismo día',
    params: { gap: ['Al menos', 'franjas entre ellas'] },
    reasons: { usual: '{events} deberían tener al menos {gap|franja|franjas} entre ellas' },
  },
  minMinutesBetween: {
    title: 'Separación en minutos',
    doc: 'Una unidad por cada dos sesiones del mismo día con menos minutos entre ellas que los pedidos.',
    sentence: '{events} tienen al menos {minutes|minuto|minutos} entre ellas el mismo día',
    params: { minutes: ['Al menos', 'minutos entre ellas'] },
    reasons: { usual: '{events} deberían tener al menos {minutes|minuto|minutos} entre ellas' },
  },
  maxWorkDay: {
    title: 'Duración del día en minutos',
    doc: 'Una unidad por cada dos sesiones del mismo día con más minutos que los pedidos desde el comienzo de la primera hasta el final de la segunda.',
    sentence: '{events} caben cada día en {minutes|minuto|minutos}',
    params: { minutes: ['Como máximo', 'minutos de la primera a la última'] },
    reasons: { usual: '{events} deberían caber en {minutes|minuto|minutos} de un día' },
  },
  consecutive: {
    title: 'Justo una después de otra',
    doc: 'Una unidad por cada sesión que no sigue justo a la anterior: los mismos días, las mismas semanas, en la franja siguiente; las pausas no cuentan.',
    sentence: '{events} van justo una después de otra, en este orden',
    params: {},
    reasons: { usual: '{events} deberían ir justo una después de otra en este orden' },
  },
  grouped: {
    title: 'En un bloque',
    doc: 'Una unidad por cada dos vecinas que no están una junto a otra: los mismos días, las mismas semanas, en cualquier orden.',
    sentence: '{events} se dan en un bloque',
    params: {},
    reasons: { usual: '{events} deberían formar un bloque' },
  },
  precedence: {
    title: 'Una tras otra',
    doc: 'Una unidad por cada dos sesiones cuyas primeras reuniones no están en este orden: por primera semana, después primer día, después hora.',
    sentence: '{events} van una tras otra en la semana, en este orden',
    params: {},
    reasons: { usual: '{events} deberían seguirse en este orden' },
  },
  sameWeeks: {
    title: 'Mismas semanas',
    doc: 'Una unidad por cada dos sesiones que no son las mismas semanas, sean cuales sean los días.',
    sentence: '{events} son las mismas semanas',
    params: {},
    reasons: { usual: '{events} deberían ser las mismas semanas' },
  },
  differentWeeks: {
    title: 'Semanas distintas',
    doc: 'Una unidad por cada dos sesiones con una semana en común, sean cuales sean los días.',
    sentence: '{events} son en semanas distintas',
    params: {},
    reasons: { usual: '{events} deberían ser en semanas distintas' },
  },
  sameRoom: {
    title: 'Misma aula',
    doc: 'Una unidad por cada dos sesiones cuyas (primeras) aulas son distintas; si se quiere, solo cuando una va justo después de otra.',
    sentence: '{events} son en la misma aula{following| si una va justo después de otra|}',
    params: { following: ['Solo si una va justo después de otra'] },
    reasons: { usual: '{events} deberían ser en la misma aula' },
  },
  differentRoom: {
    title: 'Aulas distintas',
    doc: 'Una unidad por cada dos sesiones con la misma (primera) aula; sin aula no se comparan.',
    sentence: '{events} son en aulas distintas',
    params: {},
    reasons: { usual: '{events} deberían ser en aulas distintas' },
  },
  sameInstructor: {
    title: 'Mismo docente',
    doc: 'Una unidad por cada dos sesiones que tienen docentes, pero ninguno en común.',
    sentence: '{events} tienen el mismo docente',
    params: {},
    reasons: { usual: '{events} deberían tener el mismo docente' },
  },
  differentInstructor: {
    title: 'Docentes distintos',
    doc: 'Una unidad por cada dos sesiones con un docente en común.',
    sentence: '{events} tienen docentes distintos',
    params: {},
    reasons: { usual: '{events} no deberían tener el mismo docente' },
  },
  beginsOrEndsDay: {
    title: 'Primera o última del día',
    doc: 'La sesión es la primera del día para todos los que asisten o, si se pide, la última: una unidad por cada otra que, el mismo día, empieza antes o acaba después.',
    sentence: '{event|es|son} {ends|lo último|lo primero} del día para todos los que asisten',
    params: { ends: ['Lo último en lugar de lo primero'] },
    reasons: {
      usual: '{event} debería abrir el día de sus estudiantes, pero {other} empieza antes',
      last: '{event} debería cerrar el día de sus estudiantes, pero {other} acaba después',
    },
  },
  isolated: {
    title: 'Clases aisladas',
    doc: 'Una unidad por cada franja ocupada de un día cuyas dos vecinas están libres.',
    sentence: '{scope|no tiene|no tienen} ninguna clase sin vecina el mismo día',
    params: {},
    reasons: { usual: '{who} tiene {amount|clase aislada|clases aisladas} el {day}' },
  },
  minDays: {
    title: 'Mínimo de días',
    doc: 'Una unidad por cada día que falta en una semana. Solo para quienes tienen con seguridad una sesión.',
    sentence: '{scope|tiene|tienen} sesiones al menos {min|día|días} a la semana',
    params: { min: ['Al menos', 'días'] },
    reasons: { usual: '{who} se reparte en {has} de al menos {min|día|días}' },
  },
  maxDays: {
    title: 'Máximo de días',
    doc: 'Una unidad por cada día con clase por encima del límite, semana por semana.',
    sentence: '{scope|tiene|tienen} sesiones como máximo {max|día|días} a la semana',
    params: { max: ['Como máximo', 'días'] },
    reasons: { usual: '{who} tiene clase {has|día|días} (como máximo {max})' },
  },
  maxGapsPerDay: {
    title: 'Huecos al día',
    doc: 'Una unidad por cada franja libre de un día por encima del límite, entre la primera y la última ocupada, que no es pausa y en la que la persona está disponible.',
    sentence: '{scope|tiene|tienen} como máximo {max|hueco|huecos} al día',
    params: { max: ['Como máximo', 'huecos al día'] },
    reasons: { usual: '{who} tiene {has|franja libre|franjas libres} entre clases el {day}{?max| (como máximo #)}' },
  },
  lunch: {
    title: 'Pausa para comer',
    doc: 'Una unidad por cada franja que le falta al tramo libre más largo del mediodía, los días con clase.',
    sentence: '{scope|tiene|tienen} {length|franja libre|franjas libres seguidas} entre {window} los días con clase',
    params: { window: ['Entre'], length: ['Libres', 'franjas seguidas'] },
    reasons: { usual: '{who} tiene {free} en lugar de {length|franja libre|franjas libres} a mediodía el {day}' },
  },
  runLength: {
    title: 'Longitud de los bloques',
    doc: 'Una unidad por cada franja que le falta o le sobra a un bloque de horas seguidas.',
    sentence: '{scope|tiene|tienen} bloques de {min} a {max|franja|franjas} seguidas',
    params: { min: ['Al menos', 'franjas seguidas'], max: ['Como máximo', 'franjas seguidas'] },
    reasons: { usual: 'Los bloques de {who} el {day} no son todos de {min} a {max|franja|franjas}' },
  },
  roomStability: {
    title: 'Pocas aulas',
    doc: 'Una unidad por cada aula distinta de un curso por encima del límite.',
    sentence: '{scope|se da|se dan} como máximo en {max|aula|aulas}',
    params: { max: ['Como máximo', 'aulas'] },
    reasons: { usual: '{who} usa {has|aula|aulas} en lugar de {max}' },
  },
  minLoadPerDay: {
    title: 'Carga mínima al día',
    doc: 'Una unidad por cada franja que le falta a un día con clase; si se quiere, también a los días sin clase, si están abiertos y la persona está disponible.',
    sentence: '{scope|tiene|tienen} al menos {min|franja|franjas} {emptyDays|cada día abierto|cada día con clase}',
    params: { min: ['Al menos', 'franjas al día'], emptyDays: ['También los días sin clase'] },
    reasons: {
      usual: '{who} tiene {has|franja|franjas} el {day} (al menos {min})',
      nothing: '{who} no tiene nada {free|día|días} (al menos {min|franja|franjas} al día)',
    },
  },
  maxLoadPerDay: {
    title: 'Carga al día',
    doc: 'Una unidad por cada franja ocupada de un día por encima del límite.',
    sentence: '{scope|tiene|tienen} como máximo {max|franja|franjas} al día',
    params: { max: ['Como máximo', 'franjas al día'] },
    reasons: { usual: '{who} tiene {has|franja ocupada|franjas ocupadas} el {day} (como máximo {max})' },
  },
  maxSpan: {
    title: 'Longitud del día',
    doc: 'Una unidad por cada franja por encima del límite desde el comienzo de la primera clase hasta el final de la última, con huecos y pausas.',
    sentence: '{scope|tiene|tienen} como máximo {max|franja|franjas} de la primera a la última clase de un día',
    params: { max: ['Como máximo', 'franjas de la primera a la última'] },
    reasons: { usual: '{who} tiene un día de {has|franja|franjas} el {day} (como máximo {max})' },
  },
  maxConsecutive: {
    title: 'Clases seguidas',
    doc: 'Una unidad por cada franja por encima del límite en una serie de clases sin interrupción; una pausa la interrumpe.',
    sentence: '{scope|tiene|tienen} como máximo {max|franja|franjas} seguidas',
    params: { max: ['Como máximo', 'franjas seguidas'] },
    reasons: { usual: '{who} tiene más de {max|franja|franjas} seguidas el {day}' },
  },
  maxGapsPerWeek: {
    title: 'Huecos a la semana',
    doc: 'Una unidad por cada hueco de una semana por encima del límite, todos los días juntos. Se pueden contar solo franjas elegidas.',
    sentence: '{scope|tiene|tienen} como máximo {max|hueco|huecos} {slots|a la semana}',
    params: { max: ['Como máximo', 'huecos a la semana'], slots: ['Contando estas franjas (ninguna: todas)'] },
    reasons: { usual: '{who} tiene {has|franja libre|franjas libres} entre clases en la semana (como máximo {max})' },
  },
  minLoadPerWeek: {
    title: 'Carga mínima a la semana',
    doc: 'Una unidad por cada franja que le falta a una semana. Solo para quienes tienen con seguridad una sesión.',
    sentence: '{scope|tiene|tienen} al menos {min|franja|franjas} a la semana',
    params: { min: ['Al menos', 'franjas a la semana'] },
    reasons: { usual: '{who} tiene {has|franja|franjas} en la semana (al menos {min})' },
  },
  maxLoadPerWeek: {
    title: 'Carga máxima a la semana',
    doc: 'Una unidad por cada franja ocupada de una semana por encima del límite; una con dos sesiones cuenta una vez.',
    sentence: '{scope|tiene|tienen} como máximo {max|franja|franjas} a la semana',
    params: { max: ['Como máximo', 'franjas a la semana'] },
    reasons: { usual: '{who} tiene {has|franja|franjas} en la semana (como máximo {max})' },
  },
  instructorLoad: {
    title: 'Horas de los docentes',
    doc: 'Una unidad por cada franja en que una semana queda por debajo del límite inferior o por encima del superior.',
    sentence: '{scope|imparte|imparten} de {min} a {max|franja|franjas} a la semana',
    params: { min: ['Al menos', 'franjas a la semana'], max: ['Como máximo', 'franjas a la semana'] },
    reasons: {
      usual: '{who} tiene {total|franja|franjas} en la semana (de {min} a {max})',
      most: '{who} tiene {total|franja|franjas} en la semana (como máximo {max})',
    },
  },
  balancedDays: {
    title: 'Días equilibrados',
    doc: 'Una unidad por cada franja en que la diferencia entre el día más largo y el más corto de una semana pasa del límite; los días vacíos no cuentan.',
    sentence: '{scope|tiene|tienen} días que difieren como máximo en {difference|franja|franjas}',
    params: { difference: ['Una diferencia de como máximo', 'franjas'] },
    reasons: { usual: 'Los días de {who} difieren en {has|franja|franjas} (como máximo {difference})' },
  },
  maxDaysInInterval: {
    title: 'Días en una parte del día',
    doc: 'Una unidad por cada día de una semana con clase en esa parte del día por encima del límite: pocos días tardíos o tempranos.',
    sentence: '{scope|tiene|tienen} clase entre {interval} como máximo {max|día|días} a la semana',
    params: { interval: ['Entre'], max: ['Como máximo', 'días'] },
    reasons: { usual: '{who} tiene sesiones a las {slots} durante {has|día|días} (como máximo {max})' },
  },
  maxDaysInSlots: {
    title: 'Días con franjas elegidas',
    doc: 'Una unidad por cada día de una semana con clase en las franjas elegidas por encima del límite: pocas tardes, pocas mañanas, pocos sábados.',
    sentence:
      '{scope|tiene|tienen} clase como máximo {max|día|días} a la semana, contando los que tienen sesiones {slots|en cualquier franja}',
    params: { max: ['Como máximo', 'días'], slots: ['Con sesiones en estas franjas (ninguna: todas)'] },
    reasons: { usual: '{who} tiene clase en las franjas elegidas {has|día|días} (como máximo {max})' },
  },
  minRest: {
    title: 'Descanso nocturno',
    doc: 'Una unidad por cada hora, aunque sea empezada, que falta entre el final de un día y el comienzo del siguiente.',
    sentence: '{scope|tiene|tienen} al menos {hours|hora|horas} de descanso entre un día y el siguiente',
    params: { hours: ['Al menos', 'horas'] },
    reasons: {
      usual: 'A {who} le {amount|falta # hora|faltan # horas} de descanso antes del {day} (al menos {hours})',
    },
  },
  earlyStart: {
    title: 'Comienzo temprano',
    doc: 'Una unidad por cada día de una semana por encima del límite en que la primera sesión no empieza en la primera franja posible.',
    sentence:
      '{scope|empieza|empiezan} a más tardar en la franja posible número {within} del día, más tarde como máximo {max|día|días} a la semana',
    params: { max: ['Más tarde como máximo', 'días'], within: ['Dentro de las primeras', 'franjas posibles'] },
    reasons: {
      usual:
        '{who} no empieza en {within|la primera franja|las # primeras franjas} {has|día|días}{?max| (como máximo #)}',
    },
  },
  maxSimultaneous: {
    title: 'Sesiones a la vez',
    doc: 'Por cada franja elegida, las sesiones por encima del límite que se dan en ella; en todas si no se elige ninguna.',
    sentence: 'De {together}: como máximo {max} a la vez {slots|en cada franja}',
    params: { max: ['Como máximo', 'a la vez'], slots: ['En estas franjas (ninguna: todas)'] },
    reasons: { usual: '{has} sesiones a la vez (como máximo {max}) el {day} {slots}: {events}' },
  },
  minSimultaneous: {
    title: 'Sesiones a la vez, al menos',
    doc: 'Por cada franja elegida en la que se da alguna, las sesiones que faltan para el límite; en todas si no se elige ninguna. Si las elegidas no pueden quedar vacías, en las vacías faltan todas.',
    sentence: 'De {together}: al menos {min}{empty| o ninguna|} a la vez {slots|en cada franja}',
    params: {
      min: ['Al menos', 'a la vez'],
      empty: ['Puede haber franjas vacías'],
      slots: ['En estas franjas (ninguna: todas)'],
    },
    reasons: {
      usual: '{has} sesiones a la vez (al menos {min}) el {day} {slots}: {events}',
      empty: '{missing} de las franjas elegidas están vacías: {who}',
    },
  },
  slotUse: {
    title: 'Uso de franjas',
    doc: 'Una unidad por cada franja elegida usada por debajo del límite inferior o por encima del superior; usada dos veces cuenta una.',
    sentence: '{together} usan de {min} a {max|franja|franjas}, contadas {slots|en toda la semana}',
    params: {
      min: ['Al menos', 'franjas'],
      max: ['Como máximo', 'franjas'],
      slots: ['De estas franjas (ninguna: de todas)'],
    },
    reasons: {
      usual: '{total} de las franjas elegidas están ocupadas por {who} (de {min} a {max})',
      most: '{total} de las franjas elegidas están ocupadas por {who} (como máximo {max})',
    },
  },
  maxLoadOfEvents: {
    title: 'Carga de algunas sesiones al día',
    doc: 'Una unidad por cada franja de un día por encima del límite en la que se da alguna de estas sesiones: como máximo dos horas de prácticas al día.',
    sentence: '{together} usan como máximo {max|franja|franjas} al día',
    params: { max: ['Como máximo', 'franjas al día'] },
    reasons: { usual: '{amount|franja|franjas} más de {max} al día: {who}' },
  },
  maxRunOfEvents: {
    title: 'Algunas sesiones seguidas',
    doc: 'Por cada serie de franjas en las que se da alguna de estas sesiones, las franjas por encima del límite; una pausa acaba la serie.',
    sentence: '{together} usan como máximo {max|franja|franjas} seguidas',
    params: { max: ['Como máximo', 'franjas seguidas'] },
    reasons: { usual: '{amount|franja|franjas} más de {max} seguidas: {who}' },
  },
  maxDaysOfEvents: {
    title: 'Días de la semana usados',
    doc: 'Una unidad por cada día de la semana por encima del límite en que se da alguna de las sesiones, sean cuales sean las semanas.',
    sentence:
      '{together} usan como máximo {max|día|días} de la semana{daysAsOne|, # días del calendario cuentan como uno|} (contado {penalty|vez|veces})',
    params: { max: ['Como máximo', 'días'], daysAsOne: daysAsOneLabel, penalty: ['Veces', 'antes de dividir'] },
    reasons: { usual: '{events} deberían ser como máximo {max|día|días}' },
  },
  maxDayMinutes: {
    title: 'Carga del día en minutos',
    doc: 'Los minutos que las sesiones de un día duran de más, en unidades, por todos los días y semanas, divididos entre el número de semanas.',
    sentence:
      '{together} duran como máximo {minutes|minuto|minutos} al día (cada {unit|minuto|minutos} de más, contado {penalty|vez|veces})',
    params: {
      minutes: ['Como máximo', 'minutos al día'],
      unit: ['Contado en', 'minutos'],
      penalty: ['Veces', 'antes de dividir'],
    },
    reasons: { usual: '{events} no deberían durar más de {minutes|minuto|minutos} en un día' },
  },
  maxBreaks: {
    title: 'Interrupciones del día',
    doc: 'Una unidad por cada interrupción de un día por encima del límite, por todas las semanas, dividida entre el número de semanas. Hay interrupción cuando entre dos sesiones pasan más minutos que la separación.',
    sentence:
      '{together} tienen como máximo {max|interrupción|interrupciones} de más de {gap|minuto|minutos} al día (contado {penalty|vez|veces})',
    params: {
      max: ['Como máximo', 'interrupciones al día'],
      gap: ['Sin interrupción hasta', 'minutos'],
      penalty: ['Veces', 'antes de dividir'],
    },
    reasons: { usual: '{events} deberían tener como máximo {max|interrupción|interrupciones} al día' },
  },
  maxBlock: {
    title: 'Longitud de un bloque en minutos',
    doc: 'Una unidad por cada bloque de dos o más sesiones de un día que dura más de lo pedido, por todas las semanas, dividida entre el número de semanas.',
    sentence:
      '{together} no forman bloques de más de {minutes|minuto|minutos}; hasta {gap|minuto|minutos} de separación son un bloque (contado {penalty|vez|veces})',
    params: {
      minutes: ['Como máximo', 'minutos de la primera a la última'],
      gap: ['Un bloque hasta', 'minutos de separación'],
      penalty: ['Veces', 'antes de dividir'],
    },
    reasons: { usual: '{events} no deberían formar un bloque de más de {minutes|minuto|minutos}' },
  },
  maxBuildingChanges: {
    title: 'Cambios de edificio',
    doc: 'Una unidad por cada cambio por encima del límite, en cada día o en la semana: una sesión en otro edificio, o en otra aula, que la anterior del mismo día. Cuenta la primera aula de una sesión; las sesiones sin aula, o en un aula sin edificio, se pasan por alto.',
    sentence:
      '{scope|tiene|tienen} como máximo {max|cambio|cambios} de {rooms|aula|edificio} {perWeek|por semana|al día}{daysAsOne|, # días del calendario cuentan como uno|}',
    params: {
      max: ['Como máximo', 'cambios'],
      perWeek: ['En la semana, no en cada día'],
      rooms: ['Cuentan otras aulas, no solo otros edificios'],
      daysAsOne: daysAsOneLabel,
    },
    reasons: {
      usual: '{who} cambia de edificio {has|vez|veces} el {day} (como máximo {max})',
      rooms: '{who} cambia de aula {has|vez|veces} el {day} (como máximo {max})',
      week: '{who} cambia de edificio {has|vez|veces} en una semana (como máximo {max})',
      roomsWeek: '{who} cambia de aula {has|vez|veces} en una semana (como máximo {max})',
    },
  },
  minGapAtChange: {
    title: 'Hueco al cambiar de edificio',
    doc: 'Una unidad por cada sesión en otro edificio, o en otra aula, que la anterior del mismo día, cuando hay entre ellas menos franjas de las pedidas: las pausas cuentan como franjas, y también las sesiones sin aula o en un aula sin edificio. Cuenta la primera aula de una sesión.',
    sentence:
      '{scope|tiene|tienen} al menos {gap|franja|franjas} entre sesiones en {rooms|aulas distintas|edificios distintos}',
    params: {
      gap: ['Al menos', 'franjas entre ambas'],
      rooms: ['Cuentan otras aulas, no solo otros edificios'],
    },
    reasons: {
      usual: '{who} cambia de edificio en menos de {gap|franja|franjas} el {day}',
      rooms: '{who} cambia de aula en menos de {gap|franja|franjas} el {day}',
    },
  },
  minFreeSlotsOvernight: {
    title: 'Franjas libres de noche',
    doc: 'Una unidad por cada franja que falta entre el final de la última sesión de un día y el comienzo de la primera del siguiente: se cuentan las franjas que quedan después de una y antes de la otra, también pausas y franjas cerradas.',
    sentence:
      '{scope|tiene|tienen} al menos {slots|franja libre|franjas libres} entre {halves|las mitades de un día|un día y el siguiente}{circular|, también del último día al primero|}',
    params: {
      slots: ['Al menos', 'franjas libres'],
      circular: ['El primer día sigue al último'],
      halves: ['Los días son mitades por turno: solo entre dos mitades'],
    },
    reasons: {
      usual: 'A {who} le faltan {amount|franja libre|franjas libres} antes de {day} (al menos {slots})',
    },
  },
};
