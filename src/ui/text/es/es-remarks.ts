import type { FileRemarks } from '../../state/words/wording.ts';

const correctLine = 'Corrija esta línea.';
const times = 'Cambie las horas en el calendario.';
const kept = 'Está en la lista del proyecto y se queda en su archivo.';
const cutOff = 'Puede que el archivo esté cortado; consígalo de nuevo.';
const rename = 'Cambie el nombre de uno de los dos, o quítelo.';
const saveProject = 'Guarde un proyecto de Horarium: en él se conserva todo.';
const ownProblem = 'Use la solución con el problema para el que se hizo.';
const firstOfThem = 'El primer valor es «{first}».';

const lost =
  '{what=rule:reglas del tipo|ruleAsItIs:reglas tal como son, del tipo|ruleInScope:reglas con este alcance y esta fuerza, del tipo|off:reglas desactivadas|notEnforced:reglas que no se aplican|stays:lugares donde conviene que se queden sesiones|overlaps:solapamientos de grupos|ownStudents:estudiantes con sesiones propias|roomless:sesiones en varias aulas (no reciben ninguna)|firstRoom:sesiones en varias aulas (reciben una)|oneRoom:sesiones sin aula o con varias (reciben una)|sharedRooms:aulas para varias sesiones a la vez (admiten una)|blocks:sesiones de varias franjas (se dividen)|instructors:sesiones con varios docentes o con elección (reciben el primero)|chosenInstructors:sesiones con elección de docente|noInstructor:sesiones sin docente (reciben uno propio)|uneven:cursos cuyas sesiones difieren (pasan a ser varios)|emptyCourses:cursos sin sesiones|penalties:penalizaciones de horas, aulas y docentes|locks:fijaciones|travel:caminos entre aulas|buildings:edificios|roomChoices:aulas posibles|events:sesiones con estos grupos, duraciones, aulas y docentes|calendar:días y horas del calendario|groups:grupos en este lugar entre los demás}{?rule| «#»}';

