import { z } from 'zod';
import { unpackValue } from '../../src/domain/packed.ts';
import { packedLists } from '../../src/domain/packed-problem.ts';
import type { AnalysisApi } from '../../src/workers/analysis-api.ts';
import type { EditingApi } from '../../src/workers/editing-api.ts';
import type { ExplanationApi } from '../../src/workers/explanation-api.ts';
import type { FormatsApi } from '../../src/workers/formats-api.ts';
import type { PackedHost } from '../../src/workers/packed-host.ts';
import type { WorkerName } from '../../src/workers/remote.ts';

const whole = z.int();
const wholes = z.array(whole);
const text = z.string();
const bytes = z.instanceof(Uint8Array);
const numbers = z.instanceof(Int32Array);
const nothing = z.undefined();
const score = z.strictObject({ unplaced: whole, hard: whole, soft: whole });
const assignment = z.strictObject({ time: whole, rooms: wholes, instructors: wholes });

/** Bytes that `packValue` has made of a value of this shape. */
function packed(shape: z.ZodType) {
  return bytes.refine((value) => {
    try {
      return shape.safeParse(unpackValue(value)).success;
    } catch {
      return false;
    }
  });
}

const violation = z.strictObject({
  rule: whole,
  kind: text,
  hard: z.boolean(),
  amount: whole,
  cost: whole,
  events: wholes,
  resource: whole,
  dayIndex: whole,
  mask: whole,
  total: whole.optional(),
  course: whole.optional(),
});

const finding = z.looseObject({
  code: z.string().regex(/^preCheck\.\w+$/),
  severity: z.enum(['impossible', 'tight']),
  message: text,
  needed: z.number(),
  available: z.number(),
  events: wholes,
  resources: wholes,
});

const analysis = {
  open: nothing,
  evaluate: z.strictObject({ score, violations: z.array(packed(z.array(violation))) }),
  compare: z.array(z.strictObject({ score, byKind: z.record(text, whole) })),
  preCheck: z.array(finding),
} satisfies Shapes<AnalysisApi>;

const obstacle = z.strictObject({ rule: whole, kind: text, amount: whole, resource: whole, events: wholes });
const move = z.strictObject({ event: whole, assignment });
const chain = z.strictObject({ moves: z.array(move), change: score });
const placed = { time: whole, assignment, change: score };
const blocked = { ...placed, obstacles: z.array(obstacle) };
const place = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('present'), ...blocked }),
  z.strictObject({ kind: z.literal('free'), ...placed }),
  z.strictObject({ kind: z.literal('blocked'), ...blocked }),
  z.strictObject({ kind: z.literal('swap'), ...blocked, chain }),
  z.strictObject({
    kind: z.literal('off'),
    ...blocked,
    reason: z.enum(['locked', 'closed', 'notOffered', 'unavailable']),
  }),
]);
const consequences = z.array(z.strictObject({ violation, amount: whole, cost: whole }));
const choices = z.array(
  z.strictObject({ index: whole, isPresent: z.boolean(), change: score, obstacles: z.array(obstacle) }),
);
const differs = z.boolean();

const editing = {
  open: nothing,
  relock: z.boolean(),
  load: nothing,
  update: nothing,
  score,
  places: z.strictObject({ event: whole, places: z.array(place) }),
  roomChanges: z.strictObject({
    ...{ event: whole, times: wholes, rooms: wholes },
    ...{ hard: numbers, soft: numbers, isBlocked: bytes },
  }),
  whyNot: z.strictObject({ move, change: score, caused: consequences, removed: consequences }),
  rooms: choices,
  instructors: choices,
  suggestions: z.array(chain),
  worst: z.strictObject({ event: whole, isUnplaced: z.boolean(), hard: whole, soft: whole }).nullable(),
  fixLocally: z.strictObject({
    ...{ timetable: numbers, before: score, score, moves: whole, isCancelled: z.boolean() },
    changed: z.array(z.strictObject({ event: whole, time: differs, rooms: differs, instructors: differs })),
  }),
  stop: nothing,
} satisfies Shapes<EditingApi>;

