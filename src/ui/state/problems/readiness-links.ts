import type { ListName } from '../../../domain/operations/operation.ts';
import type { PreCheckFinding } from '../../../domain/pre-check.ts';
import type { Problem, Rule } from '../../../domain/problem.ts';
import { ruleSentence } from '../../../domain/rule-sentence.ts';
import { wording } from '../words/wording.ts';

/** A place where something can be done about a finding. */
export interface FaultLink {
  readonly label: string;
  readonly href: string;
}

/** Where a finding is at fault: the resources it counts, the events that need them, the rules that take slots away. */
export interface FaultLinks {
  readonly resources: readonly FaultLink[];
  readonly events: readonly FaultLink[];
  readonly rules: readonly FaultLink[];
}

/** The row of somebody or something in the tables of the data. */
export function dataAddress(projectId: string, list: ListName, id: string): string {
  return `/p/${projectId}/data/${list}?item=${encodeURIComponent(id)}`;
}

export function ruleAddress(projectId: string, id: string): string {
  return `/p/${projectId}/rules?rule=${encodeURIComponent(id)}`;
}

const rulesNamed = 6;

export function faultLinks(projectId: string, problem: Problem, finding: PreCheckFinding): FaultLinks {
  return {
    resources: unlike(finding.resources.flatMap((resource) => resourceLink(projectId, problem, resource) ?? [])),
    events: unlike(
      finding.events.flatMap((index) => {
        const event = problem.events[index];
        return event === undefined ? [] : [{ label: event.name, href: dataAddress(projectId, 'events', event.id) }];
      }),
    ),
    rules: rulesAtFault(problem, finding)
      .slice(0, rulesNamed)
      .map((rule) => ({
        label: ruleSentence(problem.data, rule.definition, rule.data, undefined, wording()),
        href: ruleAddress(projectId, rule.data.id),
      })),
  };
}

/** The row of a resource in the tables of the data, or null for a set of events. */
export function resourceLink(projectId: string, problem: Problem, resource: number): FaultLink | null {
  const found = problem.resources[resource];
  if (found === undefined) return null;
  const { kind, ref, name } = found;
  const link = (list: ListName, id: string | undefined): FaultLink | null =>
    id === undefined ? null : { label: name, href: dataAddress(projectId, list, id) };
  switch (kind) {
    case 'group':
    case 'overlap':
      return link('groups', problem.groups[ref]?.data.id);
    case 'class':
      return link('courses', problem.courses[ref]?.id);
    case 'instructor':
      return link('instructors', problem.instructors[ref]?.id);
    case 'room':
      return link('rooms', problem.rooms[ref]?.id);
    case 'set':
      return null;
  }
}

/** Several of one name are told once: dozens of lessons are called alike. */
function unlike(links: readonly FaultLink[]): readonly FaultLink[] {
  return [...new Map(links.toReversed().map((link) => [link.label, link])).values()].reverse();
}

/** Proofs that count the open slots of somebody's week against those that its events take, whatever rules say of these. */
const countsWeek = /^preCheck\.(group|instructor)(Tight|Overfull)$/;

/** Hard rules about one of the resources or, without any, about one of the events, that leave fewer slots or rooms. */
function rulesAtFault({ rules }: Problem, { code, resources, events }: PreCheckFinding): readonly Rule[] {
  const counted = new Set(resources);
  const needed = new Set(events);
  return rules.filter((rule) => {
    if (!rule.hard) return false;
    const terms = rule.definition.measures.map(({ term }) => term);
    if (terms.includes('resourceSlot')) return rule.resources.some((resource) => counted.has(resource));
    if (countsWeek.test(code)) return false;
    const narrows = terms.some((term) => term === 'unaryTime' || term === 'unaryRoom' || term === 'unaryInstructor');
    return narrows && rule.events.length < 2 * needed.size + 2 && rule.events.some((event) => needed.has(event));
  });
}
