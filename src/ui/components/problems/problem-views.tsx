import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import type { Violation } from '../../../domain/constraints/definition.ts';
import { type CostShare, costShares, violationsByPerson } from '../../state/problems/problem-people.ts';
import { groupViolations } from '../../state/problems/problems-view.ts';
import type { EvaluatedTimetable } from '../../state/timetable/evaluation.ts';
import { tenthsOf, wholeNumber } from '../../state/words/numbers.ts';
import { useText } from '../../text/text.tsx';
import { createRuleName } from '../rules/rule-name.ts';
import { MoreButton } from './diagnostic-list.tsx';
import { ProblemGroup } from './problem-groups.tsx';

interface ViewProps {
  readonly evaluated: EvaluatedTimetable;
  readonly violations: readonly Violation[];
}

export function ByRule(props: ViewProps): JSX.Element {
  const text = useText();
  const name = createRuleName(() => props.evaluated.problem);
  const groups = createMemo(() => groupViolations(props.violations));
  return (
    <div class="problem-groups">
      <For each={groups()}>
        {(group, index) => (
          <ProblemGroup
            name={name(group.kind)}
            tag={text(group.kind === 'placed' ? 'problemsUnplaced' : group.hard ? 'problemsHard' : 'problemsSoft')}
            isHard={group.hard}
            figures={
              <>
                <Figure label={text('problemsAmount')} value={group.amount} />
                <Show when={!group.hard}>
                  <Figure label={text('problemsCost')} value={group.cost} />
                </Show>
              </>
            }
            violations={group.violations}
            isFirst={index() === 0}
            evaluated={props.evaluated}
          />
        )}
      </For>
    </div>
  );
}

const peopleShown = 40;

export function ByPerson(props: ViewProps): JSX.Element {
  const text = useText();
  const [limit, setLimit] = createSignal(peopleShown);
  const people = createMemo(() =>
    violationsByPerson(props.evaluated.problem, props.evaluated.timetable, props.violations),
  );
  return (
    <>
      <p class="muted">{text('problemsSeveral')}</p>
      <div class="problem-groups">
        <For each={people().slice(0, limit())}>
          {(person, index) => (
            <ProblemGroup
              name={person.name}
              tag={text(person.unplaced > 0 ? 'problemsUnplaced' : person.hard > 0 ? 'problemsHard' : 'problemsSoft')}
              isHard={person.unplaced + person.hard > 0}
              figures={
                <>
                  <Figure label={text('counterUnplaced')} value={person.unplaced} />
                  <Figure label={text('counterHard')} value={person.hard} />
                  <Figure label={text('problemsCost')} value={person.cost} />
                </>
              }
              violations={person.violations}
              isFirst={index() === 0}
              evaluated={props.evaluated}
            />
          )}
        </For>
      </div>
      <MoreButton total={people().length} limit={limit()} onMore={() => setLimit(limit() * 4)} />
    </>
  );
}

function Figure(props: { readonly label: string; readonly value: number }): JSX.Element {
  return (
    <Show when={props.value > 0}>
      <span class="group-figure">
        {props.label} <b>{wholeNumber(props.value)}</b>
      </span>
    </Show>
  );
}

/** Which rules and whom the cost comes from, as two tables with bars. */
export function Costs(props: ViewProps): JSX.Element {
  const text = useText();
  const name = createRuleName(() => props.evaluated.problem);
  const soft = () => props.evaluated.score.soft;
  const rules = createMemo(() =>
    costShares(
      groupViolations(props.violations)
        .filter(({ kind }) => kind !== 'placed')
        .map(({ key, kind, hard, amount, cost }) => ({
          key,
          name: name(kind),
          hard: hard ? amount : 0,
          cost: hard ? 0 : cost,
        })),
      soft(),
    ),
  );
  const people = createMemo(() =>
    costShares(
      violationsByPerson(props.evaluated.problem, props.evaluated.timetable, props.violations).map((person) => ({
        ...person,
        key: String(person.resource),
      })),
      soft(),
    ),
  );
  return (
    <div class="cost-tables">
      <CostTable title={text('costsRules')} rows={rules()} />
      <CostTable title={text('costsResources')} rows={people()} remark={text('costsSeveral')} />
    </div>
  );
}

const costsShown = 15;

function CostTable(props: {
  readonly title: string;
  readonly rows: readonly CostShare[];
  readonly remark?: string;
}): JSX.Element {
  const text = useText();
  const [limit, setLimit] = createSignal(costsShown);
  const longest = () => Math.max(...props.rows.map(({ share }) => share), Number.EPSILON);
  return (
    <section class="panel">
      <h2>{props.title}</h2>
      <table class="figures cost-table">
        <thead>
          <tr>
            <th scope="col">{text('costsName')}</th>
            <th scope="col">{text('costsHard')}</th>
            <th scope="col">{text('costsSoft')}</th>
            <th scope="col">{text('costsShare')}</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.rows.slice(0, limit())}>
            {(row) => (
              <tr>
                <th scope="row">{row.name}</th>
                <td data-bad={row.hard > 0 ? '' : undefined}>{row.hard === 0 ? '' : wholeNumber(row.hard)}</td>
                <td>{row.cost === 0 ? '' : wholeNumber(row.cost)}</td>
                <td class="share">
                  <Show when={row.share > 0}>
                    <span>{text('costsPercent', { percent: tenthsOf(100 * row.share) })}</span>
                    <i style={{ '--share': String(row.share / longest()) }} />
                  </Show>
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
      <MoreButton total={props.rows.length} limit={limit()} onMore={() => setLimit(limit() * 4)} />
      <Show when={props.remark}>{(remark) => <p class="muted">{remark()}</p>}</Show>
    </section>
  );
}
