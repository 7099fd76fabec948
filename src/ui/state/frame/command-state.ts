import { type Accessor, createSignal, onCleanup } from 'solid-js';
import { type Command, type CommandContext, type DialogName, generalCommands } from '../../commands.ts';
import type { OpenProject } from '../project/project.ts';

/** The commands there are at the moment, and what they are done to. */
export interface CommandState {
  readonly all: Accessor<readonly Command[]>;
  readonly project: Accessor<OpenProject | null>;
  /** The dialog that is open over the page. */
  readonly dialog: Accessor<DialogName | null>;
  show(dialog: DialogName): void;
  hide(): void;
  /** The page's own commands, until its owner is disposed. */
  add(commands: readonly Command[]): void;
  /** Told by the project layout: the project that is open, until its owner is disposed. */
  open(project: OpenProject): void;
}

/** Where single keys are not allowed, no command has one: neither heard nor shown. */
export function createCommandState(areSingleKeysAllowed: Accessor<boolean> = () => true): CommandState {
  const [added, setAdded] = createSignal<readonly (readonly Command[])[]>([]);
  const [project, setProject] = createSignal<OpenProject | null>(null);
  const [dialog, setDialog] = createSignal<DialogName | null>(null);
  return {
    dialog,
    show: (name) => void setDialog(name),
    hide: () => void setDialog(null),
    all: () => {
      const commands = [...generalCommands, ...added().flat()];
      return areSingleKeysAllowed() ? commands : commands.map(withoutSingleKeys);
    },
    project,
    add(commands) {
      setAdded((lists) => [...lists, commands]);
      whenGone(() => setAdded((lists) => lists.filter((list) => list !== commands)));
    },
    open(opened) {
      setProject(() => opened);
      whenGone(() => setProject((current) => (current === opened ? null : current)));
    },
  };
}

function withoutSingleKeys(command: Command): Command {
  const { keys } = command;
  return keys === undefined ? command : { ...command, keys: keys.filter((name) => name.length > 1) };
}

/** A page goes in the middle of a transition to the next one, and what is set then is lost: it is done right after. */
function whenGone(work: () => void): void {
  onCleanup(() => queueMicrotask(work));
}

/** Commands of one group stand together, groups in the order of their first command. */
export function groupsInOrder(commands: readonly Command[]): readonly Command[] {
  const groups = new Set(commands.map(({ group }) => group));
  return [...groups].flatMap((group) => commands.filter((command) => command.group === group));
}

/** Does what the keys stand for; true when there was such a command. */
export function runShortcut(event: KeyboardEvent, commands: readonly Command[], context: CommandContext): boolean {
  if (event.defaultPrevented || event.isComposing) return false;
  const pressed = shortcutOf(event);
  const command = commands.find(({ keys }) => keys?.includes(pressed));
  if (command === undefined || (command.isEnabled?.(context) ?? true) === false) return false;
  if (isInDialog(event.target) || (isTyping(event.target) && !isHeardWhileTyping(command, pressed))) return false;
  event.preventDefault();
  command.run(context);
  return true;
}

/** `Mod+Shift+z` for Ctrl or Cmd with Shift and Z; Shift is left out where it only makes the character (`?`). */
export function shortcutOf({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): string {
  const name = key.length === 1 ? key.toLowerCase() : key;
  const isLetter = name.length === 1 && name.toUpperCase() !== name;
  const parts = [
    ctrlKey || metaKey ? 'Mod' : '',
    altKey ? 'Alt' : '',
    shiftKey && (isLetter || key.length > 1) ? 'Shift' : '',
    name,
  ];
  return parts.filter((part) => part !== '').join('+');
}

/** A dialog has the page's keys to itself. */
function isInDialog(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('dialog[open]') !== null;
}

function isHeardWhileTyping({ whileTyping }: Command, pressed: string): boolean {
  return whileTyping === true && pressed.startsWith('Mod+');
}

/** Fields keep their keys, their own undo among them. */
/** True where keys and pasted text belong to a field. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button', 'range'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable;
}
