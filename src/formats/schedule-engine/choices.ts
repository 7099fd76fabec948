import { type Diagnostic, warning } from '../../domain/diagnostic.ts';
import type { Candidate, EventData } from '../../domain/problem-data.ts';
import type { Component } from './components.ts';
import { type EngineInput, normal } from './input.ts';

const lectureTypes = ['lecture', 'classroom', 'auditorium', 'seminar', 'seminar room', 'tutorial', 'both'];
export const practicalTypes = ['practical', 'lab', 'laboratory', 'both'];

/** Rooms and instructors an event of a component can get, and whether each choice breaks a rule whatever it is. */
export interface Choices {
  readonly rooms: readonly Candidate[];
  /** Types of which no room has any: every room is wrong, and counted so. */
  readonly missingRoomTypes: readonly string[] | null;
  readonly instructors: readonly Candidate[];
  /** False when nobody is qualified, so that everybody is a candidate and counted as wrong. */
  readonly qualified: boolean;
}

export function choicesOf(component: Component, input: EngineInput, remarks: Diagnostic[]): Choices {
  return { ...roomChoices(component, input, remarks), ...instructorChoices(component, input, remarks) };
}

/** Needed features decide alone when a room has one of them; otherwise the type of the room does. */
function roomChoices(
  { id, course, practical }: Component,
  { rooms }: EngineInput,
  remarks: Diagnostic[],
): Pick<Choices, 'rooms' | 'missingRoomTypes'> {
  if (practical && course.features.length > 0) {
    const suited = rooms.filter((room) => room.features.some((feature) => course.features.includes(normal(feature))));
    if (suited.length > 0) return { rooms: candidates(suited), missingRoomTypes: null };
    remarks.push(
      warning(
        'scheduleEngine.noRoomWithFeature',
        'No room has a feature that {id} needs; any room for practicals is taken.',
        {
          values: { id },
          value: course.features.join(', '),
          place: id,
          advice: 'Add the feature to a room, or correct its spelling.',
        },
      ),
    );
  }
  const types = practical ? practicalTypes : lectureTypes;
  const suited = rooms.filter((room) => types.includes(normal(room.type)));
  if (suited.length > 0) return { rooms: candidates(suited), missingRoomTypes: null };
  remarks.push(
    warning('scheduleEngine.noRoom', 'No room suits {id}; any room is taken, and each of its meetings breaks a rule.', {
      place: id,
      values: { id, type: practical ? 'Practical' : 'Lecture' },
      advice: 'Add a room of the type "{type}".',
    }),
  );
  return { rooms: candidates(rooms), missingRoomTypes: types };
}

function instructorChoices(
  { id, course, practical }: Component,
  { instructors }: EngineInput,
  remarks: Diagnostic[],
): Pick<Choices, 'instructors' | 'qualified'> {
  const qualified = instructors.filter((instructor) =>
    instructor.qualifications.some((entry) => entry.code === course.code && entry.practical === practical),
  );
  if (qualified.length > 0) return { instructors: candidates(qualified), qualified: true };
  remarks.push(
    warning(
      'scheduleEngine.nobodyQualified',
      'Nobody is qualified for {id}; anybody is taken, and each of its meetings breaks a rule.',
      {
        value: id,
        values: { id, course: course.code, type: practical ? 'Practical' : 'Theory' },
        place: 'Instructors',
        advice: 'Add "{course}" ({type}) to the courses of an instructor.',
      },
    ),
  );
  return { instructors: candidates(instructors), qualified: false };
}

function candidates(items: readonly { readonly id: string }[]): Candidate[] {
  return items.map(({ id }) => ({ id }));
}

/** The part of an event that says who and where. */
export function choiceFields(
  choices: Choices,
): Pick<EventData, 'rooms' | 'roomTypes' | 'instructors' | 'instructorCount'> {
  return {
    rooms: choices.rooms,
    ...(choices.missingRoomTypes === null ? {} : { roomTypes: choices.missingRoomTypes }),
    ...(choices.instructors.length === 0 ? {} : { instructors: choices.instructors, instructorCount: 1 }),
  };
}
