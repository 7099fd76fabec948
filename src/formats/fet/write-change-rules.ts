import type { FetNames } from './names.ts';
import { node } from './print.ts';
import { constraintNode, peopleOf, type RuleWriter } from './write-parts.ts';

/** Limits of changes of building or room, which FET lists among the constraints of space. */
export const changeRuleWriters: Readonly<Record<string, RuleWriter>> = {
  maxBuildingChanges: (rule, names) => {
    const { max, perWeek, rooms, daysAsOne } = rule.params;
    const isHalves = daysAsOne === 2 && isOfHalves(names) && perWeek !== true;
    if (daysAsOne !== 1 && !isHalves) return null;
    const of = rooms === true ? 'Room' : 'Building';
    const field = node(`Max_${of}_Changes_Per_${perWeek === true ? 'Week' : 'Day'}`, Number(max));
    const per = isHalves ? 'RealDay' : perWeek === true ? 'Week' : 'Day';
    return inSpace(`Max${of}ChangesPer${per}`, [field])(rule, names);
  },
  minGapAtChange: (rule, names) => {
    const of = rule.params.rooms === true ? 'Room' : 'Building';
    const field = node(`Min_Gaps_Between_${of}_Changes`, Number(rule.params.gap));
    return inSpace(`MinGapsBetween${of}Changes`, [field])(rule, names);
  },
};

/** Free hours between days; between the halves of a day where there are any. */
export const restWriter: RuleWriter = (rule, names) => {
  const { slots, circular, halves } = rule.params;
  if ((halves === true) !== isOfHalves(names)) return null;
  const hours = node('Minimum_Resting_Hours', Number(slots));
  const [ending, fields] =
    halves === true
      ? ['MinRestingHoursBetweenMorningAndAfternoon', [hours]]
      : ['MinRestingHours', [hours, node('Circular', circular === true)]];
  return (
    peopleOf(rule, names)?.map(({ tag, who }) => constraintNode(`${tag}${ending}`, rule, [...who, ...fields])) ?? null
  );
};

function isOfHalves({ mode }: FetNames): boolean {
  return mode.name === 'Mornings_Afternoons';
}

/** There a teacher has another name for the field than in constraints of time. */
function inSpace(ending: string, fields: Parameters<typeof constraintNode>[2]): RuleWriter {
  return (rule, names) =>
    peopleOf(rule, names)?.map(({ tag, who }) => {
      const named = who.map((field) => (field.name === 'Teacher_Name' ? { ...field, name: 'Teacher' } : field));
      return constraintNode(`${tag}${ending}`, rule, [...named, ...fields]);
    }) ?? null;
}
