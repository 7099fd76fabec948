import { error } from '../../domain/diagnostic.ts';
import { failure, type Result, success } from '../../domain/result.ts';
import { Flaws } from '../flaws.ts';
import { childOf, childrenOf, parseXml, type XmlElement } from '../xml/xml.ts';
import { FetFields } from './fields.ts';
import { currentTag, type FetMode, halfDayTeachers, modeOf } from './mode.ts';
import { currentConstraint } from './old-names.ts';

/** A named thing: in FET the name is the identity, blanks and capitals included. */
export interface FetNamed {
  readonly name: string;
  readonly element: XmlElement;
}

export interface FetStudents extends FetNamed {
  readonly size: number;
  /** Groups of a year, subgroups of a group. */
  readonly inside: readonly FetStudents[];
}

export interface FetActivity {
  readonly id: string;
  readonly number: number;
  /** Id of the first activity of a subject split over the week; 0 when it is not split. */
  readonly groupNumber: number;
  readonly element: XmlElement;
  readonly subject: string;
  readonly teachers: readonly string[];
  readonly students: readonly string[];
  readonly tags: readonly string[];
  readonly duration: number;
  /** Students, when the file says so itself. */
  readonly size: number | null;
  readonly active: boolean;
}

export interface FetRoom extends FetNamed {
  readonly capacity: number;
  readonly building: string;
  /** For a virtual room: sets of real rooms, one of each is taken. */
  readonly realRooms: readonly (readonly string[])[] | null;
}

/** The content of a `.fet` file, checked field by field, references not yet followed. */
export interface FetFile {
  readonly version: string;
  readonly mode: FetMode;
  /** Teachers of half days with the real days on which they may work both. */
  readonly halfDayTeachers: ReadonlyMap<string, number>;
  readonly name: string;
  readonly days: readonly FetNamed[];
  readonly hours: readonly FetNamed[];
  readonly subjects: readonly FetNamed[];
  readonly tags: readonly FetNamed[];
  readonly teachers: readonly FetNamed[];
  readonly years: readonly FetStudents[];
  readonly activities: readonly FetActivity[];
  readonly buildings: readonly FetNamed[];
  readonly rooms: readonly FetRoom[];
  readonly root: XmlElement;
  /** Time constraints, then space constraints, with the tags of version 6. */
  readonly constraints: readonly XmlElement[];
  /** The text the elements were read from. */
  readonly text: string;
}

/** Reads the lists of a file. Flaws are errors with `file:line` and advice. */
export function readFetFile(text: string, fileName: string): Result<FetFile> {
  const parsed = parseXml(text, fileName);
  if (!parsed.ok) return parsed;
  const root = parsed.value;
  const flaw = flawOfRoot(root, fileName);
  if (flaw !== null) return failure([flaw]);
  const fields = new FetFields(fileName, new Flaws('fet.more'));
  const list = (listName: string) => childOf(root, listName)?.children ?? [];
  const named = (listName: string, itemName: string) =>
    list(listName)
      .filter((item) => item.name === itemName)
      .map((element) => ({ name: fields.required(element, 'Name'), element }));
  const mode = modeOf(root, fields);
  const hours = axis(root, 'Hours_List', 'Hour', fields);
  const hourNames = hours.map(({ name }) => name);
  const file: FetFile = {
    root,
    version: root.attributes.version ?? '',
    mode,
    halfDayTeachers: halfDayTeachers(root, mode),
    name: fields.optional(root, 'Institution_Name')?.trim() ?? '',
    days: axis(root, 'Days_List', 'Day', fields),
    hours,
    subjects: named('Subjects_List', 'Subject'),
    tags: named('Activity_Tags_List', 'Activity_Tag'),
    teachers: named('Teachers_List', 'Teacher'),
    years: list('Students_List')
      .filter((item) => item.name === 'Year')
      .map((year) => studentsOf(year, ['Group', 'Subgroup'], fields)),
    activities: list('Activities_List')
      .filter((item) => item.name === 'Activity')
      .map((element) => activityOf(element, fields)),
    buildings: named('Buildings_List', 'Building'),
    rooms: list('Rooms_List')
      .filter((item) => item.name === 'Room')
      .map((element) => roomOf(element, fields)),
    constraints: [...list('Time_Constraints_List'), ...list('Space_Constraints_List')].map((element) =>
      withTag(currentConstraint(element, hourNames), mode),
    ),
    text,
  };
  return fields.flaws.count > 0 ? failure(fields.flaws.list(fileName)) : success(file);
}

