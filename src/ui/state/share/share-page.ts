import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js';
import { type Diagnostic, error } from '../../../domain/diagnostic.ts';
import { failure, type Result, success } from '../../../domain/result.ts';
import type { Participant, ProjectContent, Redaction, WriteOptions } from '../../../formats/format.ts';
import type { ListTitles } from '../../../formats/tables/timetable-rows.ts';
import { checkHandout } from '../../../handout/check-handout.ts';
import type { Handout } from '../../../handout/handout.ts';
import type { TimetableRecord } from '../../../storage/records.ts';
import type { Services } from '../../services.tsx';
import type { PlainTextKey, Translate } from '../../text/text.tsx';
import { pngOf } from '../charts/picture.ts';
import { contentOf, fileNameOf } from '../files/files.ts';
import type { NamedFile } from '../files/save-file.ts';
import type { OpenProject } from '../project/project.ts';
import { spokenTexts } from '../words/wording.ts';
import type { ShareForm } from './share-forms.ts';

/** What the columns of a timetable as a list are called where it is read again. */
const listTitles: Readonly<Record<keyof ListTitles, PlainTextKey>> = {
  Timetable: 'navTimetable',
  Course: 'columnCourse',
  Event: 'sheetField_event',
  Groups: 'columnGroups',
  Instructors: 'columnInstructors',
  Rooms: 'sheetField_rooms',
  Day: 'sheetField_day',
  Start: 'sheetField_start',
  End: 'sheetField_end',
  Weeks: 'columnWeeks',
};

/** What has been made of the choices. */
export type Made =
  /** `share`: the part that is done, 0 … 1, where the work says so. */
  | { readonly status: 'busy'; readonly share: Accessor<number | null> }
  | { readonly status: 'ended' }
  | { readonly status: 'failed'; readonly diagnostics: readonly Diagnostic[] }
  | {
      readonly status: 'ready';
      readonly form: ShareForm;
      readonly file: NamedFile;
      /** Of links and of what is printed. */
      readonly handout: Handout | null;
      readonly diagnostics: readonly Diagnostic[];
    };

export interface ShareChoices {
  /** Of the project, as the list of projects has it. */
  readonly name: Accessor<string>;
  readonly form: Accessor<ShareForm>;
  readonly timetable: Accessor<TimetableRecord | null>;
  /** Null: everybody. */
  readonly people: Accessor<readonly Participant[] | null>;
  readonly redaction: Accessor<Redaction>;
  readonly timeZone: Accessor<string>;
  /** Null: none yet, or not twice the same. */
  readonly passphrase: Accessor<string | null>;
}

export interface Making {
  readonly made: Accessor<Made>;
  /** Ends the work on what is being made. */
  cancel(): void;
  /** Begins it again. */
  again(): void;
}

/** Choices in a row are made as one. */
const delay = 250;

/** Makes the file of the choices, and again when they change, so that saving and sending it is a matter of a press. */
export function createMade(services: Services, project: OpenProject, choices: ShareChoices, text: Translate): Making {
  const [share, setShare] = createSignal<number | null>(null);
  const [made, setMade] = createSignal<Made>({ status: 'busy', share });
  const [attempt, setAttempt] = createSignal(0);
  let work = new AbortController();
  const content = createMemo(() =>
    contentOf({ ...project.record, problem: project.data(), name: choices.name() }, project.timetables()),
  );
  createEffect(
    on(
      () => [
        ...[content(), choices.form(), choices.timetable(), choices.people(), choices.redaction()],
        ...[choices.timeZone(), choices.form().hasPassphrase === true ? choices.passphrase() : null, attempt()],
      ],
      () => {
        const own = new AbortController();
        work = own;
        setShare(null);
        setMade({ status: 'busy', share });
        const timer = setTimeout(async () => {
          const result = await make(services, project, content(), choices, text, {
            signal: own.signal,
            onProgress: (part) => void (own.signal.aborted || setShare(part)),
          });
          if (!own.signal.aborted) setMade(result);
        }, delay);
        own.signal.addEventListener('abort', () => clearTimeout(timer));
        onCleanup(() => own.abort());
      },
    ),
  );
  return {
    made,
    cancel() {
      work.abort();
      setMade({ status: 'ended' });
    },
    again: () => void setAttempt((count) => count + 1),
  };
}