const explanation = { explain: z.boolean() } satisfies Shapes<ExplanationApi>;

const diagnostic = z.strictObject({
  code: z.string().regex(/^[a-z]\w*\.\w+$/),
  severity: z.enum(['error', 'warning', 'info']),
  message: text,
  ...{ value: text.optional(), place: text.optional(), advice: text.optional() },
});

function result(value: z.ZodType) {
  const diagnostics = z.array(diagnostic);
  return z.union([
    z.strictObject({ ok: z.literal(true), value, diagnostics }),
    z.strictObject({ ok: z.literal(false), diagnostics }),
  ]);
}

const parts = z.array(packed(z.array(z.unknown())));
const problem = z.strictObject({
  rest: packed(z.looseObject({})),
  lists: z.strictObject(Object.fromEntries(packedLists.map((list) => [list, parts]))),
});

const formats = {
  read: result(
    z.looseObject({
      problem,
      timetables: z.array(z.looseObject({ id: text, name: text, packed: packed(z.looseObject({})) })),
      source: text,
    }),
  ),
  write: result(bytes),
  readSheets: result(
    z.array(z.strictObject({ file: text, name: text, parts: z.array(packed(z.array(z.array(text)))) })),
  ),
} satisfies Shapes<FormatsApi>;

const found = z.strictObject({ island: whole, score, timetable: numbers });
const report = z.strictObject({
  islands: z.array(
    z.strictObject({
      ...{ island: whole, best: score, present: z.array(score), moves: z.number() },
      ...{ temperature: z.number(), diversity: z.number(), emigrant: bytes },
      conflicts: z.array(z.strictObject({ event: whole, other: whole, times: whole })),
    }),
  ),
  stopped: z.boolean(),
  improved: found.nullable(),
});
const ruleCost = z.strictObject({ id: text, kind: text, hard: z.boolean(), amount: whole, cost: whole });
const home = z.strictObject({ genes: z.unknown(), cap: whole, hasOptions: z.boolean() });

const island = {
  preparePacked: z.strictObject({
    image: z.looseObject({ bytes: z.instanceof(ArrayBuffer), eventCount: whole, geneCount: whole, firstGene: numbers }),
    names: z.strictObject({ refOf: numbers, firstFixed: numbers, fixed: numbers, hasEnrolment: z.boolean() }),
    home: home.nullable(),
    population: z.array(home),
  }),
  openPacked: nothing,
  changePacked: report,
  measurePacked: z.number().positive(),
  epochPacked: report,
  auditPacked: packed(
    z.union([z.strictObject({ byRule: z.array(ruleCost) }), z.strictObject({ evaluated: score, message: text })]),
  ),
  migrate: nothing,
  checkpoint: z.array(
    z.strictObject({ island: whole, bytes: whole, stage: z.enum(['waiting', 'underWay', 'done']), memory: bytes }),
  ),
  population: z.array(numbers),
  pause: nothing,
  resume: nothing,
  stop: nothing,
} satisfies Shapes<PackedHost>;

/** One for each method that a worker offers: one that is forgotten does not compile. */
type Shapes<Api> = { readonly [Method in keyof Api]: z.ZodType };

const shapes: Readonly<Record<WorkerName, Readonly<Record<string, z.ZodType>>>> = {
  ...{ analysis, editing, explanation, formats, island },
};

/** Throws where an answer is not of the shape that the interface of the worker promises. */
export function checkAnswer(worker: WorkerName, method: string, answer: unknown): void {
  const shape = shapes[worker][method];
  const checked = shape?.safeParse(answer);
  if (checked?.success === true) return;
  const [issue] = checked?.error.issues ?? [];
  const where = issue === undefined ? 'unknown' : `${issue.path.join('.')}: ${issue.message}`;
  throw new Error(`The worker "${worker}" gave no answer to "${method}" (${where})`);
}
