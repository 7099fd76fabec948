/**
 * What people write above a column, by what it means: English, German, French, Spanish, Italian, Portuguese, Dutch and
 * Polish, the titles of FET's own CSV files, and in Arabic and Nepali those of our list of a timetable. Compared without
 * capitals, accents and punctuation.
 */
const words = {
  id: [
    ...['id', 'code', 'key', 'kennung', 'kürzel', 'nummer', 'identifiant', 'código', 'codice', 'kod', 'activity id'],
    ...['student id', 'student number', 'matriculation number', 'matrikelnummer', 'matrikelnr', 'matr nr', 'matrícula'],
  ],
  name: ['name', 'title', 'nom', 'nombre', 'nome', 'naam', 'nazwa', 'bezeichnung', 'full name', 'label'],
  tags: [
    'tags',
    'tag',
    'labels',
    'étiquettes',
    'etiquetas',
    'etichette',
    'markierung',
    'activity tags',
    'activity tag',
  ],
  course: [
    ...['course', 'subject', 'module', 'class name', 'unit', 'fach', 'kurs', 'modul', 'lehrveranstaltung', 'matière'],
    ...[
      'cours',
      'asignatura',
      'materia',
      'lv',
      'title',
      'titel',
      'curso',
      'corso',
      'disciplina',
      'vak',
      'przedmiot',
      'course name',
      'discipline',
      'المقرر',
      'पाठ्यक्रम',
    ],
  ],
  event: [
    'event',
    'lesson',
    'lecture',
    'part',
    'stunde',
    'veranstaltung',
    'séance',
    'sesión',
    'lezione',
    'called',
    'الحصة',
    'कक्षा',
  ],
  group: [
    ...['group', 'groups', 'class', 'classes', 'section', 'students sets', 'students set', 'student group', 'klasse'],
    ...['klassen', 'gruppe', 'gruppen', 'classe', 'groupe', 'groupes', 'grupo', 'grupos', 'clase', 'gruppo', 'gruppi'],
    ...[
      'turma',
      'groep',
      'klas',
      'klasa',
      'grupa',
      'year',
      'cohort',
      'zielgruppe',
      'studiengruppe',
      'المجموعات',
      'समूह',
    ],
  ],
  instructor: [
    ...['instructor', 'instructors', 'teacher', 'teachers', 'lecturer', 'lecturers', 'professor', 'staff', 'lehrer'],
    ...[
      'lehrkraft',
      'lehrkräfte',
      'lehrperson',
      'dozent',
      'dozenten',
      'enseignant',
      'enseignants',
      'professeur',
      'prof',
    ],
    ...[
      'profesor',
      'profesores',
      'docente',
      'docenti',
      'insegnante',
      'docent',
      'leraar',
      'nauczyciel',
      'taught by',
      'docentes',
    ],
    ...['dozierende', 'dozent in', 'lehrende', 'lehrperson en', 'faculty member'],
    ...['المدرّسون', 'शिक्षक'],
  ],
  room: [
    ...['room', 'rooms', 'venue', 'location', 'place', 'raum', 'räume', 'zimmer', 'ort', 'salle', 'salles', 'aula'],
    ...['aulas', 'sala', 'salón', 'lokaal', 'lokal', 'candidate rooms', 'room name', 'القاعات', 'कोठाहरू'],
  ],
  student: [
    ...['student', 'student id', 'student name', 'pupil', 'schüler', 'schülerin', 'studierende', 'étudiant', 'élève'],
    ...['estudiante', 'alumno', 'studente', 'aluno', 'leerling', 'uczeń', 'matriculation number', 'matrikelnummer'],
    ...['matrikelnr', 'matr nr', 'matrícula'],
  ],
  size: [
    ...['size', 'students', 'number of students', 'headcount', 'enrolment', 'enrollment', 'schülerzahl', 'größe'],
    ...[
      'anzahl',
      'effectif',
      'alumnos',
      'studenti',
      'alunos',
      'aantal',
      'attendees',
      'teilnehmer',
      'teilnehmerzahl',
      'enrolled',
      'effectifs',
    ],
  ],
  capacity: [
    ...['capacity', 'seats', 'places', 'room capacity', 'plätze', 'kapazität', 'sitzplätze', 'capacité', 'capacidad'],
    ...['capacità', 'capacidade', 'capaciteit', 'pojemność', 'posti', 'cap', 'max capacity', 'sitze'],
  ],
  duration: [
    ...['duration', 'length', 'slots', 'periods', 'hours', 'total duration', 'dauer', 'stunden'],
    ...['durée', 'heures', 'duración', 'horas', 'durata', 'ore', 'duração', 'duur', 'uren'],
  ],
  lessons: [
    ...['lessons per week', 'lessons a week', 'weekly lessons', 'lessons', 'periods per week', 'hours per week'],
    ...['weekly hours', 'times per week', 'frequency', 'wochenstunden', 'stunden pro woche', 'unterrichtsstunden'],
    ...['heures par semaine', 'séances par semaine', 'horas semanales', 'horas por semana', 'sesiones por semana'],
    ...['ore settimanali', 'horas semanais', 'aulas por semana', 'uren per week', 'lessen per week'],
    ...['godziny tygodniowo'],
    ...['sws', 'meetings per week', 'sessions per week'],
  ],
  parts: ['split', 'split duration', 'parts', 'pattern', 'aufteilung', 'blöcke', 'répartition', 'reparto', 'blocks'],
  minDays: ['min days', 'minimum days', 'days between', 'mindestabstand', 'jours minimum', 'min n days'],
  minDaysWeight: ['weight', 'min days weight', 'weight percentage', 'gewicht', 'poids'],
  together: ['consecutive', 'consecutive if same day', 'am selben tag zusammen'],
  building: [
    'building',
    'site',
    'campus',
    'gebäude',
    'haus',
    'bâtiment',
    'edificio',
    'prédio',
    'gebouw',
    'budynek',
    'geb',
    'bldg',
  ],
  roomType: ['room type', 'raumtyp', 'raumart', 'type de salle', 'tipo de aula', 'tipo di aula'],
  type: ['type', 'kind', 'room type', 'art', 'typ', 'raumtyp', 'tipo'],
  features: ['features', 'equipment', 'needs', 'ausstattung', 'équipement', 'equipamiento', 'attrezzature'],
  parent: ['parent', 'part of', 'lies in', 'parent group', 'year', 'jahrgang', 'stufe', 'année', 'niveau', 'curso'],
  weeks: [
    'weeks',
    'week',
    'wochen',
    'woche',
    'semaines',
    'semaine',
    'semanas',
    'settimane',
    'weken',
    'الأسابيع',
    'हप्ता',
  ],
  day: ['day', 'weekday', 'days', 'tag', 'wochentag', 'jour', 'día', 'giorno', 'dia', 'dag', 'dzień', 'اليوم', 'दिन'],
  start: [
    ...['start', 'start time', 'begin', 'from', 'hour', 'period', 'slot', 'time', 'beginn', 'von', 'anfang', 'stunde'],
    ...[
      'uhrzeit',
      'zeit',
      'début',
      'heure',
      'de',
      'inicio',
      'hora',
      'desde',
      'inizio',
      'ora',
      'dalle',
      'início',
      'godzina',
      'من',
      'देखि',
    ],
  ],
  end: [
    'end',
    'end time',
    'to',
    'until',
    'ende',
    'bis',
    'fin',
    'à',
    'hasta',
    'fine',
    'alle',
    'fim',
    'einde',
    'حتى',
    'सम्म',
  ],
  level: ['level', 'availability', 'state', 'status', 'verfügbarkeit', 'disponibilité', 'disponibilidad', 'wunsch'],
  who: ['who', 'whom', 'resource', 'wer', 'qui', 'quién', 'chi'],
  yearSize: ['number of students per year'],
  groupSize: ['number of students per group'],
  subgroup: ['subgroup', 'untergruppe', 'sous groupe', 'subgrupo', 'sottogruppo'],
  subgroupSize: ['number of students per subgroup'],
  coursesAsked: [
    ...[
      'courses',
      'requests',
      'choices',
      'asks for courses',
      'enrolments',
      'enrollments',
      'kurse',
      'kurswahl',
      'choix',
    ],
    ...['wahl', 'belegt', 'belegung', 'belegte kurse', 'fächer', 'inscriptions', 'matières', 'asignaturas'],
  ],
  eventsAttended: ['events', 'lessons', 'enrolled in', 'attends events', 'veranstaltungen'],
} as const;