/** Titles of a timetable as a list in the language that is shown. */
export function listTitlesIn(text: Translate): ListTitles {
  const titles = Object.entries(listTitles).map(([title, key]) => [title, text(key)]);
  return Object.fromEntries(titles); // One for each.
}

interface Watch {
  readonly signal: AbortSignal;
  readonly onProgress: (share: number) => void;
}

async function make(
  services: Services,
  project: OpenProject,
  content: ProjectContent,
  choices: ShareChoices,
  text: Translate,
  { signal, onProgress }: Watch,
): Promise<Made> {
  const form = choices.form();
  const record = choices.timetable();
  const people = form.ofPeople ? choices.people() : null;
  if (people?.length === 0) return { status: 'failed', diagnostics: [nobody] };
  const passphrase = form.hasPassphrase === true ? choices.passphrase() : '';
  if (passphrase === null) return { status: 'failed', diagnostics: [noPassphrase] };
  const isSingle = people?.length === 1 && form.singleWriterId !== undefined;
  const writerId = isSingle ? (form.singleWriterId ?? form.writerId) : form.writerId;
  const texts = spokenTexts();
  const options = {
    projectId: project.id,
    writtenAt: services.clock.now().toISOString(),
    onProgress,
    redaction: choices.redaction(),
    ...(texts === undefined ? {} : { texts, listTitles: listTitlesIn(text) }),
    appAddress: location.href.split('#')[0] ?? '',
    ...(record === null ? {} : { changedAt: record.updatedAt }),
    ...(people === null ? {} : { participants: people }),
    ...(form.hasPassphrase === true ? { passphrase } : {}),
    ...(form.hasZone === true ? { timeZone: choices.timeZone() } : {}),
  } satisfies WriteOptions;
  const written = await services.formats.write(writerId, content, record?.id ?? null, options, signal);
  if (!written.ok) return { status: 'failed', diagnostics: written.diagnostics };
  const bytes = form.mediaType === 'image/png' ? await pngOf(written.value) : written.value;
  if (bytes === null) return { status: 'failed', diagnostics: [noPicture] };
  const handout = form.id === 'print' ? handoutIn(written.value) : success(null);
  if (!handout.ok) return { status: 'failed', diagnostics: handout.diagnostics };
  const extension = (isSingle ? form.singleExtension : undefined) ?? form.extension;
  const mediaType = (isSingle ? form.singleMediaType : undefined) ?? form.mediaType;
  const name = fileNameOf(nameFor(content, people, choices.redaction()), extension);
  const file = { name, bytes, mediaType };
  return { status: 'ready', form, file, handout: handout.value, diagnostics: written.diagnostics };
}

const nobody = error('share.nobody', 'Nobody is chosen yet.', {
  advice: 'Choose a group, an instructor or a room.',
});

const noPassphrase = error('share.passphrase', 'There is no passphrase yet.', {
  advice: 'Type it twice above. It is nowhere kept: whoever forgets it cannot open the file any more.',
});

const noPicture = error('share.picture', 'This browser cannot draw the picture.', {
  advice: 'Choose the picture as SVG.',
});

function handoutIn(bytes: Uint8Array): Result<Handout> {
  try {
    return checkHandout(JSON.parse(new TextDecoder().decode(bytes)), 'handout');
  } catch {
    return failure([noPicture]);
  }
}

/** Whoever it is about alone, unless that is not to be told; else the project. */
function nameFor(
  { problem }: ProjectContent,
  people: readonly Participant[] | null,
  { instructorNames }: Redaction,
): string {
  const [person, ...others] = people ?? [];
  if (person === undefined || others.length > 0) return problem.name;
  if (person.kind === 'instructor' && instructorNames === true) return problem.name;
  const list = { group: problem.groups, instructor: problem.instructors, room: problem.rooms }[person.kind];
  const name = list.find(({ id }) => id === person.id)?.name ?? '';
  return name === '' ? problem.name : `${problem.name} - ${name}`;
}
