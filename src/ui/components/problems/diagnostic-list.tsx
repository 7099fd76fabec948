import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import { type Diagnostic, worstFirst } from '../../../domain/diagnostic.ts';
import { createGrowing } from '../../state/drawing.ts';
import { adviceText, messageText } from '../../state/words/message-text.ts';
import { useText } from '../../text/text.tsx';

const pageSize = 20;

/** Remarks on a file as a table: what, where, which value, what to do; what hinders before what is only worth knowing. */
export function DiagnosticList(props: { readonly diagnostics: readonly Diagnostic[] }): JSX.Element {
  const text = useText();
  const [limit, setLimit] = createSignal(pageSize);
  const sorted = createMemo(() => worstFirst(props.diagnostics));
  const shown = createGrowing(limit, pageSize);
  const severity = { error: 'severityError', warning: 'severityWarning', info: 'severityInfo' } as const;
  return (
    <>
      <ul class="diagnostics">
        <For each={sorted().slice(0, shown())}>
          {(item) => (
            <li data-severity={item.severity}>
              <span class="tag" data-severity={item.severity}>
                {text(severity[item.severity])}
              </span>
              <div>
                <p>{messageText(item, 'besideValue')}</p>
                <dl>
                  <Detail label={text('diagnosticPlace')} value={item.place} />
                  <Detail label={text('diagnosticValue')} value={item.value} />
                  <Detail label={text('diagnosticAdvice')} value={adviceText(item)} />
                </dl>
              </div>
            </li>
          )}
        </For>
      </ul>
      <MoreButton total={props.diagnostics.length} limit={limit()} onMore={() => setLimit(limit() * 4)} />
    </>
  );
}

function Detail(props: { readonly label: string; readonly value: string | undefined }): JSX.Element {
  return (
    <Show when={props.value !== undefined && props.value !== ''}>
      <div>
        <dt>{props.label}</dt>
        <dd>
          {/* Signs and brackets of a value stay on their side in a text that reads from right to left. */}
          <bdi>{props.value}</bdi>
        </dd>
      </div>
    </Show>
  );
}

/** Lists are capped, so that twenty thousand rows never stand in the page at once. */
export function MoreButton(props: {
  readonly total: number;
  readonly limit: number;
  readonly onMore: () => void;
}): JSX.Element {
  const text = useText();
  return (
    <Show when={props.total > props.limit}>
      <button type="button" class="more" onClick={() => props.onMore()}>
        {text('showMore', { rest: props.total - props.limit })}
      </button>
    </Show>
  );
}
