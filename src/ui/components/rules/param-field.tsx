import { createMemo, createUniqueId, For, type JSX, Match, Show, Switch } from 'solid-js';
import type { ParamSpec } from '../../../domain/constraints/params.ts';
import type { ProblemData, SlotSelection } from '../../../domain/problem-data.ts';
import type { AssignmentData } from '../../../domain/timetable.ts';
import { useProject } from '../../app-state.tsx';
import { optionsOf } from '../../state/rules/name-options.ts';
import { type RuleForm, typedNumber } from '../../state/rules/rule-form.ts';
import { listText } from '../../state/words/wording.ts';
import { useText } from '../../text/text.tsx';
import { Field } from './field.tsx';
import { IdPicker } from './id-picker.tsx';
import { SlotPainter } from './slot-painter.tsx';

type Spec<Type extends ParamSpec['type']> = Extract<ParamSpec, { readonly type: Type }>;

/** The field of one parameter, as its spec says: a new kind of rule needs no form of its own. */
export function ParamField(props: {
  readonly name: string;
  readonly spec: ParamSpec;
  readonly form: RuleForm;
  readonly data: ProblemData;
}): JSX.Element {
  const text = useText();
  const control = createUniqueId();
  const faultId = createUniqueId();
  const value = () => props.form.draft().params[props.name] ?? props.spec.default;
  const set = (next: unknown) => props.form.setParam(props.name, next);
  const fault = () => props.form.faultOf(props.name);
  const is = <Type extends ParamSpec['type']>(type: Type): Spec<Type> | false =>
    // the type has just been compared
    props.spec.type === type ? (props.spec as Spec<Type>) : false;

  return (
    <Switch>
      <Match when={is('integer')}>
        {(spec) => (
          <Field
            label={spec().label}
            control={control}
            hint={text('ruleRange', spec())}
            fault={fault()}
            faultId={faultId}
          >
            <span class="with-unit">
              <input
                id={control}
                type="number"
                inputmode="numeric"
                min={spec().min}
                max={spec().max}
                step={1}
                value={String(value())}
                aria-invalid={fault() !== null}
                aria-describedby={faultId}
                onChange={(event) => set(typedNumber(event.currentTarget.value))}
              />
              <span>{spec().unit}</span>
            </span>
          </Field>
        )}
      </Match>
      <Match when={is('boolean')}>
        {(spec) => (
          <label class="check-field">
            <input type="checkbox" checked={value() === true} onChange={(event) => set(event.currentTarget.checked)} />
            <span>{spec().label}</span>
          </label>
        )}
      </Match>
      <Match when={is('slots')}>
        {(spec) => (
          <Field label={spec().label} fault={fault()} faultId={faultId}>
            <SlotPainter
              label={spec().label}
              calendar={props.data.calendar}
              // the draft of a stored or new rule holds selections here
              value={value() as readonly SlotSelection[]}
              onChange={set}
            />
          </Field>
        )}
      </Match>
      <Match when={is('slotRange')}>
        {(spec) => (
          <Field label={spec().label} fault={fault()} faultId={faultId}>
            <RangeField label={spec().label} data={props.data} value={value() as typeof range} onChange={set} />
          </Field>
        )}
      </Match>
      <Match when={is('ids')}>
        {(spec) => <IdsField spec={spec()} name={props.name} form={props.form} data={props.data} />}
      </Match>
      <Match when={is('placements')}>
        {(spec) => (
          <Field label={spec().label} fault={fault()} faultId={faultId}>
            <Placements count={(value() as readonly unknown[]).length} onTake={set} />
          </Field>
        )}
      </Match>
    </Switch>
  );
}

/** Placements cannot be typed; they are taken from the current timetable. */
function Placements(props: {
  readonly count: number;
  readonly onTake: (placements: readonly AssignmentData[]) => void;
}): JSX.Element {
  const text = useText();
  const project = useProject();
  return (
    <>
      <p class="muted">{text('rulePlacements', { count: props.count })}</p>
      <Show when={project.timetable(undefined)} fallback={<p class="field-hint">{text('rulePlacementsNone')}</p>}>
        {(current) => (
          <button type="button" onClick={() => props.onTake(current().timetable.assignments)}>
            {text('rulePlacementsTake', { name: current().name })}
          </button>
        )}
      </Show>
    </>
  );
}

const range = { from: 0, to: 1 };

/** From the start of one slot to the end of another. */
function RangeField(props: {
  readonly label: string;
  readonly data: ProblemData;
  readonly value: typeof range;
  readonly onChange: (value: typeof range) => void;
}): JSX.Element {
  const text = useText();
  const slots = () => props.data.calendar.slots;
  return (
    <span class="range-field">
      <select
        aria-label={listText([props.label, text('ruleFrom')])}
        onChange={(event) => props.onChange({ ...props.value, from: Number(event.currentTarget.value) })}
      >
        <For each={slots()}>
          {(slot, index) => (
            <option value={index()} selected={index() === props.value.from}>
              {slot.start}
            </option>
          )}
        </For>
      </select>
      <span aria-hidden="true">–</span>
      <select
        aria-label={listText([props.label, text('ruleTo')])}
        onChange={(event) => props.onChange({ ...props.value, to: Number(event.currentTarget.value) })}
      >
        <For each={slots()}>
          {(slot, index) => (
            <option value={index() + 1} selected={index() + 1 === props.value.to}>
              {slot.end}
            </option>
          )}
        </For>
      </select>
    </span>
  );
}

function IdsField(props: {
  readonly spec: Spec<'ids'>;
  readonly name: string;
  readonly form: RuleForm;
  readonly data: ProblemData;
}): JSX.Element {
  const text = useText();
  const faultId = createUniqueId();
  const options = createMemo(() => optionsOf(props.data, props.spec.of));
  return (
    <Field label={props.spec.label} fault={props.form.faultOf(props.name)} faultId={faultId}>
      <IdPicker
        label={props.spec.label}
        placeholder={text('rulePickerAdd')}
        options={options()}
        // the draft of a stored or new rule holds ids here
        chosen={(props.form.draft().params[props.name] ?? props.spec.default) as readonly string[]}
        onChange={(ids) => props.form.setParam(props.name, ids)}
      />
    </Field>
  );
}
