import type { Accessor } from 'solid-js';
import type { Problem } from '../../../domain/problem.ts';
import { ruleTitle } from '../../state/problems/problems-view.ts';
import { type PlainTextKey, useText } from '../../text/text.tsx';

const basics: Readonly<Record<string, PlainTextKey>> = {
  placed: 'basic_placed',
  roomClash: 'basic_roomClash',
  instructorClash: 'basic_instructorClash',
  groupClash: 'basic_groupClash',
  closed: 'basic_closed',
  enrolled: 'basic_enrolment',
  eventLimit: 'basic_enrolment',
  preference: 'basic_preference',
  // a run that is to change little has this rule besides those of the problem
  minimalChange: 'ruleFewChanges',
};

/** What a rule kind or basic is called. */
export function createRuleName(problem: Accessor<Problem>): (kind: string) => string {
  const text = useText();
  return (kind) => {
    const key = basics[kind];
    return key === undefined ? (ruleTitle(problem(), kind) ?? kind) : text(key);
  };
}
