import { A } from '@solidjs/router';
import { type JSX, Show } from 'solid-js';
import type { ProblemData, RuleData } from '../../../domain/problem-data.ts';
import { sentenceOf } from '../../state/rules/rule-list.ts';
import { shortStrength, touchText, yieldedText } from '../../state/rules/rule-words.ts';
import type { RulesPageState } from '../../state/rules/rules-page.ts';
import { wholeNumber } from '../../state/words/numbers.ts';
import { listText } from '../../state/words/wording.ts';
import { useText } from '../../text/text.tsx';
import { RuleSentence } from './rule-sentence.tsx';

interface RowProps {
  /** Position in the whole list. */
  readonly index: number;
  readonly measured: (element: HTMLTableRowElement) => void;
  readonly page: RulesPageState;
  /** 5, or 4 without what the rules touch. */
  readonly columns: number;
}

/** Rows of the page are counted from 1, the head among them. */
const rowNumber = (index: number) => index + 2;

export function GroupRow(props: RowProps & { readonly group: string }): JSX.Element {
  const text = useText();
  const group = () => props.page.groupOf(props.group);
  const isOn = () => group()?.rules.some(({ enabled }) => enabled !== false) ?? false;
  return (
    <tr class="rules-group" data-index={props.index} aria-rowindex={rowNumber(props.index)} ref={props.measured}>
      <th colspan={props.columns} scope="colgroup">
        <span class="group-line">
          <span>{group()?.title}</span>
          <span class="count">{wholeNumber(group()?.rules.length ?? 0)}</span>
          <Show when={(group()?.rules.length ?? 0) > 1}>
            <button type="button" class="plain" onClick={() => props.page.setEnabled(group()?.rules ?? [], !isOn())}>
              {text(isOn() ? 'rulesAllOff' : 'rulesAllOn')}
            </button>
          </Show>
        </span>
      </th>
    </tr>
  );
}

export function RuleRow(
  props: RowProps & {
    readonly data: ProblemData;
    readonly rule: RuleData;
    readonly isOpen: boolean;
    readonly problemsHref: string;
    readonly onOpen: (id: string) => void;
  },
): JSX.Element {
  const text = useText();
  const isOn = () => props.rule.enabled !== false;
  const touch = () => props.page.touches().get(props.rule.id);
  const yielded = () => {
    const known = touch();
    return known === undefined ? '' : yieldedText(known, text);
  };
  return (
    <tr
      data-index={props.index}
      aria-rowindex={rowNumber(props.index)}
      data-rule={props.rule.id}
      data-off={isOn() ? undefined : ''}
      data-open={props.isOpen ? '' : undefined}
      ref={props.measured}
    >
      <td class="rule-switch">
        <label>
          <input
            type="checkbox"
            checked={isOn()}
            aria-label={text('rulesHolds', { sentence: sentenceOf(props.data, props.rule) })}
            onChange={(event) => props.page.setEnabled([props.rule], event.currentTarget.checked)}
          />
        </label>
      </td>
      <td>
        <button
          type="button"
          class="rule-open"
          aria-expanded={props.isOpen}
          onClick={() => props.onOpen(props.rule.id)}
        >
          <RuleSentence data={props.data} rule={props.rule} />
        </button>
        <Show when={yielded() !== ''}>
          <small class="rule-remark" title={listText(touch()?.yielded ?? [])}>
            {yielded()}
          </small>
        </Show>
        <Show when={props.rule.note}>
          {(note) => (
            <small class="rule-remark rule-note" dir="auto">
              {note()}
            </small>
          )}
        </Show>
      </td>
      <td class="rule-strength">
        <span class="strength" data-hard={props.rule.hard ? '' : undefined}>
          {shortStrength(props.rule, text)}
        </span>
      </td>
      <Show when={props.columns > 4}>
        <td class="rule-touches">{touchText(touch(), text)}</td>
      </Show>
      <td class="rule-breaches">
        <Show when={isOn()}>
          <Breaches page={props.page} rule={props.rule} problemsHref={props.problemsHref} />
        </Show>
      </td>
    </tr>
  );
}

/** What the current timetable makes of the rule. */
export function Breaches(props: {
  readonly page: RulesPageState;
  readonly rule: RuleData;
  readonly problemsHref: string;
}): JSX.Element {
  const text = useText();
  const found = () => props.page.breaches()?.get(props.rule.id);
  return (
    <Show when={props.page.breaches()} fallback={<span class="muted">{text('rulesNotTested')}</span>}>
      <Show when={found()} fallback={<span class="muted">{text('rulesKept')}</span>}>
        {(breaches) => (
          <A
            href={`${props.problemsHref}?rule=${encodeURIComponent(props.rule.id)}`}
            class="breaches"
            data-hard={props.rule.hard ? '' : undefined}
          >
            {text('rulesBroken', { count: breaches().violations })},{' '}
            {props.rule.hard
              ? text('rulesBrokenHard', { amount: wholeNumber(breaches().amount) })
              : text('rulesBrokenSoft', { cost: wholeNumber(breaches().cost) })}
          </A>
        )}
      </Show>
    </Show>
  );
}
