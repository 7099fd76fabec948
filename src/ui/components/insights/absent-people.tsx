import { createUniqueId, For, type JSX } from 'solid-js';
import type { Problem } from '../../../domain/problem.ts';
import { useText } from '../../text/text.tsx';
import { Icon } from '../basics/icon.tsx';

/** Who is away: names that can be taken off, and a field that finds more. */
export function AbsentPeople(props: {
  readonly problem: Problem;
  readonly absent: readonly number[];
  readonly onChange: (absent: readonly number[]) => void;
}): JSX.Element {
  const text = useText();
  const listId = createUniqueId();
  const nameOf = (index: number) => props.problem.instructors[index]?.name ?? '';
  let input: HTMLInputElement | undefined;
  const take = (field: HTMLInputElement) => {
    const found = props.problem.instructors.findIndex(
      ({ id, name }) => labelOf(name, id, props.problem) === field.value,
    );
    if (found < 0) return;
    field.value = '';
    if (!props.absent.includes(found)) props.onChange([...props.absent, found]);
  };
  return (
    <div class="absent">
      <label>
        {text('coverWho')}
        <input
          ref={input}
          list={listId}
          placeholder={text('coverAdd')}
          autocomplete="off"
          onInput={(event) => take(event.currentTarget)}
          onChange={(event) => take(event.currentTarget)}
        />
      </label>
      <datalist id={listId}>
        <For each={props.problem.instructors}>
          {({ id, name }) => <option value={labelOf(name, id, props.problem)} />}
        </For>
      </datalist>
      <ul class="chips">
        <For each={props.absent}>
          {(index) => (
            <li>
              {nameOf(index)}
              <button
                type="button"
                class="plain"
                aria-label={text('coverRemove', { name: nameOf(index) })}
                onClick={() => {
                  props.onChange(props.absent.filter((item) => item !== index));
                  input?.focus();
                }}
              >
                <Icon name="close" />
              </button>
            </li>
          )}
        </For>
      </ul>
    </div>
  );
}

const repeatedNames = new WeakMap<Problem, ReadonlySet<string>>();

/** The name; with the id where several are called alike. */
function labelOf(name: string, id: string, problem: Problem): string {
  let repeated = repeatedNames.get(problem);
  if (repeated === undefined) {
    repeated = repeatedOf(problem.instructors.map((item) => item.name));
    repeatedNames.set(problem, repeated);
  }
  return repeated.has(name) ? `${name} (${id})` : name;
}

function repeatedOf(names: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const name of names) {
    if (seen.has(name)) repeated.add(name);
    seen.add(name);
  }
  return repeated;
}