/** What is said of files of other programs, in Spanish. */
export const remarks: FileRemarks = {
  '*.more': [
    'El archivo tiene {more|error más|errores más} de este tipo.',
    'Corrija los primeros y abra de nuevo el archivo; los demás suelen venir de ellos.',
  ],
  '*.missing': ['El elemento «{element}» necesita el atributo «{name}».'],
  '*.number': ['«{name}» debe ser un número entero de {min} a {max}.'],
  '*.decimal': ['«{name}» debe ser un número de {min} a {max}.'],
  '*.bits': ['«{name}» debe tener {count} cifras 0 o 1, al menos una de ellas 1.'],
  '*.slots': ['Un día de 24 horas debe tener franjas de minutos enteros.'],
  '*.time': ['Esta hora no cabe en un solo día.'],
  '*.notEnforced': ['«{kind}» se conserva, pero no se aplica.', kept],

  'xml.malformed': ['El archivo no es XML bien formado.', 'Guárdelo de nuevo con su programa, o corrija esta línea.'],
  'xml.empty': ['El archivo no tiene ningún elemento.'],
  'xml.doctype': [
    'El archivo declara entidades propias; esos archivos no se leen.',
    'Quite el DOCTYPE del principio del archivo.',
  ],
  'xml.tooDeep': ['Los elementos están anidados en más de {most} niveles.'],
  'xml.tooLarge': [
    'El archivo tiene más de {most} elementos.',
    'Los datos de horarios son mucho más pequeños; compruebe que es el archivo correcto.',
  ],
  'json.syntax': [
    'El archivo no es JSON correcto: {wanted=more:el texto acaba demasiado pronto|colon:aquí se espera un signo de dos puntos|name:aquí se espera un nombre entre comillas dobles|bracket:aquí se espera el corchete o la llave que corresponde|comma:aquí se espera una coma o un cierre|value:aquí se espera un valor|end:el texto debería acabar aquí}.',
    'Corrija este lugar, o guarde de nuevo el archivo en su origen.',
  ],
  'json.unreadable': ['El archivo no se puede leer como JSON.'],
  'json.refusedKey': ['No se permite el nombre «{name}».', 'Cambie el nombre de esta entrada, o quítela.'],
  'json.tooDeep': ['El texto está anidado en más de {most} niveles.', 'Ningún archivo de horarios está anidado así.'],

  'asc.noLessons': [
    'El archivo no tiene lecciones.',
    'Exporte de aSc Horarios el horario entero, con sus lecciones y tarjetas.',
  ],
  'asc.tooManyGroups': ['Una clase tiene más de {most} grupos.'],
  'asc.unknownReference': [
    'Una lección o un grupo nombra lo que el archivo no tiene: {what=subject:una asignatura|teacher:un docente|class:una clase|group:un grupo|classroom:un aula|student:un alumno|daysdef:una definición de días|weeksdef:una definición de semanas|termsdef:una definición de períodos}.',
  ],
  'asc.tooManyTimes': ['Algunas lecciones pueden ir en más de {most} horas; las demás se dejaron fuera.'],
  'asc.periodsPerWeek': [
    'En algunas lecciones, los períodos de la semana no dan un número entero de tarjetas.',
    'El resto es una tarjeta más corta, o una que se da cada semana; revise esas lecciones.',
  ],
  'asc.students': ['Los alumnos que asisten a lo mismo que su clase se cuentan en ella, sin nombrarlos.'],
  'asc.terms': ['Las semanas de los períodos son las de un ciclo largo.'],
  'asc.timeOff': ['Las horas libres son reglas de disponibilidad; las que llevan interrogación son flexibles.'],
  'asc.clock': ['Las horas de los períodos no van seguidas; se muestran desde las 08:00.', times],
  'asc.mask': ['«{name}» debe tener cifras 0 y 1, como mucho {most}.'],
  'asc.masks': ['«{name}» tiene más de {most} alternativas.'],
  'asc.periods': ['Una tarjeta dura al menos un período.'],
  'asc.unknownLesson': ['Las tarjetas de lecciones que el archivo no tiene se dejaron fuera.', firstOfThem],
  'asc.unknownPeriod': ['Las tarjetas en períodos que el archivo no tiene quedan sin colocar.', firstOfThem],
  'asc.cutCard': ['Hay tarjetas que no caben enteras en el día; quedan sin colocar.', firstOfThem],
  'asc.unknownRoom': ['Hay tarjetas con aulas que el archivo no tiene; estas se dejaron fuera.', firstOfThem],

  'ctt.clock': ['El archivo no tiene horas de reloj; se muestran desde las 08:00.', times],
  'ctt.onlySolution': [
    'Una solución sola dice poco; hace falta su problema.',
    'Suelte el archivo .ctt junto con ella.',
  ],
  'ctt.section': ['Falta la sección {section}.', cutOff],
  'ctt.sectionTwice': ['La sección {section} empieza por segunda vez.'],
  'ctt.header': ['Falta la línea de cabecera «{key}».', 'Añádala encima de la primera sección.'],
  'ctt.headerCount': [
    'Falta la línea de cabecera «{key}».',
    'Indique en ella cuántas líneas tiene la sección {section}.',
  ],
  'ctt.headerLine': [
    'Esto no es una línea de la cabecera.',
    'El archivo empieza con las líneas Name, Courses, Rooms, Days, Periods_per_day, Curricula y Constraints.',
  ],
  'ctt.headerTwice': ['Esta línea de la cabecera aparece dos veces.'],
  'ctt.count': [
    'La cabecera anuncia {announced|línea|líneas} en {section}, pero hay {found}.',
    `{end=cut:${cutOff}|whole:Corrija el número o la sección.}`,
  ],
  'ctt.curriculum': [
    'El currículo {id} anuncia {count|curso|cursos}, pero nombra {found}.',
    'Corrija el número o la lista.',
  ],
  'ctt.duplicate': ['{what=course:El curso|room:El aula|curriculum:El currículo} «{id}» aparece dos veces.', rename],
  'ctt.courseTwice': ['El currículo {id} nombra dos veces el curso {course}.', 'Nombre cada curso una vez.'],
  'ctt.fields': [
    'La línea tiene {count|campo|campos}; su forma es {form}.',
    'Separe los campos con espacios o tabuladores; los nombres no pueden llevarlos.',
  ],
  'ctt.unknownReference': [
    'No existe {what=course:el curso|room:el aula} «{id}».',
    'Corrija el nombre, o añádalo a la sección {section}.',
  ],
  'ctt.number': [
    '{what=day:El día (contado desde 0)|period:El período (contado desde 0)|lectures:El número de sesiones|workingDays:El mínimo de días|students:El número de estudiantes|double:La marca de sesiones dobles|capacity:El número de plazas|courses:El número de cursos del currículo|leastLectures:El mínimo de sesiones al día|mostLectures:El máximo de sesiones al día} debe ser un número entero de {min} a {max}.',
    '{wrong=missing:Añada el número que falta.|negative:Aquí los números negativos no tienen sentido.|fraction:Escríbalo sin fracción.|range:Corrija el número.|letters:Escriba solo cifras.}',
  ],
  'ctt.repeated': ['La línea aparece dos veces; cuenta una.'],
  'ctt.end': [
    'Falta la línea final «END.»; puede que el archivo esté cortado.',
    'Compare la última sección con el original.',
  ],
  'ctt.noSuitableRoom': [
    'Ningún aula sirve para el curso «{course}»; cada una de sus sesiones incumple una regla.',
    'Quite una de sus líneas de la sección ROOM_CONSTRAINTS.',
  ],
  'ctt.notWritten': [`Un problema de ITC-2007 no tiene palabra para: ${lost}.`],
  'ctt.addedRules': ['Un problema de ITC-2007 siempre tiene estas reglas, que el proyecto no tiene así.'],
  'solution.fields': [
    'La línea debe tener la forma <course> <room> <day> <period>.',
    'Separe los cuatro campos con espacios o tabuladores.',
  ],
  'solution.tooMany': [
    'El curso «{course}» tiene menos sesiones que líneas hay aquí.',
    'Quite la línea, o use el problema para el que se hizo esta solución.',
  ],
  'solution.unknownReference': ['El problema no tiene {what=course:el curso|room:el aula} «{id}».', ownProblem],
  'solution.missing': ['Sesiones sin línea: {missing} de {all}; quedan sin colocar.'],

  'fet.root': ['No es un archivo de FET: su elemento raíz no es fet.'],
  'fet.version': ['Los archivos de FET se leen desde la versión 5.', 'Abra el archivo en un FET actual y guárdelo.'],
  'fet.clock': ['Los nombres de las horas no son horas de reloj; se muestran desde las 08:00.', times],
  'fet.timetable': [
    'El archivo trae un horario; sus horas y aulas no quedan fijadas aquí.',
    'Lo que en FET estaba fijado de forma permanente también lo está aquí.',
  ],
  'fet.percentages': [
    'Los porcentajes por debajo de 100 pasaron a pesos de reglas flexibles.',
    'Un peso de 1 a 100 sale del porcentaje. Cámbielo en la lista de reglas.',
  ],
  'fet.weeks': ['FET no puede expresar semanas distintas.', 'FET planifica una semana que se repite.'],
  'fet.times': [
    'Una sesión puede darse en varios días, o durar otro tiempo que su duración, lo que FET no puede expresar.',
    'FET planifica una semana que se repite.',
  ],
  'fet.mode': [
    'No se conoce el modo del archivo; sus días se leen como días simples.',
    'Los modos son Official, Mornings_Afternoons, Block_Planning y Terms.',
  ],
  'fet.modeLost': [
    'Los días ya no corresponden al modo del archivo; se escribe como Official.',
    'Las mañanas y tardes piden un número par de días; los períodos, los mismos días cada uno.',
  ],
  'fet.noCommonRoom': [
    '{count|actividad quiere|actividades quieren} aulas que se excluyen; se incumplirá una restricción de cada una.',
    'Quite una de ellas.',
  ],
  'fet.virtualRoom': [
    '{count|aula virtual se lee como un aula|aulas virtuales se leen como aulas}; no se reservan las aulas reales que necesitan.',
  ],
  'fet.notWritten': [`FET no tiene palabra para esto, que no está en el archivo: ${lost}.`],
  'fet.field': [
    'El campo {name} de {element} {state=missing:falta|empty:está vacío}.',
    'Abra el archivo en FET y complételo.',
  ],
  'fet.truth': ['{name} debe ser true o false.', correctLine],
  'fet.number': ['{name} debe ser un número entero de {min} a {max}.', correctLine],
  'fet.percentage': ['Weight_Percentage debe ser un número de 0 a 100.', correctLine],
  'fet.reference': [
    'El archivo no tiene {what=students:el grupo|tag:la etiqueta|teacher:el docente|subject:la asignatura|room:el aula|day:el día|hour:la hora|activity:la actividad} «{name}».',
    'Corrija el nombre, o quite lo que se refiere a él.',
  ],
  'fet.duplicate': [
    '«{name}» aparece dos veces entre {what=days:los días|hours:las horas|subjects:las asignaturas|tags:las etiquetas|teachers:los docentes|buildings:los edificios|rooms:las aulas|activities:las actividades|students:los grupos}.',
    'Cambie uno de los nombres en FET.',
  ],
  'fet.longName': ['Los nombres tienen como mucho {most} caracteres.', 'Acórtelo en FET.'],
  'fet.count': ['{list} dice {said}, pero contiene {found}.', 'Corrija el número o la lista.'],

  'itc2019.repeated': ['La clase «{id}» nombra dos veces una hora o un aula; cuenta la más barata.'],
  'itc2019.solution': ['No es una solución de ITC-2019.'],
  'itc2019.solutionClass': ['El problema no tiene esta clase; se dejó fuera.'],
  'itc2019.solutionTime': ['La clase no puede darse a esta hora; queda sin colocar.'],
  'itc2019.solutionRoom': ['La clase no puede darse en este aula; queda sin aula.'],
  'itc2019.moreRemarks': ['Otras {more|observación|observaciones} de este tipo.'],
  'itc2019.notWritten': [`Un problema de ITC-2019 no tiene palabra para: ${lost}.`],

  'unitime.noClasses': [
    'El archivo no tiene lista de clases.',
    'Solo se leen problemas del optimizador de cursos, no otros datos de UniTime.',
  ],
  'unitime.unit': ['Una unidad de reparto es de al menos una franja.'],
  'unitime.date': ['La clase no tiene fechas con este identificador.'],
  'unitime.dateOrder': ['Las fechas de la clase no van seguidas.'],
  'unitime.dates': ['Las fechas son como mucho {most} cifras 0 o 1.'],
  'unitime.noTime': ['Las clases sin hora se dejaron fuera, como hace UniTime.'],
  'unitime.unknownRequest': ['Hay estudiantes que piden lo que el archivo no tiene; se dejó fuera.'],
  'unitime.unknownClass': ['Hay restricciones con clases que el archivo no tiene; se dejaron fuera de ellas.'],
  'unitime.sharing': [
    'Algunas aulas son de un departamento a horas en que otro no puede usarlas.',
    'Esas horas no se aplican; sí aquellas en que nadie puede usar un aula.',
  ],
  'unitime.together': [
    'Hay clases que se dan juntas: la primera de cada conjunto tiene el aula y los docentes de todas.',
    'Las demás van a su misma hora.',
  ],
  'unitime.weeks': [
    'Las fechas difieren de más maneras que semanas tiene un ciclo ({most}).',
    'Todas las clases se leen como si se dieran cada semana.',
  ],
  'unitime.locations': ['Hay aulas con un lugar en un mapa; solo se conservan los caminos dados en minutos.'],
  'unitime.discouraged': ['Algunas aulas se desaconsejan a todos; eso no se aplica.'],
  'unitime.studentWeights': ['Hay estudiantes que cuentan por más o menos de uno; aquí cada uno cuenta una vez.'],

  'scheduleEngine.text': ['«{field}» debe ser un texto que no esté vacío.', 'Escríbalo entre comillas dobles.'],
  'scheduleEngine.textInList': ['Aquí debe haber un texto que no esté vacío.'],
  'scheduleEngine.number': [
    '«{field}» debe ser {kind=any:un número|whole:un número entero} de {min} a {max}.',
    '{wrong=text:Escríbalo sin comillas.|number:Corrija el número.}',
  ],
  'scheduleEngine.weeklyHours': ['«{field}» debe ser de {most} horas por semana como mucho.', 'Corrija el número.'],
  'scheduleEngine.list': ['«{field}» debe ser una lista.', 'Escríbala entre corchetes.'],
  'scheduleEngine.record': ['Cada entrada de la lista debe ser un objeto.'],
  'scheduleEngine.subgroupForm': ['Un subgrupo debe ser un texto o un objeto con «id».'],
  'scheduleEngine.courseForm': ['Un curso debe ser un texto o un objeto con «coursecode».'],
  'scheduleEngine.courseType': ['«coursetype» debe ser «Theory» o «Practical».'],
  'scheduleEngine.duplicate': [
    '{what=course:El curso|group:El grupo|instructor:El docente|room:El aula} «{id}» ya está en {earlier}.',
    'Dé otro identificador a uno de los dos, o quítelo.',
  ],
  'scheduleEngine.subgroup': ['El grupo «{id}» ya existe.', 'Dé otro identificador al subgrupo.'],
  'scheduleEngine.boolean': ['«NeedsScheduling» debe ser true o false.'],
  'scheduleEngine.availability': ['«availability» debe ser un objeto de días de la semana.'],
  'scheduleEngine.periods': ['Las horas de un día deben ser una lista.'],
  'scheduleEngine.weekday': ['«{day}» no es un día de la semana.', 'Escriba de Sunday a Friday.'],
  'scheduleEngine.clock': [
    'Un intervalo debe tener «start» y «end» como HH:MM.',
    'Por ejemplo {"start": "10:15", "end": "13:00"}.',
  ],
  'scheduleEngine.periodEnd': ['Un intervalo debe acabar después de empezar.'],
  'scheduleEngine.hours': [
    'Los archivos no dicen cuándo está abierto el centro; se supuso de {from}:00 a {to}:00, de domingo a viernes.',
    'Cambie el calendario si las horas son otras.',
  ],
  'scheduleEngine.rounding': [
    'Las franjas son horas: {rounding=inward:solo cuentan las horas enteras dentro de una disponibilidad (10:15–13:00 pasa a 11:00–13:00)|down:el comienzo y el final de una disponibilidad se redondean a la hora inferior (14:25–16:55 pasa a 14:00–16:00)}.',
  ],
  'scheduleEngine.unknownRounding': ['El redondeo debe ser «inward» o «down».'],
  'scheduleEngine.open': ['El horario de apertura debe ser de 1 a 16 horas enteras de un día.'],
  'scheduleEngine.instructorPerBlock': [
    'Cada bloque de un curso puede recibir otro docente cualificado.',
    'Fije el docente donde una persona deba dar todos los bloques.',
  ],
  'scheduleEngine.unknownCourse': [
    'El grupo {group} asiste a «{course}», que no está en la lista de cursos.',
    'Añada el curso, o corrija su código. Se dejó fuera.',
  ],
  'scheduleEngine.notNeeded': [
    '{count|curso marcado|cursos marcados} para no planificar; se dejaron fuera (con grupos: {enrolled}).',
  ],
  'scheduleEngine.unattended': ['{count|curso sin ningún grupo|cursos sin ningún grupo}; se dejaron fuera.'],
  'scheduleEngine.partOfHour': [
    '{count|parte práctica|partes prácticas} de menos de una hora: se planifica una hora entera.',
  ],
  'scheduleEngine.fraction': [
    '{count|curso tiene|cursos tienen} partes de hora, que no caben en franjas de una hora; se recortaron.',
    'Alargue esas sesiones si las medias horas importan.',
  ],
  'scheduleEngine.longPractical': [
    '{count|parte práctica|partes prácticas} de más de {longest} horas: en bloques de {block} como mucho.',
  ],
  'scheduleEngine.noRoomWithFeature': [
    'Ningún aula tiene el equipamiento que necesita {id}; vale cualquiera de prácticas.',
    'Añada el equipamiento a un aula, o corrija cómo se escribe.',
  ],
  'scheduleEngine.noRoom': [
    'Ningún aula sirve para {id}; vale cualquiera, y cada sesión incumple una regla.',
    'Añada un aula del tipo «{type}».',
  ],
  'scheduleEngine.nobodyQualified': [
    'Nadie está cualificado para {id}; vale cualquiera, y cada sesión incumple una regla.',
    'Añada «{course}» ({type}) a los cursos de un docente.',
  ],
  'scheduleEngine.neverAvailable': [
    '«{id}» no está disponible a ninguna hora de apertura.',
    'Corrija las horas, o deje «availability» vacío para siempre.',
  ],
  'scheduleEngine.saturday': [
    '{count|entrada está disponible|entradas están disponibles} el sábado, cuando no hay clase; esas horas se dejaron fuera.',
  ],
  'scheduleEngine.maxLoad': [
    'Los límites de horas por semana de {count|docente|docentes} se conservan, pero no se aplican.',
  ],
  'scheduleEngine.twice': [
    'Un segundo archivo contiene {part=courses:cursos|groups:grupos|instructors:docentes|rooms:aulas}.',
    'Suelte un archivo para cada cosa: cursos, grupos, docentes y aulas.',
  ],
  'scheduleEngine.wholeList': [
    'El archivo debe ser una lista de {part=courses:cursos|groups:grupos|instructors:docentes|rooms:aulas}.',
    'El archivo entero es una lista entre corchetes.',
  ],
  'scheduleEngine.missing': [
    'Falta la lista de {part=courses:cursos|groups:grupos|instructors:docentes|rooms:aulas}.',
    'Suelte juntos Course.json, Groups.json, Instructors.json y Rooms.json.',
  ],
  'scheduleEngine.ignored': ['«{field}» no es ninguna de las cuatro listas y se dejó fuera.'],
  'scheduleEngine.notRead': ['Las listas de schedule-engine de este proyecto no están completas.', saveProject],
  'scheduleEngine.notWritten': [`Las listas de schedule-engine no tienen palabra para: ${lost}.`],
};
