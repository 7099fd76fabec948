import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import { putItem } from '../../../domain/operations/changes-of.ts';
import { largestWeight, type RuleData } from '../../../domain/problem-data.ts';
import { steeringFlaws } from '../../../domain/same-structure.ts';
import { useAppState, useProject } from '../../app-state.tsx';
import { sentenceOf, titleOf } from '../../state/rules/rule-list.ts';
import type { ActiveRun } from '../../state/runs/run.ts';
import { messageText } from '../../state/words/message-text.ts';
import { useText } from '../../text/text.tsx';
import { DiagnosticList } from '../problems/diagnostic-list.tsx';

/** Other rules for a run that is on: changed here or anywhere in the project, taken over on request. */
export function SteerPanel(props: { readonly run: ActiveRun }): JSX.Element {
  const text = useText();
  const project = useProject();
  const { steering } = props.run;
  const [isOpen, setOpen] = createSignal(false);
  const isChanged = createMemo(() => {
    const [now, then] = [project.problem().data, props.run.problem.data];
    return now !== then && (now.rules !== then.rules || now.events !== then.events);
  });
  const flaws = createMemo(() => (isChanged() ? steeringFlaws(props.run.problem.data, project.problem().data) : []));
  const takeOver = () => void steering.steer(project.problem());
  // What was applied below has become the project's problem.
  if (steering.follows() && isChanged() && flaws().length === 0) takeOver();
  return (
    <section class="panel steer">
      <div aria-live="polite">
        <Show when={steering.pending()}>
          <p>{text('steerPending')}</p>
        </Show>
        <Show when={isChanged() && !steering.pending() && flaws().length === 0}>
          <p class="steer-offer">
            <span>{text('steerChanged')}</span>
            <button type="button" class="primary" onClick={takeOver}>
              {text('steerTake')}
            </button>
          </p>
        </Show>
        <Show when={flaws().length > 0 || steering.flaws().length > 0}>
          <DiagnosticList diagnostics={flaws().length > 0 ? flaws() : steering.flaws()} />
        </Show>
      </div>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{text('steerTitle')}</summary>
        <p class="muted">{text('steerHint')}</p>
        {/* Hundreds of rules take longer to draw than the page may be kept busy while a run begins. */}
        <Show when={isOpen()}>
          <RuleWeights onApply={() => steering.setFollows(true)} />
        </Show>
      </details>
    </section>
  );
}

interface Draft {
  readonly on?: boolean;
  readonly weight?: number;
}

/** Weight and switch of every rule; nothing changes before it is applied, and then it is one step of the history. */
function RuleWeights(props: { readonly onApply: () => void }): JSX.Element {
  const text = useText();
  const project = useProject();
  const { notices } = useAppState();
  const [drafts, setDrafts] = createSignal<Readonly<Record<string, Draft>>>({});
  const rules = () => project.data().rules;
  const draft = (id: string, change: Draft) => setDrafts((all) => ({ ...all, [id]: { ...all[id], ...change } }));
  const changed = () =>
    rules().flatMap((rule) => {
      const next = withDraft(rule, drafts()[rule.id] ?? {});
      return next.weight === rule.weight && (next.enabled ?? true) === (rule.enabled ?? true) ? [] : [next];
    });
  const apply = () => {
    const list = changed();
    const changes = list.map((rule) => putItem(project.data(), 'rules', rule));
    const [first] = list;
    if (first === undefined) return;
    const count = list.length > 1 ? { count: list.length } : {};
    props.onApply();
    const applied = project.editor.apply({ action: 'changeRule', subject: titleOf(first), ...count }, changes);
    if (applied.ok) setDrafts({});
    else notices.complain(messageText(applied.diagnostics[0]));
  };
  return (
    <>
      <div class="scroll">
        <table class="figures steer-rules">
          <thead>
            <tr>
              <th scope="col">{text('steerOn')}</th>
              <th scope="col">{text('problemsRule')}</th>
              <th scope="col">{text('steerWeight')}</th>
            </tr>
          </thead>
          <tbody>
            <For each={rules()}>
              {(rule) => {
                const sentence = sentenceOf(project.data(), rule);
                return (
                  <tr>
                    <td>
                      <input
                        type="checkbox"
                        aria-label={`${text('steerOn')}: ${sentence}`}
                        checked={drafts()[rule.id]?.on ?? rule.enabled !== false}
                        onChange={(event) => draft(rule.id, { on: event.currentTarget.checked })}
                      />
                    </td>
                    <th scope="row">{sentence}</th>
                    <td>
                      <Show when={!rule.hard} fallback={text('problemsHard')}>
                        <input
                          type="number"
                          min="1"
                          max={largestWeight}
                          aria-label={`${text('steerWeight')}: ${sentence}`}
                          value={drafts()[rule.id]?.weight ?? rule.weight}
                          onInput={(event) => {
                            const weight = event.currentTarget.valueAsNumber;
                            if (Number.isInteger(weight) && weight >= 1 && weight <= largestWeight)
                              draft(rule.id, { weight });
                          }}
                        />
                      </Show>
                    </td>
                  </tr>
                );
              }}
            </For>
          </tbody>
        </table>
      </div>
      <button type="button" class="primary" disabled={changed().length === 0} onClick={apply}>
        {text('steerApply')}
      </button>
    </>
  );
}

function withDraft(rule: RuleData, { on, weight = rule.weight }: Draft): RuleData {
  const { enabled, ...rest } = rule;
  const isOn = on ?? enabled !== false;
  return isOn ? { ...rest, weight } : { ...rest, weight, enabled: false };
}
