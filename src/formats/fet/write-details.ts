import type { ProblemData } from '../../domain/problem-data.ts';
import { childOf, parseXml, type XmlElement } from '../xml/xml.ts';
import { detailLists, headKind, modeKind } from './details.ts';
import { type FetMode, type FetModeName, fetModes, official } from './mode.ts';
import { type FetNode, node, verbatim } from './print.ts';

/** Details that a file of FET had, by what they are about; see `details.ts`. */
export class KeptDetails {
  /** The mode of the file, where its days are still what that mode needs. */
  readonly mode: FetMode;
  /** True when the file had a mode for which the days no longer fit. */
  readonly modeIsLost: boolean;
  readonly #data: ProblemData;
  readonly #byList = new Map<string, ReadonlyMap<string, readonly FetNode[]>>();
  readonly #elementsOf = new Map<string, ReadonlyMap<string, readonly XmlElement[]>>();

  constructor(data: ProblemData) {
    this.#data = data;
    for (const { kind, list, key } of detailLists) {
      const known = new Map<string, readonly FetNode[]>();
      const elements = new Map<string, readonly XmlElement[]>();
      for (const { element, slice } of this.#elements(kind)) {
        const id = childOf(element, key)?.text ?? '';
        const fields = element.children.filter(({ name }) => name !== key);
        known.set(
          id,
          fields.map((field) => ({ ...verbatim(slice(field)), replaces: field.name })),
        );
        elements.set(id, fields);
      }
      this.#byList.set(list, known);
      this.#elementsOf.set(list, elements);
    }
    const found = this.#mode();
    this.mode = found ?? official;
    this.modeIsLost = found === null;
  }

  /** The comment on the whole file, or an empty one. */
  get comments(): FetNode {
    const text = this.#textOf(headKind);
    return /^<Comments>/.test(text) ? verbatim(text) : node('Comments');
  }

  /** `Mode`, and in terms what the days are. */
  get head(): readonly FetNode[] {
    const { name, daysAsOne } = this.mode;
    if (name !== 'Terms') return [node('Mode', name)];
    const terms = this.#data.calendar.days.length / daysAsOne;
    return [node('Mode', name), node('Number_of_Terms', terms), node('Number_of_Days_Per_Term', daysAsOne)];
  }

  /** Names in a list, whether there is anything of that name in the project or not. */
  names(list: string): readonly string[] {
    return [...(this.#byList.get(list)?.keys() ?? [])];
  }

  /** The fields of that name which were kept of an item. */
  elements(list: string, id: string, name: string): readonly XmlElement[] {
    return (this.#elementsOf.get(list)?.get(id) ?? []).filter((element) => element.name === name);
  }

  /** The text of such a field, or ''. */
  field(list: string, id: string, name: string): string {
    return this.elements(list, id, name)[0]?.text ?? '';
  }

  /** A printed item with what was kept of it in place of the usual values; `without` are fields that are not wanted. */
  complete(list: string, id: string, item: FetNode, without: readonly string[] = []): FetNode {
    const kept = (this.#byList.get(list)?.get(id) ?? []).filter(({ replaces }) => !without.includes(replaces ?? ''));
    if (kept.length === 0 || typeof item.inside === 'string') return item;
    const replaced = new Set(kept.map(({ replaces }) => replaces));
    const own = item.inside.filter(({ name }) => !replaced.has(name));
    // Comments come last in files of FET, after groups only in years.
    const at = own.findIndex(({ name }) => ['Comments', 'Group', 'Subgroup'].includes(name));
    const before = at < 0 ? own.length : at;
    return { ...item, inside: [...own.slice(0, before), ...kept, ...own.slice(before)] };
  }

  #mode(): FetMode | null {
    const text = this.#textOf(modeKind);
    const name = fetModes.find((mode: FetModeName) => text.startsWith(`<Mode>${mode}</Mode>`)) ?? 'Official';
    const days = this.#data.calendar.days.length;
    const daysAsOne =
      name === 'Mornings_Afternoons'
        ? 2
        : name === 'Terms'
          ? Number(/<Number_of_Days_Per_Term>(\d+)</.exec(text)?.[1] ?? 0)
          : 1;
    const fits = daysAsOne > 0 && days > 0 && days % daysAsOne === 0;
    return fits ? { name, daysAsOne, oldHalfDays: false } : null;
  }

  #textOf(kind: string): string {
    return this.#data.notEnforced.find((entry) => entry.format === 'fet' && entry.kind === kind)?.text ?? '';
  }

  #elements(kind: string): readonly { readonly element: XmlElement; readonly slice: (of: XmlElement) => string }[] {
    const text = `<Details>${this.#textOf(kind)}</Details>`;
    const parsed = parseXml(text, kind);
    // A project that was edited by hand may hold anything there; then there is nothing to complete.
    if (!parsed.ok) return [];
    const slice = ({ start, end }: XmlElement) => text.slice(start, end);
    return parsed.value.children.map((element) => ({ element, slice }));
  }
}
