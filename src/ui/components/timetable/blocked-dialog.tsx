import { type JSX, Show } from 'solid-js';
import type { BlockedQuestion } from '../../state/timetable/editing.ts';
import { costWords } from '../../state/timetable/verdicts.ts';
import { timeLabel } from '../../state/words/labels.ts';
import { listText } from '../../state/words/wording.ts';
import { useText } from '../../text/text.tsx';
import { Icon, type IconName } from '../basics/icon.tsx';
import { TitledDialog } from '../basics/titled-dialog.tsx';
import { MoveList } from './move-list.tsx';
import { useTimetable } from './timetable-context.ts';

/** The place is blocked: swap, send those in the way to the tray, or place it anyway. */
export function BlockedDialog(): JSX.Element {
  const text = useText();
  const { actions, selection } = useTimetable();
  const title = (question: BlockedQuestion) =>
    text('blockedTitle', {
      name: selection.problem().events[question.event]?.name ?? '',
      time: timeLabel(selection.problem(), question.verdict.place.time),
    });
  return (
    <Show when={actions.question()}>
      {(question) => (
        <TitledDialog open title={title(question())} onClose={() => actions.answer(null)}>
          <p class="target-words" data-tone={question().verdict.tone}>
            {question().verdict.words}
          </p>
          <Answers question={question()} />
        </TitledDialog>
      )}
    </Show>
  );
}

function Answers(props: { readonly question: BlockedQuestion }): JSX.Element {
  const text = useText();
  const { actions, selection } = useTimetable();
  const chain = () => {
    const { place } = props.question.verdict;
    return place.kind === 'swap' ? place.chain : null;
  };
  const names = () => listText(props.question.inTheWay.map((event) => selection.problem().events[event]?.name ?? ''));
  return (
    <div class="answers">
      <Show when={chain()}>
        {(found) => (
          <>
            <Answer
              icon="swap"
              title={text('blockedSwap')}
              hint={text('blockedSwapHint', {
                count: found().moves.length,
                cost: costWords(found().change, text),
              })}
              onChoose={() => actions.answer('swap')}
            />
            <MoveList moves={found().moves.slice(1)} />
          </>
        )}
      </Show>
      <Show when={props.question.inTheWay.length > 0}>
        <Answer
          icon="download"
          title={text('blockedDisplace')}
          hint={text('blockedDisplaceHint', { names: names() })}
          onChoose={() => actions.answer('displace')}
        />
      </Show>
      <Answer
        icon="alert"
        title={text('blockedAnyway')}
        hint={text('blockedAnywayHint', { cost: costWords(props.question.verdict.place.change, text) })}
        onChoose={() => actions.answer('anyway')}
      />
      <button type="button" onClick={() => actions.answer(null)}>
        {text('cancel')}
      </button>
    </div>
  );
}

function Answer(props: {
  readonly icon: IconName;
  readonly title: string;
  readonly hint: string;
  readonly onChoose: () => void;
}): JSX.Element {
  return (
    <button type="button" class="answer" onClick={() => props.onChoose()}>
      <Icon name={props.icon} />
      <b>{props.title}</b>
      <small>{props.hint}</small>
    </button>
  );
}
