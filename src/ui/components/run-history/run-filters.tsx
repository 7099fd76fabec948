import { createMemo, For, type JSX, Show } from 'solid-js';
import { runStates } from '../../../domain/runs/run-states.ts';
import { variantNames } from '../../../domain/variants.ts';
import type { RunSummary } from '../../../storage/records.ts';
import type { RunHistoryState } from '../../state/run-history/create-run-history.ts';
import { periods, type RunFilter } from '../../state/run-history/run-list.ts';
import { useText } from '../../text/text.tsx';

const results = ['feasible', 'broken', 'none'] as const;

interface Option {
  readonly value: string;
  readonly name: string;
}

/** Only what there is can be chosen. */
export function RunFilters(props: {
  readonly state: RunHistoryState;
  readonly runs: readonly RunSummary[];
  /** Of the projects, by id; null where all runs are of one. */
  readonly names: ReadonlyMap<string, string> | null;
}): JSX.Element {
  const text = useText();
  const there = createMemo(() => ({
    states: new Set(props.runs.map(({ state }) => state)),
    reasons: [...new Set(props.runs.flatMap(({ reason }) => reason ?? []))],
    variants: new Set(props.runs.map(({ variant }) => variant)),
    projects: [...new Set(props.runs.map(({ projectId }) => projectId))],
  }));
  const field = (label: string, name: keyof RunFilter, options: readonly Option[]) => (
    <label>
      {label}
      <select
        onChange={(event) => {
          // the options are all there is
          props.state.choose({ [name]: event.currentTarget.value } as Partial<RunFilter>);
        }}
      >
        <option value="" selected={props.state.filter()[name] === ''}>
          {text('runFilterAny')}
        </option>
        <For each={options}>
          {(option) => (
            <option value={option.value} selected={props.state.filter()[name] === option.value}>
              {option.name}
            </option>
          )}
        </For>
      </select>
    </label>
  );
  return (
    <div class="run-filters">
      <Show when={props.names}>
        {(names) =>
          field(
            text('runFilterProject'),
            'project',
            there().projects.map((value) => ({ value, name: names().get(value) ?? text('meterLost') })),
          )
        }
      </Show>
      {field(
        text('runFilterState'),
        'state',
        runStates
          .filter((state) => there().states.has(state))
          .map((value) => ({ value, name: text(`runState_${value}`) })),
      )}
      {field(
        text('runFilterReason'),
        'reason',
        there().reasons.map((value) => ({ value, name: text(`runReason_${value}`) })),
      )}
      {field(
        text('runFilterVariant'),
        'variant',
        variantNames
          .filter((variant) => there().variants.has(variant))
          .map((value) => ({ value, name: text(`variant_${value}`) })),
      )}
      {field(
        text('runFilterPeriod'),
        'period',
        periods.map((value) => ({ value, name: text(`runPeriod_${value}`) })),
      )}
      {field(
        text('runFilterResult'),
        'result',
        results.map((value) => ({ value, name: text(`runResult_${value}`) })),
      )}
    </div>
  );
}
