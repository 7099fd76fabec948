import type { ForeignRule } from '../../domain/problem-data.ts';
import { childOf, type XmlElement } from '../xml/xml.ts';
import type { FetFile } from './file.ts';
import { behaviourField, behaviourOf } from './mode.ts';

/**
 * What a file says beyond the words of a project, kept word for word and written back: comments, hours that teachers
 * should have, long names, parts of split activities, virtual rooms, tags and buildings that nothing has, the mode.
 */
export const modeKind = 'Mode';

/** Of each list: the element, the field that names it, and the fields that a project has words for. */
export const detailLists = [
  { kind: 'Details of days', list: 'Days_List', items: ['Day'], key: 'Name', carried: ['Name'] },
  { kind: 'Details of hours', list: 'Hours_List', items: ['Hour'], key: 'Name', carried: ['Name'] },
  { kind: 'Details of subjects', list: 'Subjects_List', items: ['Subject'], key: 'Name', carried: ['Name'] },
  { kind: 'Details of tags', list: 'Activity_Tags_List', items: ['Activity_Tag'], key: 'Name', carried: ['Name'] },
  {
    kind: 'Details of teachers',
    list: 'Teachers_List',
    items: ['Teacher'],
    key: 'Name',
    carried: ['Name', 'Mornings_Afternoons_Behavior'],
  },
  {
    kind: 'Details of students',
    list: 'Students_List',
    items: ['Year', 'Group', 'Subgroup'],
    key: 'Name',
    carried: ['Name', 'Number_of_Students', 'Year', 'Group', 'Subgroup'],
  },
  {
    kind: 'Details of activities',
    list: 'Activities_List',
    items: ['Activity'],
    key: 'Id',
    carried: ['Id', 'Teacher', 'Subject', 'Activity_Tag', 'Students', 'Duration', 'Total_Duration', 'Active'].concat(
      'Number_Of_Students',
      'Number_of_Students',
    ),
  },
  { kind: 'Details of buildings', list: 'Buildings_List', items: ['Building'], key: 'Name', carried: ['Name'] },
  {
    kind: 'Details of rooms',
    list: 'Rooms_List',
    items: ['Room'],
    key: 'Name',
    carried: ['Name', 'Building', 'Capacity'],
  },
] as const;

export const headKind = 'Details of the file';

/** Values that say nothing, and that are written anyway. */
const usual: Readonly<Record<string, string>> = {
  Target_Number_of_Hours: '0',
  Printable: 'true',
  Virtual: 'false',
  Number_of_Categories: '0',
  Activity_Group_Id: '0',
  Separator: ' ',
  Weight: '',
};

/** Details of a file, an entry for each list that has some. */
export function detailsOf(file: FetFile): readonly ForeignRule[] {
  const entries: ForeignRule[] = [];
  const { name, daysAsOne } = file.mode;
  if (name !== 'Official') {
    const terms =
      name === 'Terms'
        ? `<Number_of_Terms>${Math.max(1, Math.round(file.days.length / daysAsOne))}</Number_of_Terms>` +
          `<Number_of_Days_Per_Term>${daysAsOne}</Number_of_Days_Per_Term>`
        : '';
    entries.push({ format: 'fet', kind: modeKind, text: `<Mode>${name}</Mode>${terms}`, count: 1 });
  }
  const comments = childOf(file.root, 'Comments');
  if (comments !== undefined && saysMore(comments)) entries.push(entry(headKind, [sliceOf(comments, file)]));
  const usedTags = new Set(file.activities.flatMap(({ active, tags }) => (active ? tags : [])));
  const usedBuildings = new Set(file.rooms.map(({ building }) => building));
  for (const { kind, list, items, key, carried } of detailLists) {
    const isUnused = (itemName: string) =>
      (list === 'Activity_Tags_List' && !usedTags.has(itemName)) ||
      (list === 'Buildings_List' && !usedBuildings.has(itemName));
    const inactive = new Set(file.activities.flatMap(({ active, id }) => (active ? [] : [id])));
    const texts = itemsIn(childOf(file.root, list), items).flatMap((item) => {
      const id = childOf(item, key);
      const more = item.children
        .filter((child) => !carried.some((field) => field === child.name) && saysMore(child))
        .map((child) => sliceOf(child, file));
      if (item.name === 'Teacher' && name === 'Mornings_Afternoons') {
        const behaviour = behaviourOf(file.halfDayTeachers.get(id?.text ?? ''));
        more.unshift(`<${behaviourField}>${behaviour}</${behaviourField}>`);
      }
      if (id === undefined || (list === 'Activities_List' && inactive.has(id.text.trim()))) return [];
      if (more.length === 0 && !isUnused(id.text)) return [];
      return [`<${item.name}>${[sliceOf(id, file), ...more].join('')}</${item.name}>`];
    });
    // A set of students may be listed in several places.
    const distinct = [...new Set(texts)];
    // Tags and buildings are written in another order than they were listed.
    if (list === 'Activity_Tags_List' || list === 'Buildings_List') distinct.sort();
    if (distinct.length > 0) entries.push(entry(kind, distinct));
  }
  return entries;
}

function itemsIn(element: XmlElement | undefined, names: readonly string[]): readonly XmlElement[] {
  return (element?.children ?? []).flatMap((child) =>
    names.includes(child.name) ? [child, ...itemsIn(child, names)] : [],
  );
}

function saysMore({ name, text, children }: XmlElement): boolean {
  return children.length > 0 || (text !== '' && text.trim() !== '' && usual[name] !== text);
}

function sliceOf({ start, end }: XmlElement, { text }: FetFile): string {
  return text.slice(start, end);
}

function entry(kind: string, texts: readonly string[]): ForeignRule {
  return { format: 'fet', kind, text: texts.join('\n'), count: texts.length };
}
