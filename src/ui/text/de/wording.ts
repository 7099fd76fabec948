import { type Phrases, type Wording, withoutZeros } from '../../../domain/wording/wording.ts';
import { advice } from './advice.ts';
import { messages } from './messages.ts';
import { ruleKinds } from './rule-kinds.ts';

const phrases: Phrases = {
  comma: ', ',
  and: '{list} und {last}',
  or: '{list} oder {last}',
  others: '{count} weitere',
  countedEvents: '{name} ({count} Veranstaltungen)',
  week: 'Woche {weeks}',
  weeks: 'Wochen {weeks}',
  dayInWeeks: '{day} ({weeks})',
  onSlots: 'am {slots}',
  fromTo: '{from} und {to}',
  every_events: 'jede Veranstaltung',
  every_courses: 'jeder Kurs',
  every_groups: 'jede Gruppe',
  every_instructors: 'jede Lehrkraft',
  every_rooms: 'jeder Raum',
  eventOfEvery_courses: 'jede Veranstaltung jedes Kurses',
  eventOfEvery_groups: 'jede Veranstaltung jeder Gruppe',
  eventOfEvery_instructors: 'jede Veranstaltung jeder Lehrkraft',
  eventOfEvery_rooms: 'jede Veranstaltung jedes Raums',
  eventOf: 'jede Veranstaltung von {who}',
  allEvents: 'alle Veranstaltungen',
  eventsOfEach_courses: 'die Veranstaltungen jedes Kurses',
  eventsOfEach_groups: 'die Veranstaltungen jeder Gruppe',
  eventsOfEach_instructors: 'die Veranstaltungen jeder Lehrkraft',
  eventsOfEach_rooms: 'die Veranstaltungen jedes Raums',
  eventsOfAll_courses: 'die Veranstaltungen aller Kurse',
  eventsOfAll_groups: 'die Veranstaltungen aller Gruppen',
  eventsOfAll_instructors: 'die Veranstaltungen aller Lehrkräfte',
  eventsOfAll_rooms: 'die Veranstaltungen aller Räume',
  eventsOf: 'die Veranstaltungen von {who}',
  eventsOfEachNamed: 'die Veranstaltungen von {who} (jeweils für sich)',
  tagged: ' mit dem Schlagwort {tags}',
  noTag: '(noch keines)',
  nobody: 'noch niemand',
  except: ' außer {who}',
  eachVerb: '{verb} jeweils',
  placed: '{events} ist nicht vollständig gesetzt: Zeit, Raum oder Lehrkraft fehlt',
  closed: '{events} liegt in einer Pause oder außerhalb der Öffnungszeiten am {when}',
  enrolled: '{amount|Eine Person wünscht|# Personen wünschen} {course}, ohne einen Platz darin zu haben',
  eventLimit: '{events} hat {amount|# Person|# Personen} über der Grenze',
  preference:
    '{events} hat eine weniger beliebte Zeit, einen weniger beliebten Raum oder eine weniger beliebte Lehrkraft (Kosten {cost})',
  clash_once: '{events} hat {who} mehr als einmal am {when}',
  clash_overlap: 'Die Studierenden von {who} haben {count|Veranstaltung|Veranstaltungen} am {when}: {events}',
  clash_room: '{who} fasst {count|Veranstaltung|Veranstaltungen} am {when}{?most| (höchstens #)}: {events}',
  clash_person: '{who} hat {count|Veranstaltung|Veranstaltungen} am {when}{?most| (höchstens #)}: {events}',
  holds_lock: '{events} bleibt wie fixiert',
  holds_noTime: '{events}: keine mögliche Zeit',
  holds_times: '{events}: nur {count|eine mögliche Zeit|# mögliche Zeiten}',
  holds_noRoom: '{events}: kein möglicher Raum',
  holds_rooms: '{events}: nur {count|ein möglicher Raum|# mögliche Räume}',
  holds_room:
    '{who} {?several|fassen jeweils|fasst} {?most|höchstens # Veranstaltungen|eine Veranstaltung} gleichzeitig',
  holds_instructor:
    '{who} {?several|unterrichten jeweils|unterrichtet} {?most|höchstens # Veranstaltungen|eine Veranstaltung} gleichzeitig',
  holds_group:
    '{who} {?several|besuchen jeweils|besucht} {?most|höchstens # Veranstaltungen|eine Veranstaltung} gleichzeitig',
  fault_whole: 'muss eine ganze Zahl von {min} bis {max} sein',
  fault_nobody: 'muss jemanden oder ein Schlagwort nennen',
  fault_unknown: 'nennt „{id}“, das es nicht gibt',
  fault_dayEnd: 'muss innerhalb des Tages enden',
  fault_calendar: 'muss Zeitfenster und Wochen des Kalenders wählen',
  fault_aboveMax: 'darf nicht über dem Höchstwert liegen',
  fault_chooseSlot: 'muss ein Zeitfenster wählen',
  fault_aboveChosen: 'darf nicht über den {count} gewählten Zeitfenstern liegen',
  fault_noPlacement: 'muss mindestens eine Veranstaltung setzen',
  fault_allZero: 'darf nicht wie die anderen 0 sein',
  fault_manySlots: 'gilt nicht bei mehr als {count} Zeitfenstern am Tag',
};

