import type { RuleWords } from '../../../domain/wording/wording.ts';

const daysAsOneLabel = ['Tage des Kalenders, die als einer zählen', 'Tage'] as const;
const slots = 'Zeitfenster';

/** Every kind of rule, in German. */
export const ruleKinds: Readonly<Record<string, RuleWords>> = {
  unavailable: {
    title: 'Nicht verfügbar',
    doc: 'Eine Einheit für jedes Zeitfenster, in dem eine Veranstaltung etwas oder jemanden braucht, das oder der dann nicht verfügbar ist.',
    sentence: '{scope|ist|sind} {slots|zu noch zu wählenden Zeiten} nicht verfügbar',
    params: { slots: ['Nicht verfügbar in'] },
    reasons: { usual: '{who} ist am {day}{?slots| #} nicht verfügbar, hat aber {events}' },
  },
  preferredTime: {
    title: 'Bevorzugte Zeiten',
    doc: 'Eine Einheit für jede Veranstaltung, die nicht in einem der gewählten Zeitfenster beginnt oder, wenn das verlangt ist, nicht ganz in ihnen liegt.',
    sentence: '{event|hat|haben} {wholly|jedes Zeitfenster|das erste Zeitfenster} {slots|zu noch zu wählenden Zeiten}',
    params: { slots: ['Bevorzugte Zeitfenster'], wholly: ['Ganz innerhalb, nicht nur der Beginn'] },
    reasons: {
      usual: '{events} beginnt außerhalb der bevorzugten Zeiten',
      wholly: '{events} liegt außerhalb der bevorzugten Zeiten',
    },
  },
  roomCapacity: {
    title: 'Größe der Räume',
    doc: 'Eine Einheit für jede Person ohne Sitzplatz; eine Veranstaltung in mehreren Räumen wird gleichmäßig verteilt.',
    sentence: '{event|hat|haben} einen Sitzplatz für alle, die teilnehmen',
    params: {},
    reasons: { usual: 'Für {events} {amount|fehlt # Sitzplatz|fehlen # Sitzplätze} in {who}' },
  },
  roomSuitability: {
    title: 'Geeignete Räume',
    doc: 'Eine Einheit für jeden Raum einer Veranstaltung, der nicht in der Liste der erlaubten steht oder, ohne Liste, nicht die passende Art und Ausstattung hat.',
    sentence: '{event|findet|finden} in {roomIds|einem Raum der richtigen Art mit aller Ausstattung} statt',
    params: { roomIds: ['Erlaubte Räume (leer: nach Art und Ausstattung)'] },
    reasons: { usual: '{who} ist für {events} nicht geeignet' },
  },
  instructorSuitability: {
    title: 'Geeignete Lehrkräfte',
    doc: 'Eine Einheit für jede Lehrkraft einer Veranstaltung, die nicht in der Liste der erlaubten steht oder, ohne Liste, nicht qualifiziert ist; solange niemand qualifiziert ist, für jede.',
    sentence:
      '{event|wird|werden} von {instructorIds|jemand Qualifiziertem} unterrichtet{nobodyYet| (noch ist es niemand)|}',
    params: {
      instructorIds: ['Erlaubte Lehrkräfte (leer: alle qualifizierten)'],
      nobodyYet: ['Noch ist niemand qualifiziert'],
    },
    reasons: { usual: '{who} sollte {events} nicht unterrichten' },
  },
  pinned: {
    title: 'Fixiertes behalten',
    doc: 'Eine Einheit für jeden fixierten Teil einer Veranstaltung (Zeit, jeder Raum, jede Lehrkraft), der von der Fixierung abweicht. Fixierungen engen auch die Suche ein.',
    sentence: '{event|bleibt|bleiben} wie fixiert',
    params: {},
    reasons: {
      usual: '{events} ist nicht zur fixierten Zeit',
      other: '{events} sollte {who} nicht haben: etwas anderes ist fixiert',
    },
  },
  preferNotToMove: {
    title: 'Möglichst nicht verschieben',
    doc: 'Eine Einheit für jeden Teil einer Veranstaltung (Zeit, jeder Raum, jede Lehrkraft), der nicht da ist, wo er besser bliebe: Das kostet etwas und verbietet nichts.',
    sentence: '{event|bleibt|bleiben} möglichst am vorgemerkten Platz',
    params: {},
    reasons: {
      usual: '{events} ist nicht zu der Zeit, zu der es besser bliebe',
      other: '{events} hat {who} statt dessen, was es besser behielte',
    },
  },
  minimalChange: {
    title: 'Wenige Änderungen',
    doc: 'Für jede Veranstaltung, die eine andere Zeit, einen anderen Raum oder eine andere Lehrkraft hat als in der Vorlage, so viele Einheiten wie eingestellt. Was die Vorlage nicht sagt, ist frei.',
    sentence:
      '{event|bleibt|bleiben} wie in der Vorlage (andere Zeit zählt {time}, Raum {room}, Lehrkraft {instructor})',
    params: {
      reference: ['Wie in der Vorlage'],
      time: ['Eine andere Zeit zählt'],
      room: ['Ein anderer Raum zählt'],
      instructor: ['Eine andere Lehrkraft zählt'],
    },
    reasons: {
      usual: '{events} ist zu einer anderen Zeit als in der Vorlage',
      other: '{events} hat {who}, anders als in der Vorlage',
    },
  },
  studentConflict: {
    title: 'Studierende mit Konflikten',
    doc: 'Eine Einheit für jede Person und je zwei ihrer einzeln belegten Veranstaltungen, die sich zeitlich überschneiden.',
    sentence: 'Wer {events} besucht, hat keine zwei davon zur selben Zeit',
    params: {},
    reasons: { usual: '{amount|# Person hat|# Personen haben} {events} zur selben Zeit' },
  },
  attendanceConflict: {
    title: 'Eingeteilte Studierende mit Konflikten',
    doc: 'Eine Einheit für jede Person, die Kurse wünscht, und je zwei der für sie gewählten Veranstaltungen, die sich überschneiden oder zwischen denen die Zeit für den Weg nicht reicht.',
    sentence:
      'Wer auf {events} verteilt ist, kann alles besuchen, was für ihn gewählt wurde, die Wege zwischen den Räumen eingerechnet',
    params: {},
    reasons: { usual: '{amount|# Person kann|# Personen können} nicht beides besuchen: {events}' },
  },
  sameAttendees: {
    title: 'Von denselben Personen besucht',
    doc: 'Eine Einheit für je zwei Veranstaltungen, die niemand beide besuchen kann: Sie überschneiden sich, oder die Zeit reicht nicht für den Weg zwischen den Räumen.',
    sentence: '{events} können von denselben Personen besucht werden, der Weg zwischen den Räumen eingerechnet',
    params: {},
    reasons: { usual: 'Niemand kann beides besuchen: {events}' },
  },
  differentDays: {
    title: 'Verschiedene Tage',
    doc: 'Eine Einheit für je zwei Veranstaltungen mit einem gemeinsamen Wochentag, in welchen Wochen auch immer. Bei Veranstaltungen zählen alle Paare, bei Kursen oder Gruppen die Paare innerhalb.',
    sentence: '{events} liegen an verschiedenen Wochentagen',
    params: {},
    reasons: { usual: '{events} sollten an verschiedenen Tagen liegen' },
  },
  minDaysBetween: {
    title: 'Tage dazwischen, mindestens',
    doc: 'Für je zwei Veranstaltungen einer gemeinsamen Woche die Tage, um die sie näher beieinander liegen als gewünscht: 1 Tag Abstand ist der nächste Tag. Auf Wunsch eine Einheit mehr, wenn sie an einem Tag liegen, ohne aufeinander zu folgen.',
    sentence:
      '{events} liegen mindestens {min|Tag|Tage} auseinander{adjacent|; an einem Tag folgen sie direkt aufeinander|}{overBreaks|| (mit einer Pause dazwischen gilt das nicht als direkt)}{daysAsOne|, # Tage des Kalenders zählen als einer|}',
    params: {
      min: ['Mindestens', 'Tage auseinander'],
      adjacent: ['An einem Tag direkt nacheinander'],
      overBreaks: ['Dazwischen darf eine Pause liegen'],
      daysAsOne: daysAsOneLabel,
    },
    reasons: {
      usual: '{events} sollten mindestens {min|Tag|Tage} auseinander liegen',
      follow: '{events} sollten aufeinander folgen, wenn sie an einem Tag liegen',
      both: '{events} sollten mindestens {min|Tag|Tage} auseinander liegen und an einem Tag aufeinander folgen',
    },
  },
  maxDaysBetween: {
    title: 'Tage dazwischen, höchstens',
    doc: 'Für je zwei Veranstaltungen einer gemeinsamen Woche die Tage, um die sie weiter auseinander liegen als gewünscht: 1 Tag Abstand ist der nächste Tag.',
    sentence:
      '{events} liegen höchstens {max|Tag|Tage} auseinander{daysAsOne|, # Tage des Kalenders zählen als einer|}',
    params: { max: ['Höchstens', 'Tage auseinander'], daysAsOne: daysAsOneLabel },
    reasons: {
      usual: '{events} liegen {has|Tag|Tage} auseinander (höchstens {max})',
      same: '{events} sollten an einem Tag liegen',
    },
  },
  daysLater: {
    title: 'Tage danach, genau',
    doc: 'Eine Einheit für je zwei Veranstaltungen, von denen die spätere (in der Reihenfolge der Regel) nicht genau so viele Tage nach dem letzten Tag der anderen beginnt: 1 ist der nächste Tag. Nach einer Zahl von Tagen kann die Woche neu beginnen, sodass auf Freitag Montag folgt.',
    sentence:
      '{events} liegen {days|Tag|Tage} nacheinander, {either|in beliebiger|in dieser} Reihenfolge{cycle|; nach # Tagen beginnt die Woche neu|}',
    params: {
      days: ['Genau', 'Tage danach'],
      either: ['In beliebiger Reihenfolge'],
      cycle: ['Die Woche beginnt neu nach (0: nie)', 'Tagen'],
    },
    reasons: {
      usual: '{events} sollten in dieser Reihenfolge {days|Tag|Tage} nacheinander liegen',
      either: '{events} sollten {days|Tag|Tage} nacheinander liegen',
    },
  },
  sameDays: {
    title: 'Gleiche Tage',
    doc: 'Eine Einheit für je zwei Veranstaltungen, die nicht an denselben Wochentagen stattfinden; die Tage der einen dürfen unter denen der anderen sein.',
    sentence: '{events} liegen an denselben Wochentagen',
    params: {},
    reasons: { usual: '{events} sollten an denselben Tagen liegen' },
  },
  sameTime: {
    title: 'Gleiche Tageszeit',
    doc: 'Eine Einheit für je zwei Veranstaltungen, von denen nach der Uhrzeit keine innerhalb der anderen liegt, an welchen Tagen und in welchen Wochen auch immer.',
    sentence: '{events} liegen zur selben Tageszeit',
    params: {},
    reasons: { usual: '{events} sollten zur selben Tageszeit liegen' },
  },
  differentTime: {
    title: 'Verschiedene Tageszeiten',
    doc: 'Eine Einheit für je zwei Veranstaltungen mit einem gemeinsamen Zeitfenster des Tages, auch an verschiedenen Tagen oder in verschiedenen Wochen.',
    sentence: '{events} liegen zu verschiedenen Tageszeiten',
    params: {},
    reasons: { usual: '{events} sollten zu verschiedenen Tageszeiten liegen' },
  },
  sameStart: {
    title: 'Gleicher Beginn',
    doc: 'Eine Einheit für je zwei Veranstaltungen, die in verschiedenen Zeitfenstern des Tages beginnen, an welchen Tagen auch immer.',
    sentence: '{events} beginnen im selben Zeitfenster des Tages',
    params: {},
    reasons: { usual: '{events} sollten zur selben Tageszeit beginnen' },
  },
  overlap: {
    title: 'Gleichzeitig',
    doc: 'Eine Einheit für je zwei Veranstaltungen ohne gemeinsames Zeitfenster am selben Tag und in derselben Woche; eines genügt.',
    sentence: '{events} liegen zur selben Zeit',
    params: {},
    reasons: { usual: '{events} sollten sich zeitlich überschneiden' },
  },
  notOverlap: {
    title: 'Nicht gleichzeitig',
    doc: 'Eine Einheit für je zwei Veranstaltungen mit einem gemeinsamen Zeitfenster am selben Tag und in derselben Woche; auf Wunsch nur bei verschiedenen Schlagwörtern (derer, die die Regel nennt).',
    sentence: '{events} überschneiden sich nie{otherTags|, außer mit demselben Schlagwort|}',
    params: { otherTags: ['Nur mit verschiedenen Schlagwörtern'] },
    reasons: { usual: '{events} sollten sich zeitlich nicht überschneiden' },
  },
  minGapBetween: {
    title: 'Abstand dazwischen',
    doc: 'Eine Einheit für je zwei Veranstaltungen desselben Tages, zwischen denen weniger Zeitfenster liegen als gewünscht; Pausen zählen als Zeitfenster.',
    sentence: '{events} haben am selben Tag mindestens {gap|Zeitfenster|Zeitfenster} dazwischen',
    params: { gap: ['Mindestens', 'Zeitfenster dazwischen'] },
    reasons: { usual: '{events} sollten mindestens {gap|Zeitfenster|Zeitfenster} dazwischen haben' },
  },
  minMinutesBetween: {
    title: 'Abstand dazwischen nach der Uhr',
    doc: 'Eine Einheit für je zwei Veranstaltungen desselben Tages, zwischen denen weniger Minuten liegen als gewünscht.',
    sentence: '{events} haben am selben Tag mindestens {minutes|Minute|Minuten} dazwischen',
    params: { minutes: ['Mindestens', 'Minuten dazwischen'] },
    reasons: { usual: '{events} sollten mindestens {minutes|Minute|Minuten} dazwischen haben' },
  },
  maxWorkDay: {
    title: 'Länge des Tages nach der Uhr',
    doc: 'Eine Einheit für je zwei Veranstaltungen desselben Tages, die vom Beginn der früheren bis zum Ende der späteren mehr Minuten umfassen als gewünscht.',
    sentence: '{events} liegen an jedem Tag innerhalb von {minutes|Minute|Minuten}',
    params: { minutes: ['Höchstens', 'Minuten von der ersten bis zur letzten'] },
    reasons: { usual: '{events} sollten innerhalb von {minutes|Minute|Minuten} eines Tages liegen' },
  },
  consecutive: {
    title: 'Direkt nacheinander',
    doc: 'Eine Einheit für jede Veranstaltung, die nicht direkt auf die vorige folgt: an denselben Tagen, in denselben Wochen, im Zeitfenster danach; Pausen zählen nicht.',
    sentence: '{events} folgen direkt aufeinander, in dieser Reihenfolge',
    params: {},
    reasons: { usual: '{events} sollten in dieser Reihenfolge direkt aufeinander folgen' },
  },
  grouped: {
    title: 'In einem Block',
    doc: 'Eine Einheit für je zwei Nachbarn, die nicht direkt nebeneinander liegen: an denselben Tagen, in denselben Wochen, in gleich welcher Reihenfolge.',
    sentence: '{events} finden in einem Block statt',
    params: {},
    reasons: { usual: '{events} sollten in einem Block liegen' },
  },
  precedence: {
    title: 'Eine nach der anderen',
    doc: 'Eine Einheit für je zwei Veranstaltungen, deren erste Termine nicht in dieser Reihenfolge liegen: nach der ersten Woche, dann dem ersten Tag, dann der Uhrzeit.',
    sentence: '{events} kommen in der Woche nacheinander, in dieser Reihenfolge',
    params: {},
    reasons: { usual: '{events} sollten in dieser Reihenfolge aufeinander folgen' },
  },
  sameWeeks: {
    title: 'Gleiche Wochen',
    doc: 'Eine Einheit für je zwei Veranstaltungen, die nicht in denselben Wochen stattfinden, an welchen Tagen auch immer.',
    sentence: '{events} liegen in denselben Wochen',
    params: {},
    reasons: { usual: '{events} sollten in denselben Wochen liegen' },
  },
  differentWeeks: {
    title: 'Verschiedene Wochen',
    doc: 'Eine Einheit für je zwei Veranstaltungen mit einer gemeinsamen Woche, an welchen Tagen auch immer.',
    sentence: '{events} liegen in verschiedenen Wochen',
    params: {},
    reasons: { usual: '{events} sollten in verschiedenen Wochen liegen' },
  },
  sameRoom: {
    title: 'Gleicher Raum',
    doc: 'Eine Einheit für je zwei Veranstaltungen, deren (erste) Räume verschieden sind; auf Wunsch nur, wo eine direkt auf die andere folgt.',
    sentence: '{events} sind im selben Raum{following|, wenn eine direkt auf die andere folgt|}',
    params: { following: ['Nur wenn eine direkt auf die andere folgt'] },
    reasons: { usual: '{events} sollten im selben Raum sein' },
  },
  differentRoom: {
    title: 'Verschiedene Räume',
    doc: 'Eine Einheit für je zwei Veranstaltungen mit demselben (ersten) Raum; ohne Raum wird nicht verglichen.',
    sentence: '{events} sind in verschiedenen Räumen',
    params: {},
    reasons: { usual: '{events} sollten in verschiedenen Räumen sein' },
  },
  sameInstructor: {
    title: 'Gleiche Lehrkraft',
    doc: 'Eine Einheit für je zwei Veranstaltungen, die Lehrkräfte haben, aber keine gemeinsame.',
    sentence: '{events} haben dieselbe Lehrkraft',
    params: {},
    reasons: { usual: '{events} sollten dieselbe Lehrkraft haben' },
  },
  differentInstructor: {
    title: 'Verschiedene Lehrkräfte',
    doc: 'Eine Einheit für je zwei Veranstaltungen mit einer gemeinsamen Lehrkraft.',
    sentence: '{events} haben verschiedene Lehrkräfte',
    params: {},
    reasons: { usual: '{events} sollten nicht dieselbe Lehrkraft haben' },
  },
  beginsOrEndsDay: {
    title: 'Erste oder letzte des Tages',
    doc: 'Die Veranstaltung ist für alle, die teilnehmen, die erste des Tages oder, wenn das verlangt ist, die letzte: eine Einheit für jede andere, die am selben Tag vorher beginnt oder später endet.',
    sentence: '{event|ist|sind} {ends|die letzte|die erste} des Tages für alle, die teilnehmen',
    params: { ends: ['Die letzte statt der ersten'] },
    reasons: {
      usual: '{event} sollte den Tag der Teilnehmenden beginnen, aber {other} beginnt früher',
      last: '{event} sollte den Tag der Teilnehmenden beenden, aber {other} endet später',
    },
  },
  isolated: {
    title: 'Einzelne Stunden',
    doc: 'Eine Einheit für jedes belegte Zeitfenster eines Tages, neben dem beide frei sind.',
    sentence: '{scope|hat|haben} keine Stunde ohne Nachbarn am selben Tag',
    params: {},
    reasons: { usual: '{who} hat {amount|einzelne Stunde|einzelne Stunden} am {day}' },
  },
  minDays: {
    title: 'Mindestzahl der Tage',
    doc: 'Eine Einheit für jeden Tag, der in einer Woche fehlt. Nur für die, die sicher eine Veranstaltung haben.',
    sentence: '{scope|hat|haben} Veranstaltungen an mindestens {min|Tag|Tagen} der Woche',
    params: { min: ['Mindestens', 'Tage'] },
    reasons: { usual: '{who} ist auf {has} von mindestens {min|Tag|Tagen} verteilt' },
  },
  maxDays: {
    title: 'Höchstzahl der Tage',
    doc: 'Eine Einheit für jeden Tag mit Unterricht über der Grenze, Woche für Woche.',
    sentence: '{scope|hat|haben} Veranstaltungen an höchstens {max|Tag|Tagen} der Woche',
    params: { max: ['Höchstens', 'Tage'] },
    reasons: { usual: '{who} hat Unterricht an {has|Tag|Tagen} (höchstens {max})' },
  },
  maxGapsPerDay: {
    title: 'Lücken am Tag',
    doc: 'Eine Einheit für jedes freie Zeitfenster eines Tages über der Grenze, das zwischen dem ersten und dem letzten belegten liegt, keine Pause ist und in dem die Person verfügbar ist.',
    sentence: '{scope|hat|haben} höchstens {max|Lücke|Lücken} am Tag',
    params: { max: ['Höchstens', 'Lücken am Tag'] },
    reasons: {
      usual: '{who} hat {has|freies Zeitfenster|freie Zeitfenster} zwischen Stunden am {day}{?max| (höchstens #)}',
    },
  },
  lunch: {
    title: 'Mittagspause',
    doc: 'Eine Einheit für jedes Zeitfenster, um das die längste freie Zeit im Mittagsbereich zu kurz ist, an Tagen mit Unterricht.',
    sentence:
      '{scope|hat|haben} an Tagen mit Unterricht {length|freies Zeitfenster|freie Zeitfenster nacheinander} zwischen {window}',
    params: { window: ['Zwischen'], length: ['Frei', 'Zeitfenster nacheinander'] },
    reasons: { usual: '{who} hat am {day} mittags {free} statt {length|freiem Zeitfenster|freien Zeitfenstern}' },
  },
  runLength: {
    title: 'Länge der Blöcke',
    doc: 'Eine Einheit für jedes Zeitfenster, das einem Block aufeinanderfolgender Stunden zur Mindestlänge fehlt oder über seine Höchstlänge geht.',
    sentence: '{scope|hat|haben} Blöcke von {min} bis {max|Zeitfenster|Zeitfenstern} nacheinander',
    params: { min: ['Mindestens', 'Zeitfenster nacheinander'], max: ['Höchstens', 'Zeitfenster nacheinander'] },
    reasons: { usual: 'Nicht alle Blöcke von {who} am {day} haben {min} bis {max|Zeitfenster|Zeitfenster}' },
  },
  roomStability: {
    title: 'Wenige Räume',
    doc: 'Eine Einheit für jeden verschiedenen Raum eines Kurses über der Grenze.',
    sentence: '{scope|findet|finden} in höchstens {max|Raum|Räumen} statt',
    params: { max: ['Höchstens', 'Räume'] },
    reasons: { usual: '{who} nutzt {has|Raum|Räume} statt {max}' },
  },
  minLoadPerDay: {
    title: 'Mindestlast am Tag',
    doc: 'Eine Einheit für jedes Zeitfenster, das einem Tag mit Unterricht fehlt; auf Wunsch auch Tagen ohne Unterricht, wenn sie offen sind und die Person verfügbar ist.',
    sentence:
      '{scope|hat|haben} mindestens {min|Zeitfenster|Zeitfenster} an {emptyDays|jedem offenen Tag|jedem Tag mit Unterricht}',
    params: { min: ['Mindestens', 'Zeitfenster am Tag'], emptyDays: ['Auch an Tagen ohne Unterricht'] },
    reasons: {
      usual: '{who} hat {has|Zeitfenster|Zeitfenster} am {day} (mindestens {min})',
      nothing: '{who} hat nichts an {free|Tag|Tagen} (mindestens {min|Zeitfenster|Zeitfenster} am Tag)',
    },
  },
  maxLoadPerDay: {
    title: 'Last am Tag',
    doc: 'Eine Einheit für jedes belegte Zeitfenster eines Tages über der Grenze.',
    sentence: '{scope|hat|haben} höchstens {max|Zeitfenster|Zeitfenster} am Tag',
    params: { max: ['Höchstens', 'Zeitfenster am Tag'] },
    reasons: { usual: '{who} ist am {day} in {has|Zeitfenster|Zeitfenstern} belegt (höchstens {max})' },
  },
  maxSpan: {
    title: 'Länge des Tages',
    doc: 'Eine Einheit für jedes Zeitfenster über der Grenze vom Beginn der ersten bis zum Ende der letzten Stunde eines Tages, Lücken und Pausen eingerechnet.',
    sentence:
      '{scope|hat|haben} höchstens {max|Zeitfenster|Zeitfenster} von der ersten bis zur letzten Stunde eines Tages',
    params: { max: ['Höchstens', 'Zeitfenster von der ersten bis zur letzten'] },
    reasons: { usual: 'Der Tag von {who} am {day} dauert {has|Zeitfenster|Zeitfenster} (höchstens {max})' },
  },
  maxConsecutive: {
    title: 'Stunden nacheinander',
    doc: 'Eine Einheit für jedes Zeitfenster über der Grenze in einer ununterbrochenen Folge von Stunden; eine Pause unterbricht sie.',
    sentence: '{scope|hat|haben} höchstens {max|Zeitfenster|Zeitfenster} nacheinander',
    params: { max: ['Höchstens', 'Zeitfenster nacheinander'] },
    reasons: { usual: '{who} hat am {day} mehr als {max|Zeitfenster|Zeitfenster} nacheinander' },
  },
  maxGapsPerWeek: {
    title: 'Lücken in der Woche',
    doc: 'Eine Einheit für jede Lücke einer Woche über der Grenze, alle Tage zusammen. Auf Wunsch zählen nur gewählte Zeitfenster.',
    sentence: '{scope|hat|haben} höchstens {max|Lücke|Lücken} {slots|in der Woche}',
    params: { max: ['Höchstens', 'Lücken in der Woche'], slots: ['Gezählt werden diese Zeitfenster (keine: alle)'] },
    reasons: {
      usual: '{who} hat {has|freies Zeitfenster|freie Zeitfenster} zwischen Stunden in der Woche (höchstens {max})',
    },
  },
  minLoadPerWeek: {
    title: 'Mindestlast in der Woche',
    doc: 'Eine Einheit für jedes Zeitfenster, das einer Woche fehlt. Nur für die, die sicher eine Veranstaltung haben.',
    sentence: '{scope|hat|haben} mindestens {min|Zeitfenster|Zeitfenster} in der Woche',
    params: { min: ['Mindestens', 'Zeitfenster in der Woche'] },
    reasons: { usual: '{who} hat {has|Zeitfenster|Zeitfenster} in der Woche (mindestens {min})' },
  },
  maxLoadPerWeek: {
    title: 'Höchstlast in der Woche',
    doc: 'Eine Einheit für jedes belegte Zeitfenster einer Woche über der Grenze; eines mit zwei Veranstaltungen zählt einmal.',
    sentence: '{scope|hat|haben} höchstens {max|Zeitfenster|Zeitfenster} in der Woche',
    params: { max: ['Höchstens', 'Zeitfenster in der Woche'] },
    reasons: { usual: '{who} hat {has|Zeitfenster|Zeitfenster} in der Woche (höchstens {max})' },
  },
  instructorLoad: {
    title: 'Stunden der Lehrkräfte',
    doc: 'Eine Einheit für jedes Zeitfenster, um das eine Woche unter der unteren oder über der oberen Grenze liegt.',
    sentence: '{scope|unterrichtet|unterrichten} {min} bis {max|Zeitfenster|Zeitfenster} in der Woche',
    params: { min: ['Mindestens', 'Zeitfenster in der Woche'], max: ['Höchstens', 'Zeitfenster in der Woche'] },
    reasons: {
      usual: '{who} hat {total|Zeitfenster|Zeitfenster} in der Woche ({min} bis {max})',
      most: '{who} hat {total|Zeitfenster|Zeitfenster} in der Woche (höchstens {max})',
    },
  },
  balancedDays: {
    title: 'Ausgeglichene Tage',
    doc: 'Eine Einheit für jedes Zeitfenster, um das der Unterschied zwischen dem längsten und dem kürzesten Tag einer Woche über der Grenze liegt; leere Tage zählen nicht.',
    sentence: '{scope|hat|haben} Tage, die sich um höchstens {difference|Zeitfenster|Zeitfenster} unterscheiden',
    params: { difference: ['Ein Unterschied von höchstens', slots] },
    reasons: {
      usual: 'Die Tage von {who} unterscheiden sich um {has|Zeitfenster|Zeitfenster} (höchstens {difference})',
    },
  },
  maxDaysInInterval: {
    title: 'Tage in einem Teil des Tages',
    doc: 'Eine Einheit für jeden Tag einer Woche mit einer Stunde in diesem Teil des Tages über der Grenze: wenige späte oder wenige frühe Tage.',
    sentence: '{scope|hat|haben} Unterricht zwischen {interval} an höchstens {max|Tag|Tagen} der Woche',
    params: { interval: ['Zwischen'], max: ['Höchstens', 'Tage'] },
    reasons: { usual: '{who} hat um {slots} Veranstaltungen an {has|Tag|Tagen} (höchstens {max})' },
  },
  maxDaysInSlots: {
    title: 'Tage mit gewählten Zeitfenstern',
    doc: 'Eine Einheit für jeden Tag einer Woche mit einer Stunde in den gewählten Zeitfenstern über der Grenze: wenige Nachmittage, wenige frühe Morgen, wenige Samstage.',
    sentence:
      '{scope|ist|sind} an höchstens {max|Tag|Tagen} der Woche belegt; gezählt werden die mit Veranstaltungen {slots|in irgendeinem Zeitfenster}',
    params: { max: ['Höchstens', 'Tage'], slots: ['Mit Veranstaltungen in diesen Zeitfenstern (keine: in allen)'] },
    reasons: { usual: '{who} ist in den gewählten Zeitfenstern an {has|Tag|Tagen} belegt (höchstens {max})' },
  },
  minRest: {
    title: 'Ruhe in der Nacht',
    doc: 'Eine Einheit für jede angefangene Stunde, die zwischen dem Ende eines Tages und dem Beginn des nächsten fehlt.',
    sentence: '{scope|hat|haben} mindestens {hours|Stunde|Stunden} Ruhe zwischen einem Tag und dem nächsten',
    params: { hours: ['Mindestens', 'Stunden'] },
    reasons: { usual: '{who} hat vor {day} {amount|Stunde|Stunden} zu wenig Ruhe (mindestens {hours})' },
  },
  earlyStart: {
    title: 'Früher Beginn',
    doc: 'Eine Einheit für jeden Tag einer Woche über der Grenze, an dem die erste Veranstaltung nicht im ersten möglichen Zeitfenster beginnt.',
    sentence:
      '{scope|beginnt|beginnen} spätestens im möglichen Zeitfenster Nummer {within} des Tages, später an höchstens {max|Tag|Tagen} der Woche',
    params: { max: ['Später an höchstens', 'Tagen'], within: ['Innerhalb der ersten', 'möglichen Zeitfenster'] },
    reasons: {
      usual:
        '{who} beginnt an {has|Tag|Tagen} nicht {within|im ersten Zeitfenster|in den ersten # Zeitfenstern}{?max| (höchstens #)}',
    },
  },
  maxSimultaneous: {
    title: 'Veranstaltungen zugleich',
    doc: 'Für jedes gewählte Zeitfenster die Veranstaltungen über der Grenze, die darin stattfinden; ist keines gewählt, in jedem.',
    sentence: 'Von {together}: höchstens {max} zugleich {slots|in jedem Zeitfenster}',
    params: { max: ['Höchstens', 'zugleich'], slots: ['In diesen Zeitfenstern (keine: in allen)'] },
    reasons: { usual: '{has} Veranstaltungen zugleich (höchstens {max}) am {day} {slots}: {events}' },
  },
  minSimultaneous: {
    title: 'Veranstaltungen zugleich, mindestens',
    doc: 'Für jedes gewählte Zeitfenster, in dem eine stattfindet, die Veranstaltungen, die zur Grenze fehlen; ist keines gewählt, in jedem. Dürfen gewählte nicht leer sein, fehlen in leeren alle.',
    sentence: 'Von {together}: mindestens {min}{empty| oder keine|} zugleich {slots|in jedem Zeitfenster}',
    params: {
      min: ['Mindestens', 'zugleich'],
      empty: ['Zeitfenster dürfen leer sein'],
      slots: ['In diesen Zeitfenstern (keine: in allen)'],
    },
    reasons: {
      usual: '{has} Veranstaltungen zugleich (mindestens {min}) am {day} {slots}: {events}',
      empty: '{missing} der gewählten Zeitfenster sind leer: {who}',
    },
  },
  slotUse: {
    title: 'Nutzung von Zeitfenstern',
    doc: 'Eine Einheit für jedes genutzte der gewählten Zeitfenster unter der unteren oder über der oberen Grenze; eines, das zweimal genutzt wird, zählt einmal.',
    sentence: '{together} nutzen {min} bis {max|Zeitfenster|Zeitfenster}, gezählt {slots|in der ganzen Woche}',
    params: {
      min: ['Mindestens', slots],
      max: ['Höchstens', slots],
      slots: ['Von diesen Zeitfenstern (keine: von allen)'],
    },
    reasons: {
      usual: '{total} der gewählten Zeitfenster sind belegt durch {who} ({min} bis {max})',
      most: '{total} der gewählten Zeitfenster sind belegt durch {who} (höchstens {max})',
    },
  },
  maxLoadOfEvents: {
    title: 'Last einiger Veranstaltungen am Tag',
    doc: 'Eine Einheit für jedes Zeitfenster eines Tages über der Grenze, in dem eine dieser Veranstaltungen stattfindet: höchstens zwei Stunden Praktikum am Tag.',
    sentence: '{together} nutzen höchstens {max|Zeitfenster|Zeitfenster} am Tag',
    params: { max: ['Höchstens', 'Zeitfenster am Tag'] },
    reasons: { usual: '{amount|Zeitfenster|Zeitfenster} mehr als {max} am Tag: {who}' },
  },
  maxRunOfEvents: {
    title: 'Einige Veranstaltungen nacheinander',
    doc: 'Für jede Folge von Zeitfenstern, in denen eine dieser Veranstaltungen stattfindet, die Zeitfenster über der Grenze; eine Pause beendet die Folge.',
    sentence: '{together} nutzen höchstens {max|Zeitfenster|Zeitfenster} nacheinander',
    params: { max: ['Höchstens', 'Zeitfenster nacheinander'] },
    reasons: { usual: '{amount|Zeitfenster|Zeitfenster} mehr als {max} nacheinander: {who}' },
  },
  maxDaysOfEvents: {
    title: 'Genutzte Wochentage',
    doc: 'Eine Einheit für jeden Wochentag über der Grenze, an dem eine der Veranstaltungen stattfindet, in welchen Wochen auch immer.',
    sentence:
      '{together} nutzen höchstens {max|Tag|Tage} der Woche{daysAsOne|, # Tage des Kalenders zählen als einer|} (gezählt {penalty|Mal|Mal})',
    params: { max: ['Höchstens', 'Tage'], daysAsOne: daysAsOneLabel, penalty: ['Mal', 'vor dem Teilen'] },
    reasons: { usual: '{events} sollten an höchstens {max|Tag|Tagen} liegen' },
  },
  maxDayMinutes: {
    title: 'Last des Tages nach der Uhr',
    doc: 'Die Minuten, um die die Veranstaltungen eines Tages länger dauern als gewünscht, in Einheiten, über alle Tage und Wochen, geteilt durch die Zahl der Wochen.',
    sentence:
      '{together} dauern höchstens {minutes|Minute|Minuten} am Tag (je {unit|Minute|Minuten} darüber {penalty|Mal|Mal} gezählt)',
    params: {
      minutes: ['Höchstens', 'Minuten am Tag'],
      unit: ['Gezählt in', 'Minuten'],
      penalty: ['Mal', 'vor dem Teilen'],
    },
    reasons: { usual: '{events} sollten an einem Tag nicht länger als {minutes|Minute|Minuten} dauern' },
  },
  maxBreaks: {
    title: 'Unterbrechungen des Tages',
    doc: 'Eine Einheit für jede Unterbrechung eines Tages über der Grenze, über alle Wochen, geteilt durch die Zahl der Wochen. Eine Unterbrechung ist, wo mehr Minuten als der Abstand zwischen zwei Veranstaltungen liegen.',
    sentence:
      '{together} haben höchstens {max|Unterbrechung|Unterbrechungen} am Tag, gezählt bei mehr als {gap|Minute|Minuten} dazwischen ({penalty|Mal|Mal})',
    params: {
      max: ['Höchstens', 'Unterbrechungen am Tag'],
      gap: ['Keine Unterbrechung bis', 'Minuten'],
      penalty: ['Mal', 'vor dem Teilen'],
    },
    reasons: { usual: '{events} sollten höchstens {max|Unterbrechung|Unterbrechungen} am Tag haben' },
  },
  maxBlock: {
    title: 'Länge eines Blocks nach der Uhr',
    doc: 'Eine Einheit für jeden Block von zwei oder mehr Veranstaltungen eines Tages, der länger dauert als gewünscht, über alle Wochen, geteilt durch die Zahl der Wochen.',
    sentence:
      '{together} bilden keinen Block von mehr als {minutes|Minute|Minuten}; zu einem Block gehört, was höchstens {gap|Minute|Minuten} auseinander liegt ({penalty|Mal|Mal})',
    params: {
      minutes: ['Höchstens', 'Minuten von der ersten bis zur letzten'],
      gap: ['Ein Block bis', 'Minuten Abstand'],
      penalty: ['Mal', 'vor dem Teilen'],
    },
    reasons: { usual: '{events} sollten keinen Block von mehr als {minutes|Minute|Minuten} bilden' },
  },
  maxBuildingChanges: {
    title: 'Gebäudewechsel',
    doc: 'Eine Einheit für jeden Wechsel über der Grenze, an jedem Tag oder in einer Woche: eine Veranstaltung in einem anderen Gebäude, oder in einem anderen Raum, als die vorige desselben Tages. Es zählt der erste Raum einer Veranstaltung; Veranstaltungen ohne Raum oder in einem Raum ohne Gebäude werden übergangen.',
    sentence:
      '{scope|hat|haben} höchstens {max|Wechsel|Wechsel} {rooms|des Raums|des Gebäudes} {perWeek|in der Woche|am Tag}{daysAsOne|, # Tage des Kalenders zählen als einer|}',
    params: {
      max: ['Höchstens', 'Wechsel'],
      perWeek: ['In der Woche, nicht an jedem Tag'],
      rooms: ['Andere Räume zählen, nicht nur andere Gebäude'],
      daysAsOne: daysAsOneLabel,
    },
    reasons: {
      usual: '{who} wechselt am {day} {has|Mal|Mal} das Gebäude (höchstens {max})',
      rooms: '{who} wechselt am {day} {has|Mal|Mal} den Raum (höchstens {max})',
      week: '{who} wechselt {has|Mal|Mal} in einer Woche das Gebäude (höchstens {max})',
      roomsWeek: '{who} wechselt {has|Mal|Mal} in einer Woche den Raum (höchstens {max})',
    },
  },
  minGapAtChange: {
    title: 'Abstand beim Gebäudewechsel',
    doc: 'Eine Einheit für jede Veranstaltung in einem anderen Gebäude, oder in einem anderen Raum, als die vorige desselben Tages, zwischen denen weniger Zeitfenster liegen als gewünscht: Pausen zählen als Zeitfenster, ebenso Veranstaltungen ohne Raum oder in einem Raum ohne Gebäude. Es zählt der erste Raum einer Veranstaltung.',
    sentence:
      '{scope|hat|haben} mindestens {gap|Zeitfenster|Zeitfenster} zwischen Veranstaltungen in verschiedenen {rooms|Räumen|Gebäuden}',
    params: { gap: ['Mindestens', 'Zeitfenster dazwischen'], rooms: ['Andere Räume zählen, nicht nur andere Gebäude'] },
    reasons: {
      usual: '{who} wechselt am {day} das Gebäude in weniger als {gap|Zeitfenster|Zeitfenstern}',
      rooms: '{who} wechselt am {day} den Raum in weniger als {gap|Zeitfenster|Zeitfenstern}',
    },
  },
  minFreeSlotsOvernight: {
    title: 'Freie Zeitfenster über Nacht',
    doc: 'Eine Einheit für jedes Zeitfenster, das zwischen dem Ende der letzten Veranstaltung eines Tages und dem Beginn der ersten des nächsten fehlt: gezählt werden die Zeitfenster, die nach der einen und vor der anderen übrig sind, auch Pausen und geschlossene.',
    sentence:
      '{scope|hat|haben} mindestens {slots|freies Zeitfenster|freie Zeitfenster} zwischen {halves|den Hälften eines Tages|einem Tag und dem nächsten}{circular|, auch zwischen dem letzten Tag und dem ersten|}',
    params: {
      slots: ['Mindestens', 'freie Zeitfenster'],
      circular: ['Auf den letzten Tag folgt der erste'],
      halves: ['Tage sind abwechselnd Hälften: nur zwischen zwei Hälften'],
    },
    reasons: {
      usual: '{who} hat vor {day} {amount|freies Zeitfenster|freie Zeitfenster} zu wenig (mindestens {slots})',
    },
  },
};
