import type { Problem, Resource } from '../problem.ts';
import { cellCount, cellsNeeded, createDomainCells, createOpenCells, intersection, noCells, union } from './cells.ts';
import type { CountingNames, Proof } from './finding.ts';

/** Share of its open slots from which a group's or instructor's week is called tight. */
const tightShare = 0.95;

/** Whether a group's events, or those that an instructor surely teaches, fit into the slots it has. */
export function groupProofs(problem: Problem, names: CountingNames): Proof[] {
  const domainCells = createDomainCells(problem);
  const open = createOpenCells(problem);
  const needs = problem.events.map((event) => cellsNeeded(problem, event));
  return problem.resources.flatMap((resource) => {
    if (resource.capacity !== 1 || resource.events.length === 0) return [];
    const needed = resource.events.reduce((sum, event) => sum + (needs[event] ?? 0), 0);
    let reach = noCells(problem);
    for (const index of resource.events) {
      const event = problem.events[index];
      if (event !== undefined) reach = union(reach, domainCells(event));
    }
    const available = cellCount(intersection(reach, open(resource.index)));
    if (needed > available) return resource.kind === 'instructor' ? [] : [proofOf(resource, needed, available, names)];
    return needed >= tightShare * available && needed > 0 ? [proofOf(resource, needed, available, names)] : [];
  });
}

function proofOf(resource: Resource, needed: number, available: number, names: CountingNames): Proof {
  const impossible = needed > available;
  const name = names.resource(resource.index);
  const kind = resource.kind === 'instructor' ? 'instructor' : 'group';
  return {
    finding: {
      code: `preCheck.${kind}${impossible ? 'Overfull' : 'Tight'}`,
      severity: impossible ? 'impossible' : 'tight',
      message: impossible
        ? `${name} has events of ${names.slots(needed)} but only ${available} open ones: ${names.slots(needed - available)} too many.`
        : `${name} needs ${needed} of its ${names.slots(available)}.`,
      needed,
      available,
      events: resource.events,
      resources: [resource.index],
    },
    bound: Math.max(0, needed - available),
  };
}
