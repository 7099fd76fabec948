import { createEffect, createSignal, type JSX, on } from 'solid-js';
import type { AskedPassphrase } from '../../state/files/locked-files.ts';
import { useText } from '../../text/text.tsx';
import { SubmitButtons } from '../basics/dialog.tsx';
import { TitledDialog } from '../basics/titled-dialog.tsx';

/** Asks for the passphrase of a file that is being opened. */
export function PassphraseDialog(props: { readonly asked: AskedPassphrase }): JSX.Element {
  const text = useText();
  const [typed, setTyped] = createSignal('');
  let field: HTMLInputElement | undefined;
  createEffect(
    on(
      () => props.asked.isWrong && !props.asked.isTrying,
      (isWrong) => {
        if (isWrong) field?.select();
      },
    ),
  );
  const submit = (event: Event) => {
    event.preventDefault();
    if (!props.asked.isTrying) props.asked.answer(typed());
  };
  return (
    <TitledDialog open title={text('lockedTitle')} onClose={() => props.asked.answer(null)}>
      <form onSubmit={submit}>
        <p>{text('lockedAsk', { name: props.asked.name })}</p>
        <div class="dialog-fields">
          <label>
            <span>{text('passphrase')}</span>
            <input
              ref={field}
              type="password"
              autocomplete="off"
              value={typed()}
              maxLength={1000}
              aria-describedby="passphrase-note"
              aria-invalid={props.asked.isWrong}
              onInput={(event) => setTyped(event.currentTarget.value)}
            />
          </label>
        </div>
        <p
          id="passphrase-note"
          class="dialog-note"
          role="status"
          data-bad={props.asked.isWrong && !props.asked.isTrying ? '' : undefined}
        >
          {props.asked.isTrying ? text('lockedTrying') : props.asked.isWrong ? text('lockedWrong') : text('lockedHint')}
        </p>
        <SubmitButtons label={text('lockedOpen')} disabled={typed() === ''} onClose={() => props.asked.answer(null)} />
      </form>
    </TitledDialog>
  );
}
