import { For, type JSX, Show } from 'solid-js';
import type { Redaction } from '../../../formats/format.ts';
import type { ShareForm } from '../../state/share/share-forms.ts';
import { type PlainTextKey, useText } from '../../text/text.tsx';

const hidden: readonly { readonly key: keyof Redaction; readonly title: PlainTextKey; readonly data: boolean }[] = [
  { key: 'instructorNames', title: 'shareHideInstructors', data: false },
  { key: 'studentNames', title: 'shareHideStudents', data: true },
  { key: 'availabilityReasons', title: 'shareHideReasons', data: true },
  { key: 'notes', title: 'shareHideNotes', data: true },
];

/** What is left out, and what calendars have to know. */
export function ShareOptions(props: {
  readonly form: ShareForm;
  readonly redaction: Redaction;
  readonly timeZone: string;
  readonly onRedaction: (redaction: Redaction) => void;
  readonly onTimeZone: (zone: string) => void;
}): JSX.Element {
  const text = useText();
  return (
    <section class="panel">
      <h2>{text('shareOptions')}</h2>
      <ul class="share-hidden">
        <For each={hidden.filter(({ data }) => !data || props.form.hasData === true)}>
          {({ key, title }) => (
            <li>
              <label>
                <input
                  type="checkbox"
                  checked={props.redaction[key] === true}
                  onChange={(event) => props.onRedaction({ ...props.redaction, [key]: event.currentTarget.checked })}
                />
                {text(title)}
              </label>
            </li>
          )}
        </For>
      </ul>
      <p class="muted">{text('shareHideHint')}</p>
      <Show when={props.form.hasZone === true}>
        <label class="share-field">
          <span>{text('shareZone')}</span>
          <input
            list="share-zones"
            value={props.timeZone}
            onChange={(event) => props.onTimeZone(event.currentTarget.value)}
          />
        </label>
        <datalist id="share-zones">
          {/* Asked for here only: it takes the browser as long as drawing a page. */}
          <For each={Intl.supportedValuesOf?.('timeZone') ?? []}>{(zone) => <option value={zone} />}</For>
        </datalist>
      </Show>
    </section>
  );
}
