import { A } from '@solidjs/router';
import { createSignal, For, type JSX, Show } from 'solid-js';
import { type VariantName, variantNames } from '../../../domain/variants.ts';
import { useProject } from '../../app-state.tsx';
import { fewestVariants, inVariantOrder, usualVariants } from '../../state/runs/variant-batch.ts';
import { useText } from '../../text/text.tsx';

/** Several emphases in one go. */
export function VariantsPanel(props: {
  readonly disabled: boolean;
  readonly onStart: (variants: readonly VariantName[]) => void;
}): JSX.Element {
  const text = useText();
  const project = useProject();
  const [chosen, setChosen] = createSignal<ReadonlySet<VariantName>>(new Set(usualVariants));
  const choose = (name: VariantName, isWanted: boolean) =>
    setChosen((all) => new Set(isWanted ? [...all, name] : [...all].filter((other) => other !== name)));
  return (
    <details class="variants">
      <summary>{text('variantsTitle')}</summary>
      <p class="muted">{text('variantsHint')}</p>
      <div class="variant-choices">
        <For each={variantNames}>
          {(name) => (
            <label class="check">
              <input
                type="checkbox"
                checked={chosen().has(name)}
                onChange={(event) => choose(name, event.currentTarget.checked)}
              />
              {text(`variant_${name}`)}
            </label>
          )}
        </For>
      </div>
      <div class="variant-verbs">
        <button
          type="button"
          disabled={props.disabled || chosen().size < fewestVariants}
          onClick={() => props.onStart(inVariantOrder(chosen()))}
        >
          {text('variantsStart', { count: chosen().size })}
        </button>
        <Show when={project.timetables().length > 1}>
          <A href={`/p/${project.id}/side-by-side`}>{text('variantsCompare')}</A>
        </Show>
      </div>
    </details>
  );
}
