import { childrenOf, type XmlElement } from '../xml/xml.ts';
import { about } from './activity-rules.ts';
import type { FetContext, RuleDraft } from './context.ts';
import type { FetActivity } from './file.ts';
import { allPeople, type FetMapping, type People, scopeOf } from './people-rules.ts';
import { hoursOf, listsOfPeople } from './person-lists.ts';

/** Limits of hours a day, or in a row, with an activity tag, for teachers and students alike. */
const limitMappings: Readonly<Record<string, FetMapping>> = Object.fromEntries(
  allPeople.flatMap((people): [string, FetMapping][] => [
    [
      `Constraint${people}ActivityTagMaxHoursDaily`,
      (element, context) =>
        tagLimit(people, element, context, {
          field: 'Maximum_Hours_Daily',
          pairs: { kind: 'minDaysBetween', params: { min: 1 } },
          sets: 'maxLoadOfEvents',
        }),
    ],
    [
      `Constraint${people}ActivityTagMaxHoursContinuously`,
      (element, context) =>
        tagLimit(people, element, context, {
          field: 'Maximum_Hours_Continuously',
          pairs: { kind: 'minGapBetween', params: { gap: 1 } },
          sets: 'maxRunOfEvents',
        }),
    ],
  ]),
);

export const tagMappings: Readonly<Record<string, FetMapping>> = {
  ...limitMappings,
  // Activities with one of the tags and those with another one; those with the same tag may overlap.
  ConstraintActivityTagsNotOverlapping: (element, context) => {
    const named = childrenOf(element, 'Activity_Tag').flatMap((field) => context.known('tag', field.text, field) ?? []);
    const used = new Set(context.activities.flatMap(({ tags }) => tags));
    const tags = [...new Set(named)].filter((tag) => used.has(tag));
    if (tags.length < 2) return [];
    return [{ kind: 'notOverlap', scope: { of: 'events', tags }, params: { otherTags: true } }];
  },
};

interface TagLimit {
  readonly field: string;
  /** What is asked of each two tagged activities, where two are always too many. */
  readonly pairs: Pick<RuleDraft, 'kind' | 'params'>;
  /** The kind of rule for all tagged activities of one person. */
  readonly sets: string;
}

/** Where the limit is so low that two tagged activities are always too many, a rule on pairs says the same and is found faster. */
function tagLimit(people: People, element: XmlElement, context: FetContext, limit: TagLimit) {
  const lists = taggedLists(people, element, context);
  const max = context.fields.whole(element, 0, limit.field);
  if (lists === null || max === null || (max === 0 && limit.sets === 'maxRunOfEvents')) return null;
  return lists
    .filter((list) => hoursOf(list) > max)
    .flatMap((list) => {
      const ids = list.map(({ id }) => id);
      const [shortest = 0, second = 0] = list.map(({ duration }) => duration).sort((a, b) => a - b);
      const isPairs = list.length > 1 && shortest + second > max && list.every(({ duration }) => duration <= max);
      return isPairs ? about(ids, limit.pairs.kind, limit.pairs.params) : about(ids, limit.sets, { max });
    });
}

/** The activities with the constraint's tag of each person it is about; null when the tag or the person is unknown. */
export function taggedLists(
  people: People,
  element: XmlElement,
  context: FetContext,
): readonly (readonly FetActivity[])[] | null {
  const name = context.fields.required(element, 'Activity_Tag_Name', 'Activity_Tag');
  const tag = context.known('tag', name, element);
  const scope = scopeOf(people, element, context);
  if (tag === null || scope === null) return null;
  const tagged = context.activities.filter(({ tags }) => tags.includes(tag));
  return listsOfPeople(people, tagged, scope.ids, context);
}