const proofs: NonNullable<Wording['proofs']> = {
  slots: '{count|Zeitfenster|Zeitfenster}',
  moments: '{count|Zeitpunkt|Zeitpunkte}',
  instructors: '{count|Lehrkraft|Lehrkräfte}',
  groups: '{count|Gruppe|Gruppen}',
  rooms: '{count|Raum|Räume}',
  groupOverfull: '{who} hat Veranstaltungen für {need}, aber offen sind nur {available}: {lack} zu viel.',
  groupTight: '{who} braucht {needed} von {have}.',
  instructorTight: '{who} braucht {needed} von {have}.',
  noTime: '{events} hat keine mögliche Zeit.',
  noRoom: '{events} hat keinen möglichen Raum.',
  tooFewRooms: '{events} braucht {rooms} Räume zugleich und hat nur {possible} mögliche.',
  noFreeTime: '{events} hat keine Zeit, zu der alle verfügbar sind.',
  noFreeInstructor: '{events} hat keine Zeit, zu der genug von {holders} durchgehend verfügbar sind.',
  noSuitableRoom: 'Kein Raum hat, was {events} braucht.',
  roomShortage:
    '{events}: nötig sind {need}, aber die geeigneten Räume ({holders}) bieten nur {available}. Es fehlen {lack}.',
  roomsTight: 'Die Räume werden in {needed} von {have} gebraucht.',
  instructorShortage:
    '{events}: nötig sind {need} bei {holders}, aber in den verfügbaren Zeiten gehen nur {available}. Es fehlen {lack}.',
  instructorShortage_long:
    '{events}: nötig sind {need} bei {holders}, aber in verfügbaren Zeiten, die lang genug sind, gehen nur {available}. Es fehlen {lack}.',
  timeShortage:
    '{events}: nötig sind {need}; zusammen können {holders} nur {available} davon halten. Es fehlen {lack}.',
  timeShortage_long:
    '{events}: nötig sind {need}; zusammen können {holders} in Zeiten, die lang genug sind, nur {available} davon halten. Es fehlen {lack}.',
  blocksTooMany:
    '{events}: {needed} Termine{?length| von mindestens # Zeitfenstern} sind nötig, aber die Tage von {holders} fassen {available}: {missing} zu viel.',
  unavoidable:
    '{events} haben keine Wahl, die keine harte Regel verletzt: Wie sie auch gesetzt werden, harte Regeln werden mindestens {bound}-mal verletzt.',
  scarceSlots:
    '{events} konkurrieren um die Zeiten von {holders}. Jede danach gewichtet, wie knapp sie ist: Wie sie auch gesetzt werden, harte Regeln werden mindestens {bound}-mal verletzt.',
};

/** Sentences about a project, in German. */
export const wording: Wording = {
  language: 'de',
  phrases,
  rules: ruleKinds,
  proofs,
  messages,
  advice,
  polish: withoutZeros(/\bhöchstens $/, 'keine'),
};
