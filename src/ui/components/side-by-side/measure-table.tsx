import { A } from '@solidjs/router';
import { createMemo, For, type JSX, Show } from 'solid-js';
import { useProject } from '../../app-state.tsx';
import {
  type Judged,
  type MeasureRow,
  measureGroups,
  measureRows,
  type SideBySide,
} from '../../state/versions/side-by-side.ts';
import { tenthsOf } from '../../state/words/numbers.ts';
import { type PlainTextKey, useText } from '../../text/text.tsx';
import { Icon } from '../basics/icon.tsx';
import { createRuleName } from '../rules/rule-name.ts';

/** A column for each timetable, a row for each thing that they are compared by. */
export function MeasureTable(props: {
  readonly compared: SideBySide;
  /** Position of the one whose days the others are compared with. */
  readonly base: number;
  readonly marked: ReadonlySet<string>;
  readonly mayEdit: boolean;
  readonly onMark: (id: string, isMarked: boolean) => void;
  readonly onAdopt: (judged: Judged) => void;
}): JSX.Element {
  const text = useText();
  const rows = createMemo(() => measureRows(props.compared.judged, props.base));
  const project = useProject();
  const ruleName = createRuleName(() => props.compared.judged[0]?.problem ?? project.problem());
  const nameOf = (row: MeasureRow, isRule: boolean): string => {
    if (!isRule) return text(`beside_${row.key}` as PlainTextKey);
    return row.key.endsWith('!') ? `${ruleName(row.key.slice(0, -1))} (${text('problemsHard')})` : ruleName(row.key);
  };
  return (
    <div class="scroll beside-scroll">
      <table class="beside">
        <thead>
          <tr>
            <th scope="col">{text('besideMeasure')}</th>
            <For each={props.compared.judged}>
              {(judged, position) => <Head {...props} {...{ judged, position }} />}
            </For>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{text('besideRank')}</th>
            <For each={props.compared.judged}>
              {(_, position) => (
                <td class="number">
                  <b>{props.compared.order.indexOf(position()) + 1}</b>
                </td>
              )}
            </For>
          </tr>
        </tbody>
        <For each={measureGroups}>
          {(group) => (
            <Show when={rows()[group].length > 0}>
              <tbody>
                <tr class="beside-group">
                  <th scope="rowgroup" colspan={props.compared.judged.length + 1}>
                    {text(`besideGroup_${group}`)}
                  </th>
                </tr>
                <For each={rows()[group]}>{(row) => <Row row={row} name={nameOf(row, group === 'rules')} />}</For>
              </tbody>
            </Show>
          )}
        </For>
      </table>
    </div>
  );
}

function Head(props: {
  readonly compared: SideBySide;
  readonly judged: Judged;
  readonly position: () => number;
  readonly marked: ReadonlySet<string>;
  readonly mayEdit: boolean;
  readonly onMark: (id: string, isMarked: boolean) => void;
  readonly onAdopt: (judged: Judged) => void;
}): JSX.Element {
  const text = useText();
  const project = useProject();
  const record = () => props.judged.record;
  const isAdopted = () => project.adopted() === record().id;
  return (
    <th scope="col" class="beside-head">
      <label>
        <input
          type="checkbox"
          aria-label={text('besideMark', { name: record().name })}
          disabled={!props.mayEdit}
          checked={props.marked.has(record().id)}
          onChange={(event) => props.onMark(record().id, event.currentTarget.checked)}
        />
        <span>{record().name}</span>
      </label>
      <span class="beside-tags">
        <Show when={props.compared.recommendation?.position === props.position()}>
          <span class="tag recommended">{text('besideRecommended')}</span>
        </Show>
        <Show when={isAdopted()}>
          <span class="tag">{text('besideAdopted')}</span>
        </Show>
      </span>
      <span class="beside-verbs">
        <A class="button" href={`/p/${project.id}/timetable?timetable=${record().id}`}>
          {text('besideRead')}
        </A>
        <button
          type="button"
          aria-label={text('besideAdoptThis', { name: record().name })}
          disabled={isAdopted()}
          onClick={() => props.onAdopt(props.judged)}
        >
          {text('besideAdopt')}
        </button>
      </span>
    </th>
  );
}

function Row(props: { readonly row: MeasureRow; readonly name: string }): JSX.Element {
  const text = useText();
  return (
    <tr>
      <th scope="row">{props.name}</th>
      <For each={props.row.values}>
        {(value, position) => (
          <td class="number" data-best={props.row.best.includes(position()) ? '' : undefined}>
            <Show when={props.row.best.includes(position())}>
              <Icon name="check" label={text('besideBest')} />
            </Show>
            {tenthsOf(value)}
          </td>
        )}
      </For>
    </tr>
  );
}
