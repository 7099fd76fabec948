import { createSignal, For, type JSX, Match, Show, Switch } from 'solid-js';
import { useAppState, useProject } from '../app-state.tsx';
import { Icon } from '../components/basics/icon.tsx';
import { Later } from '../components/basics/later.tsx';
import { EditPanel, NewPanel, UnknownPanel } from '../components/rules/rule-panel.tsx';
import { RulesFilters } from '../components/rules/rules-filters.tsx';
import { RulesTable } from '../components/rules/rules-table.tsx';
import { PrintedRules, SignOffMenu } from '../components/rules/sign-off.tsx';
import { useQuery } from '../state/frame/query.ts';
import { everyRule, foreignRules } from '../state/rules/rule-list.ts';
import { createRulesPage, type RulesPageState } from '../state/rules/rules-page.ts';
import { wholeNumber } from '../state/words/numbers.ts';
import { useText } from '../text/text.tsx';
import '../styles/rules.css';
import '../styles/rule-panel.css';

/** Every rule of the project as a sentence; `?rule=` names the one that is open beside the list. */
export function RulesPage(): JSX.Element {
  const text = useText();
  const project = useProject();
  const { notices, commands } = useAppState();
  const page = createRulesPage(project, notices, text);
  const [search, setSearch] = useQuery<{ rule?: string }>();
  const [isAdding, setAdding] = createSignal(false);
  const openId = () => (isAdding() ? null : (search.rule ?? null));
  const hasPanel = () => isAdding() || openId() !== null;
  // Where there is room for one of them only, the list is away while the form is there.
  let place = 0;
  const open = (id: string): void => {
    if (!hasPanel()) place = content()?.scrollTop ?? 0;
    setAdding(false);
    setSearch({ rule: id });
  };
  const close = (): void => {
    const last = openId();
    const list = document.querySelector('.rules-list');
    const wasAway = last !== null && list !== null && getComputedStyle(list).visibility === 'hidden';
    setAdding(false);
    setSearch({ rule: undefined });
    const focus = (): void => {
      const row = last === null ? null : document.querySelector(`tr[data-rule="${CSS.escape(last)}"] .rule-open`);
      const target = row ?? document.querySelector('.rules-add');
      if (target instanceof HTMLElement) target.focus();
    };
    if (wasAway) {
      // Its rows are drawn for the place a frame later.
      requestAnimationFrame(() => {
        content()?.scrollTo(0, place);
        requestAnimationFrame(focus);
      });
    } else focus();
  };
  commands.add([{ id: 'addRule', title: 'rulesAdd', group: 'edit', keys: ['n'], run: () => setAdding(true) }]);
  const problemsHref = `/p/${project.id}/problems`;
  return (
    <section class="page wide rules-page">
      <div class="page-head">
        <h1>
          {text('rulesTitle')}{' '}
          <span class="count">
            {text('rulesCount', {
              shown: wholeNumber(page.shown().length),
              all: wholeNumber(project.data().rules.length),
            })}
          </span>
        </h1>
        <span class="grow" />
        <SignOffMenu page={page} />
        <button type="button" class="primary rules-add" onClick={() => setAdding(true)}>
          <Icon name="plus" />
          {text('rulesAdd')}
        </button>
      </div>
      <p class="visually-hidden" role="status">
        {page.said()}
      </p>
      <Show when={project.data().rules.length > 0}>
        <Later>
          <RulesFilters data={project.data()} page={page} />
        </Later>
      </Show>
      <div class="rules-columns" data-panel={hasPanel() ? '' : undefined}>
        <div class="rules-list">
          <Show when={page.shown().length > 0} fallback={<NoRules page={page} />}>
            <Later>
              <RulesTable
                data={project.data()}
                page={page}
                open={openId()}
                isNarrow={hasPanel()}
                problemsHref={problemsHref}
                onOpen={(id) => (id === openId() ? close() : open(id))}
              />
            </Later>
          </Show>
          <Show when={foreignRules(project.data()).length > 0}>
            <Others />
          </Show>
        </div>
        <Switch>
          <Match when={isAdding()}>
            <NewPanel data={project.data()} page={page} onClose={close} onAdded={open} />
          </Match>
          <Match when={openId()} keyed>
            {(id) => (
              <Show when={page.ruleOf(id)} fallback={<UnknownPanel onClose={close} />}>
                {(rule) => (
                  <EditPanel
                    data={project.data()}
                    page={page}
                    rule={rule()}
                    problemsHref={problemsHref}
                    onClose={close}
                    onOpen={open}
                  />
                )}
              </Show>
            )}
          </Match>
        </Switch>
      </div>
      <PrintedRules page={page} />
    </section>
  );
}

function NoRules(props: { readonly page: RulesPageState }): JSX.Element {
  const text = useText();
  const project = useProject();
  return (
    <Show when={project.data().rules.length > 0} fallback={<p class="panel">{text('rulesEmpty')}</p>}>
      <p class="panel">
        {text('rulesNothingFound')}{' '}
        <button type="button" class="link" onClick={() => props.page.setFilter(everyRule)}>
          {text('rulesClear')}
        </button>
      </p>
    </Show>
  );
}

const othersShown = 40;

/** What an imported file asked for and nobody keeps. */
function Others(): JSX.Element {
  const text = useText();
  const project = useProject();
  const others = () => foreignRules(project.data());
  return (
    <section class="panel">
      <h2>{text('rulesOthers')}</h2>
      <p class="muted">{text('rulesOthersHint')}</p>
      <ul class="others">
        <For each={others().slice(0, othersShown)}>
          {(rule) => (
            <li>
              {rule.kind} <span class="muted">× {wholeNumber(rule.count)}</span>
            </li>
          )}
        </For>
      </ul>
      <Show when={others().length > othersShown}>
        <p class="muted">{text('readinessAndMore', { rest: others().length - othersShown })}</p>
      </Show>
    </section>
  );
}

/** What scrolls. */
function content(): HTMLElement | null {
  return document.getElementById('content');
}