export type HeadingConcept = keyof typeof words;

/** A heading as it is compared: small letters without accents, one blank between words. */
export function plainHeading(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const compared = new Map<HeadingConcept, ReadonlySet<string>>();

export function isHeadingOf(concept: HeadingConcept, heading: string): boolean {
  let known = compared.get(concept);
  if (known === undefined) {
    known = new Set(words[concept].map(plainHeading));
    compared.set(concept, known);
  }
  return known.has(heading);
}

/** What is said of somebody or something in a title of two words: "room no", "teacher name". */
const attributes: ReadonlySet<string> = new Set(['name', 'title', 'titel', 'type', 'typ', 'nom', 'nombre']);
const numbers: ReadonlySet<string> = new Set(['id', 'no', 'nr', 'number', 'nummer', 'code', 'num', 'numero']);

/** What a title is about that ends with an attribute, and whether that is a number or a code; null for any other. */
export function attributed(heading: string): { readonly of: string; readonly isNumber: boolean } | null {
  const words = heading.split(' ');
  const last = words.pop() ?? '';
  const isNumber = numbers.has(last);
  return words.length === 0 || !(isNumber || attributes.has(last)) ? null : { of: words.join(' '), isNumber };
}

/** True for what is a title of a column in any of the tables. */
export function isAnyHeading(heading: string): boolean {
  const of = attributed(heading)?.of ?? heading;
  return (Object.keys(words) as HeadingConcept[]).some(
    (concept) => isHeadingOf(concept, heading) || isHeadingOf(concept, of),
  );
}
