import { createSignal, createUniqueId, For, type JSX, Show } from 'solid-js';
import { putItems } from '../../../domain/operations/changes-of.ts';
import {
  mergeEvents,
  type PartsWanted,
  partsOf,
  patternOf,
  splitEvent,
} from '../../../domain/operations/course-parts.ts';
import { useAppState, useProject } from '../../app-state.tsx';
import { parseCell } from '../../state/table/cell-text.ts';
import type { CellKind, CellValue } from '../../state/table/column.ts';
import type { Table } from '../../state/table/create-table.ts';
import { allNames } from '../../state/table/names.ts';
import { useText } from '../../text/text.tsx';
import { Dialog, SubmitButtons } from '../basics/dialog.tsx';
import { Segmented } from '../basics/segmented.tsx';

/** What can be done with events besides editing their cells. */
export function EventTools(props: { readonly table: Table<'events'>; readonly onFocus: () => void }): JSX.Element {
  const text = useText();
  const project = useProject();
  const { notices } = useAppState();
  const [open, setOpen] = createSignal<'parts' | 'split' | null>(null);
  const close = () => {
    setOpen(null);
    props.onFocus();
  };
  const merge = () => {
    const timetables = new Map(project.timetables().map(({ id, timetable }) => [id, timetable]));
    const ids = props.table.selectedIds();
    const made = mergeEvents({ problem: project.data(), timetables }, ids);
    if (typeof made === 'string') notices.tell(text(`mergeFlaw_${made}`));
    else project.editor.apply({ action: 'change', subject: 'events', count: ids.length }, made);
    props.onFocus();
  };
  const selected = () => props.table.selectedIds();
  return (
    <>
      <button type="button" onClick={() => setOpen('parts')}>
        {text('partsButton')}
      </button>
      <button type="button" disabled={selected().length !== 1} onClick={() => setOpen('split')}>
        {text('splitButton')}
      </button>
      <button type="button" disabled={selected().length < 2} onClick={merge}>
        {text('mergeButton')}
      </button>
      <Show when={open() === 'parts'}>
        <PartsDialog onClose={close} />
      </Show>
      <Show when={open() === 'split'}>
        <SplitDialog eventId={selected()[0] ?? ''} onClose={close} />
      </Show>
    </>
  );
}

function PartsDialog(props: { readonly onClose: () => void }): JSX.Element {
  const text = useText();
  const project = useProject();
  const [course, setCourse] = createSignal('');
  const [pattern, setPattern] = createSignal('2+2+1');
  const [groups, setGroups] = createSignal('');
  const [instructors, setInstructors] = createSignal('');
  const [isEachGroup, setEachGroup] = createSignal(true);
  const [isTried, setTried] = createSignal(false);
  const read = (kind: CellKind, typed: string): CellValue | undefined => {
    const parsed = parseCell(kind, typed, project.data());
    return parsed.ok ? parsed.value : undefined;
  };
  const wanted = (): PartsWanted | 'course' | 'pattern' | 'groups' | 'instructors' => {
    const courseId = read({ type: 'reference', list: 'courses', isNeeded: true }, course());
    const durations = patternOf(pattern());
    const groupIds = read({ type: 'references', list: 'groups' }, groups());
    const instructorIds = read({ type: 'references', list: 'instructors' }, instructors());
    if (typeof courseId !== 'string') return 'course';
    if (durations === null) return 'pattern';
    if (!Array.isArray(groupIds)) return 'groups';
    if (!Array.isArray(instructorIds)) return 'instructors';
    return { courseId, durations, groupIds, instructorIds, isEachGroup: isEachGroup() };
  };
  const flaw = () => {
    const made = wanted();
    return typeof made === 'string' ? made : null;
  };
  const count = () => {
    const made = wanted();
    return typeof made === 'string' ? null : partsOf(project.data(), made).length;
  };
  const create = () => {
    setTried(true);
    const made = wanted();
    if (typeof made === 'string') return;
    const parts = partsOf(project.data(), made);
    const changes = putItems(project.data(), 'events', parts);
    project.editor.apply({ action: 'add', subject: 'events', count: parts.length }, changes);
    props.onClose();
  };
  return (
    <Dialog onClose={() => props.onClose()}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          create();
        }}
      >
        <h2>{text('partsTitle')}</h2>
        <div class="dialog-fields">
          <Named
            label={text('columnCourse')}
            value={course()}
            names={allNames(project.data(), 'courses')}
            onInput={setCourse}
          />
          <label>
            {text('partsPattern')}
            <input value={pattern()} onInput={(event) => setPattern(event.currentTarget.value)} />
          </label>
          <Named
            label={text('partsGroups')}
            value={groups()}
            names={allNames(project.data(), 'groups')}
            onInput={setGroups}
          />
          <Named
            label={text('partsInstructors')}
            value={instructors()}
            names={allNames(project.data(), 'instructors')}
            onInput={setInstructors}
          />
          <Segmented
            label={text('partsGroups')}
            options={[
              { value: 'each', text: text('partsEach') },
              { value: 'together', text: text('partsTogether') },
            ]}
            value={isEachGroup() ? 'each' : 'together'}
            onChoose={(value) => setEachGroup(value === 'each')}
          />
        </div>
        <p class="dialog-note" role="status" data-bad={isTried() && flaw() !== null ? '' : undefined}>
          <Show
            when={isTried() ? flaw() : null}
            keyed
            fallback={
              <Show when={count()} keyed>
                {(parts) => text('partsCount', { count: parts })}
              </Show>
            }
          >
            {(cause) => text(`partsFlaw_${cause}`)}
          </Show>
        </p>
        <SubmitButtons label={text('newCreate')} onClose={() => props.onClose()} />
      </form>
    </Dialog>
  );
}

/** A field with the names there are to choose from; several are separated by commas. */
function Named(props: {
  readonly label: string;
  readonly value: string;
  readonly names: Iterable<string>;
  readonly onInput: (typed: string) => void;
}): JSX.Element {
  const list = createUniqueId();
  return (
    <label>
      {props.label}
      <span>
        <input list={list} value={props.value} onInput={(event) => props.onInput(event.currentTarget.value)} />
        <datalist id={list}>
          <For each={[...props.names]}>{(name) => <option value={name} />}</For>
        </datalist>
      </span>
    </label>
  );
}

function SplitDialog(props: { readonly eventId: string; readonly onClose: () => void }): JSX.Element {
  const text = useText();
  const project = useProject();
  const duration = () => project.data().events.find(({ id }) => id === props.eventId)?.duration ?? 0;
  const [pattern, setPattern] = createSignal(`${Math.ceil(duration() / 2)}+${Math.floor(duration() / 2)}`);
  const [flaw, setFlaw] = createSignal<string | null>(null);
  const split = () => {
    const made = splitEvent(project.data(), props.eventId, patternOf(pattern()) ?? []);
    if (typeof made === 'string') return setFlaw(text(`splitFlaw_${made}`, { slots: duration() }));
    project.editor.apply({ action: 'change', subject: 'events', count: 1 }, made);
    props.onClose();
  };
  return (
    <Dialog onClose={() => props.onClose()}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          split();
        }}
      >
        <h2>{text('splitTitle', { slots: duration() })}</h2>
        <div class="dialog-fields">
          <label>
            {text('partsPattern')}
            <input value={pattern()} onInput={(event) => setPattern(event.currentTarget.value)} />
          </label>
        </div>
        <p class="dialog-note" role="status" data-bad="">
          {flaw()}
        </p>
        <SubmitButtons label={text('splitButton')} onClose={() => props.onClose()} />
      </form>
    </Dialog>
  );
}
