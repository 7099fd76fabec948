import { createEffect, createSignal, type JSX } from 'solid-js';
import { useText } from '../../text/text.tsx';

/** As the writer has it: shorter ones are guessed too soon. */
const shortest = 8;

/** A passphrase typed twice; whoever asks gets it once both are the same and long enough, else null. */
export function PassphraseChoice(props: { readonly onPassphrase: (passphrase: string | null) => void }): JSX.Element {
  const text = useText();
  const [first, setFirst] = createSignal('');
  const [second, setSecond] = createSignal('');
  const [isShown, setShown] = createSignal(false);
  const isLong = () => first().length >= shortest;
  const isGood = () => isLong() && first() === second();
  createEffect(() => props.onPassphrase(isGood() ? first() : null));
  const state = () => {
    if (first() === '') return 'passphraseHint';
    if (!isLong()) return 'passphraseShort';
    return isGood() ? 'passphraseGood' : 'passphraseOther';
  };
  return (
    <section class="panel">
      <h2>{text('passphraseTitle')}</h2>
      <Field label={text('passphrase')} isShown={isShown()} onInput={setFirst} />
      <Field label={text('passphraseAgain')} isShown={isShown()} onInput={setSecond} />
      <label class="check">
        <input type="checkbox" onChange={(event) => setShown(event.currentTarget.checked)} /> {text('passphraseShow')}
      </label>
      <p id="passphrase-state" class="muted" role="status">
        {text(state())}
      </p>
    </section>
  );
}

function Field(props: {
  readonly label: string;
  readonly isShown: boolean;
  readonly onInput: (typed: string) => void;
}): JSX.Element {
  return (
    <label class="share-field">
      <span>{props.label}</span>
      <input
        type={props.isShown ? 'text' : 'password'}
        autocomplete="new-password"
        maxLength={1000}
        aria-describedby="passphrase-state"
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
    </label>
  );
}
