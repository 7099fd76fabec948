import { type ListName, listNames } from '../domain/operations/operation.ts';
import { assignmentShape, coverShape, itemShapes, problemFields, scoreShape } from './row-shapes.ts';
import { amount, bytes, listOf, nullable, oneOf, optional, record, type Shape, stepNumber, text } from './shapes.ts';

// An action of another version of the app is still an edit that can be taken back.
const label = record({ action: text, subject: optional(text), count: optional(amount) });

const head = { id: text, version: oneOf([1]), projectId: text, seq: stepNumber, at: text };
const shapeOfKind: Readonly<Record<string, Shape>> = {
  do: record({ ...head, label, size: amount, packed: listOf(bytes) }),
  undo: record({ ...head, of: listOf(amount) }),
  redo: record({ ...head, of: listOf(amount) }),
  discard: record({ ...head, of: listOf(amount) }),
};

/** A row of the log, without what its changes say: that is checked when they are read (`changesShape`). */
export const stepShape: Shape = byField('kind', shapeOfKind);

const itemChanges = Object.fromEntries(
  listNames.map((list: ListName) => [
    list,
    record({ id: text, position: amount, before: nullable(itemShapes[list]), after: nullable(itemShapes[list]) }),
  ]),
);

const fieldChanges = Object.fromEntries(
  (['name', 'calendar', 'notEnforced'] as const).map((name) => [
    name,
    record({ before: problemFields[name], after: problemFields[name] }),
  ]),
);

const assignmentChange = record({
  timetableId: text,
  eventId: text,
  before: nullable(assignmentShape),
  after: nullable(assignmentShape),
});

const enrolmentChange = record({
  timetableId: text,
  studentId: text,
  before: nullable(listOf(text)),
  after: nullable(listOf(text)),
});

const timetableHead = record({ name: text, createdAt: text, runId: nullable(text), score: nullable(scoreShape) });
const timetableChange = record({ id: text, before: nullable(timetableHead), after: nullable(timetableHead) });

const coverChange = record({ date: text, eventId: text, before: nullable(coverShape), after: nullable(coverShape) });

export const changesShape: Shape = listOf(
  byField('of', {
    item: byField('list', itemChanges),
    field: byField('name', fieldChanges),
    assignment: assignmentChange,
    enrolment: enrolmentChange,
    timetable: timetableChange,
    cover: coverChange,
  }),
);

/** The shape that a field of the value chooses. */
function byField(field: string, shapes: Readonly<Record<string, Shape>>): Shape {
  const choice = record({ [field]: oneOf(Object.keys(shapes)) });
  return (value, place) => {
    const flaw = choice(value, place);
    if (flaw !== null) return flaw;
    const chosen = shapes[String((value as Readonly<Record<string, unknown>>)[field])]; // A record, checked just now.
    return chosen === undefined ? place : chosen(value, place);
  };
}
