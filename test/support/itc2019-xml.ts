import type { Random } from '../../src/domain/random.ts';

/** Every type of distribution constraint, with parameters that a small random problem can break. */
export const distributionTypes = [
  ...['SameStart', 'SameTime', 'DifferentTime', 'SameDays', 'DifferentDays', 'SameWeeks', 'DifferentWeeks', 'Overlap'],
  ...[
    'NotOverlap',
    'SameRoom',
    'DifferentRoom',
    'SameAttendees',
    'Precedence',
    'WorkDay(30)',
    'MinGap(6)',
    'MaxDays(2)',
  ],
  ...['MaxDayLoad(24)', 'MaxBreaks(1,4)', 'MaxBlock(26,4)'],
] as const;

/** A small random ITC-2019 problem with rooms apart, unavailable rooms, patterns over days and weeks, and students. */
export function randomItc2019(random: Random, types: readonly string[] = distributionTypes): string {
  const rooms = list(5, (index) => roomElement(random, index + 1));
  const courses: string[] = [];
  let classes = 0;
  for (let course = 1; course <= 7; course++) {
    const configs = list(1 + random.below(2), () => {
      const subparts = list(1 + random.below(2), (subpart) => {
        const parent = subpart > 0 && random.chance(0.5) ? classes : 0;
        const items = list(1 + random.below(3), () => classElement(random, ++classes, parent));
        return `<subpart id="1">${items.join('')}</subpart>`;
      });
      return `<config id="1">${subparts.join('')}</config>`;
    });
    courses.push(`<course id="${course}">${configs.join('')}</course>`);
  }
  const distributions = types.flatMap((type) =>
    list(2, () => {
      const members = random.shuffled(list(classes, (index) => index + 1)).slice(0, 2 + random.below(5));
      const strength = random.chance(0.4) ? 'required="true"' : `penalty="${1 + random.below(9)}"`;
      const inside = members.map((id) => `<class id="${id}"/>`).join('');
      return `<distribution type="${type}" ${strength}>${inside}</distribution>`;
    }),
  );
  const students = list(12, (index) => {
    const wanted = random.shuffled([1, 2, 3, 4, 5, 6, 7]).slice(0, 1 + random.below(5));
    return `<student id="${index + 1}">${wanted.map((id) => `<course id="${id}"/>`).join('')}</student>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<problem name="random" nrDays="7" slotsPerDay="288" nrWeeks="6">',
    `<optimization time="${random.below(4)}" room="${1 + random.below(3)}" distribution="${1 + random.below(10)}" student="${1 + random.below(6)}"/>`,
    `<rooms>${rooms.join('')}</rooms>`,
    `<courses>${courses.join('')}</courses>`,
    `<distributions>${distributions.join('')}</distributions>`,
    `<students>${students.join('')}</students>`,
    '</problem>',
  ].join('\n');
}

function roomElement(random: Random, id: number): string {
  const travel = list(id - 1, (other) => `<travel room="${other + 1}" value="${random.below(5)}"/>`);
  const start = 90 + 6 * random.below(20);
  const closed = `<unavailable days="${bits(random, 7, 2)}" start="${start}" length="13" weeks="${bits(random, 6, 3)}"/>`;
  return `<room id="${id}" capacity="10">${travel.join('')}${random.chance(0.6) ? closed : ''}</room>`;
}

function classElement(random: Random, id: number, parent: number): string {
  const times = new Map<string, string>();
  const length = random.pick([6, 10, 18]);
  for (let count = 2 + random.below(5); count > 0; count--) {
    const start = 96 + 3 * random.below(18);
    const weeks = random.pick(['111111', '101010', '010101', '111000', bits(random, 6, 2)]);
    const when = `days="${bits(random, 5, 1 + random.below(2))}00" start="${start}" length="${length}" weeks="${weeks}"`;
    times.set(when, `<time ${when} penalty="${random.below(5)}"/>`);
  }
  const needsRoom = random.chance(0.8);
  const rooms = random.shuffled([1, 2, 3, 4, 5]).slice(0, 1 + random.below(4));
  const inside = needsRoom ? rooms.map((room) => `<room id="${room}" penalty="${random.below(4)}"/>`).join('') : '';
  const attributes = `limit="${2 + random.below(8)}"${parent > 0 ? ` parent="${parent}"` : ''}${needsRoom ? '' : ' room="false"'}`;
  return `<class id="${id}" ${attributes}>${inside}${[...times.values()].join('')}</class>`;
}

/** `ones` of `length` digits are 1. */
function bits(random: Random, length: number, ones: number): string {
  const chosen = new Set(random.shuffled(list(length, (index) => index)).slice(0, ones));
  return list(length, (index) => (chosen.has(index) ? '1' : '0')).join('');
}

function list<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}
