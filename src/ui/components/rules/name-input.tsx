import { createSignal, createUniqueId, For, type JSX } from 'solid-js';

/** Somebody or something that can be chosen by its name. */
export interface NameOption {
  readonly key: string;
  /** Told apart from all others. */
  readonly label: string;
}

const shownOptions = 50;

/** A text field that offers names while one is typed; the names may be thousands. */
export function NameInput(props: {
  readonly label: string;
  readonly placeholder: string;
  readonly options: () => readonly NameOption[];
  readonly onChoose: (key: string) => void;
  /** What was typed is no name; empty when the field was emptied. */
  readonly onUnknown: (text: string) => void;
  /** Stays in the field; else the field is empty again after a choice. */
  readonly value?: string;
}): JSX.Element {
  const list = createUniqueId();
  /** Null until the field is entered: thousands of names are not looked through for nobody. */
  const [typed, setTyped] = createSignal<string | null>(null);
  const offered = () => {
    const wanted = typed()?.trim().toLocaleLowerCase();
    if (wanted === undefined) return [];
    const found: NameOption[] = [];
    for (const option of props.options()) {
      if (option.label.toLocaleLowerCase().includes(wanted)) found.push(option);
      if (found.length === shownOptions) break;
    }
    return found;
  };
  const choose = (field: HTMLInputElement): void => {
    const wanted = field.value.trim().toLocaleLowerCase();
    const option = props.options().find(({ label }) => label.toLocaleLowerCase() === wanted);
    if (option === undefined) {
      props.onUnknown(field.value.trim());
      return;
    }
    props.onChoose(option.key);
    if (props.value === undefined) field.value = '';
    setTyped('');
  };
  return (
    <>
      <input
        type="text"
        class="name-input"
        list={list}
        aria-label={props.label}
        placeholder={props.placeholder}
        autocomplete="off"
        value={props.value ?? ''}
        onFocus={(event) => setTyped(event.currentTarget.value)}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          // picked from the list rather than typed
          if (event.inputType === 'insertReplacementText' || event.inputType === undefined) choose(event.currentTarget);
        }}
        onChange={(event) => choose(event.currentTarget)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          choose(event.currentTarget);
        }}
      />
      <datalist id={list}>
        <For each={offered()}>{(option) => <option value={option.label} />}</For>
      </datalist>
    </>
  );
}
