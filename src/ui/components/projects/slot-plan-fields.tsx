import type { JSX } from 'solid-js';
import type { SlotPlanTyped } from '../../state/project/new-project.ts';
import { useText } from '../../text/text.tsx';

/** How a day is cut into slots. */
export function SlotPlanFields(props: {
  readonly fields: SlotPlanTyped;
  readonly onSet: (change: Partial<SlotPlanTyped>) => void;
}): JSX.Element {
  const text = useText();
  return (
    <div class="new-grid">
      <label>
        {text('newFrom')}
        <input
          type="time"
          value={props.fields.from}
          onInput={(event) => props.onSet({ from: event.currentTarget.value })}
        />
      </label>
      <label>
        {text('newTo')}
        <input
          type="time"
          value={props.fields.to}
          onInput={(event) => props.onSet({ to: event.currentTarget.value })}
        />
      </label>
      <label>
        {text('newMinutes')}
        <input
          type="number"
          min="5"
          max="600"
          value={props.fields.minutes}
          onInput={(event) => props.onSet({ minutes: event.currentTarget.value })}
        />
      </label>
      <label>
        {text('newPause')}
        <input
          type="number"
          min="0"
          max="120"
          value={props.fields.pause}
          onInput={(event) => props.onSet({ pause: event.currentTarget.value })}
        />
      </label>
      <label>
        {text('newBreak')}
        <input
          value={props.fields.breakName}
          maxLength={100}
          onInput={(event) => props.onSet({ breakName: event.currentTarget.value })}
        />
      </label>
      <label>
        {text('newBreakFrom')}
        <input
          type="time"
          value={props.fields.breakFrom}
          onInput={(event) => props.onSet({ breakFrom: event.currentTarget.value })}
        />
      </label>
      <label>
        {text('newBreakTo')}
        <input
          type="time"
          value={props.fields.breakTo}
          onInput={(event) => props.onSet({ breakTo: event.currentTarget.value })}
        />
      </label>
    </div>
  );
}
