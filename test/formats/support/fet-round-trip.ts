import type { ProblemData, RuleData } from '../../../src/domain/problem-data.ts';
import type { Result } from '../../../src/domain/result.ts';
import { fetReader } from '../../../src/formats/fet/fet.ts';
import { fetWriter } from '../../../src/formats/fet/writer.ts';
import type { ProjectContent } from '../../../src/formats/format.ts';
import { valueIn } from './files.ts';

// Reader and writer answer at once; the contracts also allow promises.
export function readFet(bytes: Uint8Array): ProjectContent {
  return valueIn(fetReader.read([{ name: 'school.fet', bytes }]) as Result<ProjectContent>);
}

export function writeFet(content: ProjectContent): Uint8Array {
  return valueIn(fetWriter.write(content, null) as Result<Uint8Array>);
}

/** Kinds of which a rule on several events is the sum of those on each. */
const byEvent = ['preferredTime', 'beginsOrEndsDay', 'roomSuitability'];

/** A project without the ids of its rules, which are in any order; what is asked of several events is asked of each. */
export function meaningOf({ problem, timetables }: ProjectContent) {
  const rules = problem.rules.flatMap(({ id: _, ...rule }) => onEach(rule)).map((rule) => JSON.stringify(rule));
  const rest: Omit<ProblemData, 'rules'> = { ...problem };
  return { ...rest, rules: rules.sort(), timetables: timetables.map(({ timetable }) => timetable) };
}

function onEach(rule: Omit<RuleData, 'id'>): readonly Omit<RuleData, 'id'>[] {
  const { scope } = rule;
  if (!byEvent.includes(rule.kind) || scope.of !== 'events' || scope.ids === undefined) return [rule];
  return scope.ids.map((id) => ({ ...rule, scope: { of: 'events', ids: [id] } }));
}
