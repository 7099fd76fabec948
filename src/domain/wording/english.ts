import type { SentencePart, Wording } from './wording.ts';

/** The words that sentences about a project are made of; what is named comes from the project. See `fill` for the places. */
export const englishPhrases = {
  comma: ', ',
  and: '{list} and {last}',
  or: '{list} or {last}',
  others: '{count} others',
  countedEvents: '{name} ({count} events)',
  week: 'week {weeks}',
  weeks: 'weeks {weeks}',
  dayInWeeks: '{day} ({weeks})',
  onSlots: 'on {slots}',
  fromTo: '{from} and {to}',

  every_events: 'every event',
  every_courses: 'every course',
  every_groups: 'every group',
  every_instructors: 'every instructor',
  every_rooms: 'every room',
  eventOfEvery_courses: 'every event of every course',
  eventOfEvery_groups: 'every event of every group',
  eventOfEvery_instructors: 'every event of every instructor',
  eventOfEvery_rooms: 'every event of every room',
  eventOf: 'every event of {who}',
  allEvents: 'all events',
  eventsOfEach_courses: 'the events of each course',
  eventsOfEach_groups: 'the events of each group',
  eventsOfEach_instructors: 'the events of each instructor',
  eventsOfEach_rooms: 'the events of each room',
  eventsOfAll_courses: 'the events of all courses',
  eventsOfAll_groups: 'the events of all groups',
  eventsOfAll_instructors: 'the events of all instructors',
  eventsOfAll_rooms: 'the events of all rooms',
  eventsOf: 'the events of {who}',
  eventsOfEachNamed: 'the events of each of {who}',
  tagged: ' tagged {tags}',
  noTag: 'with nothing yet',
  nobody: 'nobody yet',
  except: ' except {who}',
  eachVerb: 'each {verb}',

  placed: '{events} has no complete placement: a time, a room or an instructor is missing',
  closed: '{events} lies in a break or outside the open hours on {when}',
  enrolled: 'A student asks for a course and has none of its events',
  eventLimit: '{events} has {amount|student|students} over its limit',
  preference: '{events} has a less preferred time, room or instructor (cost {cost})',
  clash_once: '{events} has {who} more than once on {when}',
  clash_overlap: 'The students of {who} have {count|event|events} on {when}: {events}',
  clash_room: '{who} holds {count|event|events} on {when}{?most| (at most #)}: {events}',
  clash_person: '{who} has {count|event|events} on {when}{?most| (at most #)}: {events}',

  holds_lock: '{events} stays as it is locked',
  holds_noTime: '{events} {?several|have|has} no possible time',
  holds_times: '{events} {?several|have|has} only {count|one possible time|# possible times}',
  holds_noRoom: '{events} {?several|have|has} no possible room',
  holds_rooms: '{events} {?several|have|has} only {count|one possible room|# possible rooms}',
  holds_room: '{who} {?several|each hold|holds} {?most|at most # events|one event} at a time',
  holds_instructor: '{who} {?several|each teach|teaches} {?most|at most # events|one event} at a time',
  holds_group: '{who} {?several|each attend|attends} {?most|at most # events|one event} at a time',

  fault_whole: 'must be a whole number from {min} to {max}',
  fault_nobody: 'must name somebody or a tag',
  fault_unknown: 'names “{id}”, which there is not',
  fault_dayEnd: 'must end within the day',
  fault_calendar: 'must choose slots and weeks of the calendar',
  fault_aboveMax: 'must not be above "max"',
  fault_chooseSlot: 'must choose a slot',
  fault_aboveChosen: 'must not be above the {count} chosen slots',
  fault_noPlacement: 'must place at least one event',
  fault_allZero: 'must not be 0 with the others',
  fault_manySlots: 'cannot be kept with more than {count} slots a day',
} as const;

/** English is what everything says by itself: rules and proofs bring their words along. */
export const english: Wording = {
  language: 'en',
  phrases: englishPhrases,
  rules: null,
  proofs: null,
  polish: withoutZeros,
};

/** "at most 0 gaps" is said "no gaps". */
function withoutZeros(parts: readonly SentencePart[]): readonly SentencePart[] {
  const atMost = /\bat most $/;
  const isZero = (part: SentencePart | undefined) => part?.kind === 'value' && /^0 [^\d]/.test(part.text);
  return parts.map((part, index) => {
    if (part.kind === 'words' && isZero(parts[index + 1])) return { ...part, text: part.text.replace(atMost, '') };
    if (isZero(part) && atMost.test(parts[index - 1]?.text ?? ''))
      return { ...part, text: part.text.replace('0', 'no') };
    return part;
  });
}
