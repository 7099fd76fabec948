import { For, type JSX, Show } from 'solid-js';
import type { Examination, RecoveryKind } from '../../../storage/recovery/recovery-contract.ts';
import { wholeNumber } from '../../state/words/numbers.ts';
import { useText } from '../../text/text.tsx';
import { DiagnosticList } from '../problems/diagnostic-list.tsx';

const columns = [
  ['repairMended', 'mended'],
  ['repairSetAside', 'setAside'],
  ['repairNewer', 'newer'],
] as const;

/** What was found, or done, in numbers of rows, by project and row by row. */
export function RepairReport(props: { readonly examination: Examination }): JSX.Element {
  const text = useText();
  const kinds = () => [...props.examination.counts];
  const nameOf = (kind: RecoveryKind) => (kind === 'other' ? text('repairOther') : text(`meter_${kind}`));
  return (
    <Show when={props.examination.faults.length > 0} fallback={<p>{text('repairNothing')}</p>}>
      <table class="list">
        <thead>
          <tr>
            <th>{text('repairKind')}</th>
            <th class="number">{text('repairRows')}</th>
            <For each={columns}>{([title]) => <th class="number">{text(title)}</th>}</For>
          </tr>
        </thead>
        <tbody>
          <For each={kinds()}>
            {([kind, counts]) => (
              <tr>
                <td>{nameOf(kind)}</td>
                <td class="number" data-label={text('repairRows')}>
                  {wholeNumber(counts.rows)}
                </td>
                <For each={columns}>
                  {([title, outcome]) => (
                    <td class="number" data-label={text(title)}>
                      {wholeNumber(counts[outcome])}
                    </td>
                  )}
                </For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
      <Show when={props.examination.projects.length > 0}>
        <table class="list">
          <thead>
            <tr>
              <th>{text('repairProject')}</th>
              <th>{text('repairWhat')}</th>
            </tr>
          </thead>
          <tbody>
            <For each={props.examination.projects}>
              {({ id, name, outcome }) => (
                <tr>
                  <td>{name || id}</td>
                  <td>{text(`repairOutcome_${outcome}`)}</td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </Show>
      <DiagnosticList diagnostics={props.examination.faults} />
    </Show>
  );
}