function withTag(element: XmlElement, mode: FetMode): XmlElement {
  const name = currentTag(element.name, mode);
  return name === element.name ? element : { ...element, name };
}

function flawOfRoot(root: XmlElement, fileName: string) {
  const place = `${fileName}:${root.line}`;
  if (root.name.toLowerCase() !== 'fet') {
    return error('fet.root', 'This is not a file of FET: its root element is not fet.', { place, value: root.name });
  }
  const major = Number.parseInt(root.attributes.version ?? '', 10);
  // Without a version it may be anything; of a known one whatever lacks is told by its name.
  if (major >= 5 || (Number.isNaN(major) && childOf(root, 'Days_List') !== undefined)) return null;
  return error('fet.version', 'Files of FET are read from version 5 on.', {
    place,
    value: root.attributes.version ?? '',
    advice: 'Open the file in a current FET and save it.',
  });
}

/** Days or hours: `<Day><Name>…` or, in older files, `<Name>…` alone. */
function axis(root: XmlElement, listName: string, itemName: string, fields: FetFields): FetNamed[] {
  const list = childOf(root, listName);
  const items = (list?.children ?? []).flatMap((element): FetNamed[] => {
    if (element.name === itemName) return [{ name: fields.required(element, 'Name'), element }];
    return element.name === 'Name' ? [{ name: element.text, element }] : [];
  });
  if (list === undefined) return items;
  const counted = childOf(list, `Number_of_${itemName}s`) ?? childOf(list, 'Number');
  const number = counted === undefined ? items.length : Number(counted.text);
  if (number !== items.length) {
    const said = counted?.text ?? '';
    const values = { list: listName, said, found: items.length };
    const advice = 'Correct the number or the list.';
    fields.flaw('fet.count', '{list} says {said} but lists {found}.', counted ?? list, { value: said, advice, values });
  }
  return items;
}

function studentsOf(element: XmlElement, levels: readonly string[], fields: FetFields): FetStudents {
  const [level, ...deeper] = levels;
  return {
    name: fields.required(element, 'Name'),
    element,
    size: fields.optionalWhole(element, 0, 'Number_of_Students') ?? 0,
    inside: level === undefined ? [] : childrenOf(element, level).map((inner) => studentsOf(inner, deeper, fields)),
  };
}

function activityOf(element: XmlElement, fields: FetFields): FetActivity {
  const texts = (name: string) => childrenOf(element, name).flatMap((child) => (child.text === '' ? [] : [child.text]));
  const number = fields.whole(element, 0, 'Id') ?? 0;
  // FET writes -1 where the number of students is the sum of the sets.
  const size = fields.optional(element, 'Number_Of_Students', 'Number_of_Students')?.trim() ?? '-1';
  return {
    id: String(number),
    number,
    groupNumber: fields.optionalWhole(element, 0, 'Activity_Group_Id') ?? 0,
    element,
    subject: fields.required(element, 'Subject'),
    teachers: texts('Teacher'),
    students: texts('Students'),
    tags: texts('Activity_Tag'),
    duration: fields.whole(element, 1, 'Duration') ?? 1,
    size: size === '-1' || size === '' ? null : fields.number(size, element, 0, 'Number_Of_Students'),
    active: fields.truth(element, true, 'Active'),
  };
}

function roomOf(element: XmlElement, fields: FetFields): FetRoom {
  const sets = childrenOf(element, 'Set_of_Real_Rooms').map((set) =>
    childrenOf(set, 'Real_Room').map((room) => room.text),
  );
  return {
    name: fields.required(element, 'Name'),
    element,
    capacity: fields.optionalWhole(element, 0, 'Capacity') ?? 1_000_000,
    building: fields.optional(element, 'Building') ?? '',
    realRooms: fields.truth(element, false, 'Virtual') ? sets : null,
  };
}
