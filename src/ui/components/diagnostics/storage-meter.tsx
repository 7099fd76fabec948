import { createMemo, For, type JSX, Show } from 'solid-js';
import type { Usage, UsageKind } from '../../../storage/storage.ts';
import { useAppState } from '../../app-state.tsx';
import { usageKinds } from '../../state/diagnostics/usage-kinds.ts';
import { byteSize } from '../../state/words/numbers.ts';
import { useText } from '../../text/text.tsx';

interface MeterRow {
  readonly name: string;
  readonly bytes: Readonly<Record<UsageKind, number>>;
  readonly all: number;
}

/** What takes how much room, the largest project first. */
export function StorageMeter(props: { readonly usage: Usage | null }): JSX.Element {
  const text = useText();
  const { projectList } = useAppState();
  const rows = createMemo((): readonly MeterRow[] => {
    const names = new Map((projectList.projects() ?? []).map(({ id, name }) => [id, name]));
    return [...(props.usage?.projects ?? [])]
      .map(([id, bytes]) => ({
        name: names.get(id) ?? text('meterLost'),
        bytes,
        all: usageKinds.reduce((sum, kind) => sum + bytes[kind], 0),
      }))
      .sort((a, b) => b.all - a.all);
  });
  const most = () => Math.max(1, ...rows().map(({ all }) => all));
  return (
    <section class="panel">
      <h2>{text('meterTitle')}</h2>
      <Show when={props.usage} fallback={<p class="muted">{text('meterBusy')}</p>}>
        {(usage) => (
          <>
            <div class="scroll">
              <table class="list storage-meter">
                <thead>
                  <tr>
                    <th>{text('meterProject')}</th>
                    <For each={usageKinds}>{(kind) => <th class="number">{text(`meter_${kind}`)}</th>}</For>
                    <th class="number">{text('meterAll')}</th>
                  </tr>
                </thead>
                <tbody>
                  <For each={rows()}>
                    {(row) => (
                      <tr>
                        <th scope="row">
                          {row.name}
                          <i class="meter-bar" style={{ '--share': String(row.all / most()) }} />
                        </th>
                        <For each={usageKinds}>
                          {(kind) => (
                            <td class="number" data-label={text(`meter_${kind}`)}>
                              {row.bytes[kind] === 0 ? '–' : byteSize(row.bytes[kind])}
                            </td>
                          )}
                        </For>
                        <td class="number" data-label={text('meterAll')}>
                          <b>{byteSize(row.all)}</b>
                        </td>
                      </tr>
                    )}
                  </For>
                  <tr>
                    <th scope="row">{text('meterOther')}</th>
                    <For each={usageKinds}>{() => <td class="number blank">–</td>}</For>
                    <td class="number" data-label={text('meterAll')}>
                      {byteSize(usage().other)}
                    </td>
                  </tr>
                </tbody>
              </table>
            </div>
            <p class="muted">{text('meterHint')}</p>
          </>
        )}
      </Show>
    </section>
  );
}
