/** Own small `.fet` files for tests. */

export interface FetParts {
  readonly version?: string;
  readonly mode?: string;
  /** Behind the mode. */
  readonly head?: string;
  readonly days?: readonly string[];
  readonly hours?: readonly string[];
  readonly students?: string;
  readonly activities?: string;
  readonly buildings?: readonly string[];
  readonly rooms?: string;
  readonly time?: string;
  readonly space?: string;
}

const names = (list: string, item: string, all: readonly string[]) =>
  `<${list}>\n${all.map((name) => `<${item}><Name>${name}</Name><Comments></Comments></${item}>\n`).join('')}</${list}>`;

const counted = (list: string, item: string, all: readonly string[]) =>
  names(list, item, all)
    .replaceAll('<Comments></Comments>', '')
    .replace(`<${list}>`, `<${list}>\n<Number_of_${item}s>${all.length}</Number_of_${item}s>`);

const days = ['Monday', 'Tuesday', 'Wednesday'];

/** A year of two halves in one division and two languages in another: the subgroups lie in a half and in a language. */
const students = `<Year><Name>Year 7</Name><Number_of_Students>60</Number_of_Students>
${group('7 left', 30, [
  ['7 left French', 12],
  ['7 left Latin', 18],
])}
${group('7 right', 30, [
  ['7 right French', 20],
  ['7 right Latin', 10],
])}
${group('7 French', 32, [
  ['7 left French', 12],
  ['7 right French', 20],
])}
${group('7 Latin', 28, [
  ['7 left Latin', 18],
  ['7 right Latin', 10],
])}
</Year>
<Year><Name>Year 8</Name><Number_of_Students>25</Number_of_Students></Year>`;

function group(name: string, size: number, subgroups: readonly (readonly [string, number])[]): string {
  const inside = subgroups
    .map(
      ([inner, count]) => `<Subgroup><Name>${inner}</Name><Number_of_Students>${count}</Number_of_Students></Subgroup>`,
    )
    .join('');
  return `<Group><Name>${name}</Name><Number_of_Students>${size}</Number_of_Students>${inside}</Group>`;
}

export interface FetActivityParts {
  readonly teachers?: readonly string[];
  readonly students?: readonly string[];
  readonly subject?: string;
  readonly tags?: readonly string[];
  readonly duration?: number;
  readonly group?: number;
  readonly size?: number;
  readonly active?: boolean;
}

export function fetActivity(id: number, parts: FetActivityParts = {}): string {
  const each = (tag: string, list: readonly string[] = []) => list.map((item) => `<${tag}>${item}</${tag}>`).join('');
  const { duration = 1, group: groupId = 0, active = true, size } = parts;
  const subject = parts.subject ?? 'Maths';
  return (
    `<Activity>${each('Teacher', parts.teachers)}<Subject>${subject}</Subject>${each('Activity_Tag', parts.tags)}` +
    `${each('Students', parts.students)}<Duration>${duration}</Duration><Total_Duration>${duration}</Total_Duration>` +
    `<Id>${id}</Id><Activity_Group_Id>${groupId}</Activity_Group_Id>` +
    `${size === undefined ? '' : `<Number_Of_Students>${size}</Number_Of_Students>`}` +
    `<Active>${active}</Active><Comments></Comments></Activity>\n`
  );
}

/** Six activities: Maths in three parts, French, Latin, and one for Year 8 that is not active. */
const activities = [
  fetActivity(1, { teachers: ['Ada'], students: ['Year 7'], group: 1, tags: ['core'] }),
  fetActivity(2, { teachers: ['Ada'], students: ['Year 7'], group: 1, tags: ['core'] }),
  fetActivity(3, { teachers: ['Ada'], students: ['Year 7'], group: 1, tags: ['core'], duration: 2 }),
  fetActivity(4, { teachers: ['Ben'], students: ['7 French'], subject: 'French' }),
  fetActivity(5, { teachers: ['Cyd'], students: ['7 Latin'], subject: 'Latin' }),
  fetActivity(6, { teachers: ['Ben'], students: ['Year 8'], subject: 'French', active: false }),
  fetActivity(7, { teachers: ['Ben', 'Cyd'], students: ['Year 8'], size: 11 }),
].join('');

export function fetRoom(name: string, building: string, capacity: number): string {
  return (
    `<Room><Name>${name}</Name><Building>${building}</Building><Capacity>${capacity}</Capacity>` +
    '<Virtual>false</Virtual><Comments></Comments></Room>\n'
  );
}

const rooms = fetRoom('Hall', 'Main', 60) + fetRoom('Lab', '', 40) + fetRoom('Attic', '', 20);

/** A whole file; constraints are added to the basic ones. */
export function fetText(parts: FetParts = {}): string {
  const basic = (kind: string) =>
    `<ConstraintBasicCompulsory${kind}><Weight_Percentage>100</Weight_Percentage><Active>true</Active></ConstraintBasicCompulsory${kind}>\n`;
  return `<?xml version="1.0" encoding="UTF-8"?>

<fet version="${parts.version ?? '6.8.5'}">
${parts.mode === undefined ? '' : `<Mode>${parts.mode}</Mode>`}${parts.head ?? ''}
<Institution_Name>Hill School</Institution_Name>
<Comments></Comments>
${counted('Days_List', 'Day', parts.days ?? days)}
${counted('Hours_List', 'Hour', parts.hours ?? ['8:00', '9:00', '10:00', '11:00'])}
${names('Subjects_List', 'Subject', ['Maths', 'French', 'Latin'])}
${names('Activity_Tags_List', 'Activity_Tag', ['core', 'late'])}
${names('Teachers_List', 'Teacher', ['Ada', 'Ben', 'Cyd'])}
<Students_List>
${parts.students ?? students}
</Students_List>
<Activities_List>
${parts.activities ?? activities}</Activities_List>
${names('Buildings_List', 'Building', parts.buildings ?? ['Main'])}
<Rooms_List>
${parts.rooms ?? rooms}</Rooms_List>
<Time_Constraints_List>
${basic('Time')}${parts.time ?? ''}
</Time_Constraints_List>
<Space_Constraints_List>
${basic('Space')}${parts.space ?? ''}
</Space_Constraints_List>
</fet>
`;
}

/** A constraint with its fields in their order; a list of values is a field for each. */
export function constraint(
  tag: string,
  fields: Readonly<Record<string, string | number | boolean | readonly (string | number)[]>> = {},
  percent: number | string = 100,
): string {
  const inside = Object.entries(fields)
    .flatMap(([name, value]) => (Array.isArray(value) ? value : [value]).map((one) => `<${name}>${one}</${name}>`))
    .join('');
  return `<Constraint${tag}><Weight_Percentage>${percent}</Weight_Percentage>${inside}<Active>true</Active><Comments></Comments></Constraint${tag}>\n`;
}

/** Entries such as `<Not_Available_Time><Day>…</Day><Hour>…</Hour></Not_Available_Time>`. */
export function times(list: readonly (readonly [day: string, hour: string])[], prefix = ''): string[] {
  return list.map(([day, hour]) => `<${prefix}Day>${day}</${prefix}Day><${prefix}Hour>${hour}</${prefix}Hour>`);
}
