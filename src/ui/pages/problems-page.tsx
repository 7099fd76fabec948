import { createEffect, createMemo, createSignal, type JSX, Match, on, Show, Switch } from 'solid-js';
import { isFeasible } from '../../domain/score.ts';
import { useProject } from '../app-state.tsx';
import { Segmented } from '../components/basics/segmented.tsx';
import { Conflicts } from '../components/problems/conflicts.tsx';
import { ByPerson, ByRule, Costs } from '../components/problems/problem-views.tsx';
import { ExportMenu } from '../components/timetable/export-menu.tsx';
import { InTheWay } from '../components/timetable/in-the-way.tsx';
import { NoTimetable } from '../components/timetable/no-timetable.tsx';
import { ScoreLine } from '../components/timetable/score-line.tsx';
import { TimetableMenu } from '../components/timetable/timetable-menu.tsx';
import { UnplacedReasons } from '../components/timetable/why-unplaced.tsx';
import { useServices } from '../services.tsx';
import { useQuery } from '../state/frame/query.ts';
import { createConflictSearch } from '../state/problems/conflict-search.ts';
import { sentenceOf } from '../state/rules/rule-list.ts';
import type { EvaluatedTimetable } from '../state/timetable/evaluation.ts';
import { useText } from '../text/text.tsx';

/** What is wrong with a timetable and why; `?rule=` shows only what breaks that rule. */
export function ProblemsPage(): JSX.Element {
  const text = useText();
  const project = useProject();
  const [search, setSearch] = useQuery<{ timetable?: string; rule?: string }>();
  const record = createMemo(() => project.timetable(search.timetable));
  const evaluated = project.evaluations.follow(record);
  // It outlives edits of the data: what it found is relaxed one after the other.
  const conflicts = createConflictSearch(useServices().explainer);
  const isExplained = () => conflicts.searched()?.recordId === record()?.id;
  createEffect(
    on(
      () => record()?.id,
      () => conflicts.stop(),
      { defer: true },
    ),
  );
  return (
    <section class="page">
      <div class="page-head">
        <h1>{text('problemsTitle')}</h1>
        <span class="grow" />
        <Show when={evaluated()}>{(shown) => <ScoreLine score={shown().score} />}</Show>
        <Show when={record()}>
          {(shown) => <TimetableMenu record={shown()} onChoose={(id) => setSearch({ timetable: id })} />}
        </Show>
        <ExportMenu timetable={record()} />
      </div>
      <Show when={record()} fallback={<NoTimetable projectId={project.id} />}>
        <Show when={evaluated()} fallback={<p class="muted">{text('problemsChecking')}</p>}>
          {(shown) => (
            <>
              <Show when={!isFeasible(shown().score) || isExplained()}>
                <Show when={shown().record.id} keyed>
                  <Conflicts evaluated={shown()} search={conflicts} />
                </Show>
              </Show>
              <Show when={!isFeasible(shown().score)}>
                <UnplacedReasons evaluated={shown()} />
                <InTheWay evaluated={shown()} />
              </Show>
              <Violations evaluated={shown()} rule={search.rule} onAll={() => setSearch({ rule: undefined })} />
            </>
          )}
        </Show>
      </Show>
    </section>
  );
}

type View = 'rule' | 'person' | 'costs';
const views: readonly View[] = ['rule', 'person', 'costs'];

function Violations(props: {
  readonly evaluated: EvaluatedTimetable;
  readonly rule: string | undefined;
  readonly onAll: () => void;
}): JSX.Element {
  const text = useText();
  const project = useProject();
  const [view, setView] = createSignal<View>('rule');
  const wanted = () => project.data().rules.find(({ id }) => id === props.rule);
  const violations = createMemo(() => {
    const { problem, violations: all } = props.evaluated;
    const rule = wanted();
    if (rule === undefined) return all;
    return all.filter((violation) => problem.rules[violation.rule]?.data.id === rule.id);
  });
  return (
    <>
      <Show when={wanted()}>
        {(rule) => (
          <p class="ask">
            <span class="grow">{text('problemsOfRule', { sentence: sentenceOf(project.data(), rule()) })}</span>
            <button type="button" onClick={() => props.onAll()}>
              {text('problemsOfAll')}
            </button>
          </p>
        )}
      </Show>
      <Show
        when={violations().length > 0}
        fallback={<p>{text(wanted() === undefined ? 'problemsNone' : 'problemsNoneOfRule')}</p>}
      >
        <div class="problem-views">
          <Segmented
            label={text('problemsView')}
            options={views.map((value) => ({ value, text: text(`problemsView_${value}`) }))}
            value={view()}
            onChoose={setView}
          />
        </div>
        <Switch>
          <Match when={view() === 'rule'}>
            <ByRule evaluated={props.evaluated} violations={violations()} />
          </Match>
          <Match when={view() === 'person'}>
            <ByPerson evaluated={props.evaluated} violations={violations()} />
          </Match>
          <Match when={view() === 'costs'}>
            <Costs evaluated={props.evaluated} violations={violations()} />
          </Match>
        </Switch>
      </Show>
    </>
  );
}
