import { type Accessor, createSignal, onCleanup } from 'solid-js';
import type { Diagnostic } from '../../../domain/diagnostic.ts';
import { type MergeChoices, mergedChanges, undecided as undecidedOf } from '../../../domain/merge/apply-merge.ts';
import type { MergeChoice, MergeEntry, MergePlan } from '../../../domain/merge/merge.ts';
import { inSlices } from '../../../domain/steps.ts';
import type { NamedTimetable } from '../../../formats/format.ts';
import type { ReadProject } from '../../../formats/registry.ts';
import type { VersionRecord } from '../../../storage/records.ts';
import type { Services } from '../../services.tsx';
import { loadFiles } from '../files/load-files.ts';
import type { LockedFiles } from '../files/locked-files.ts';
import type { OpenProject } from '../project/project.ts';
import { messageText } from '../words/message-text.ts';
import { listText } from '../words/wording.ts';
import { likelyBase, sideOf } from './common-past.ts';
import { createComparedSides } from './compared-sides.ts';

export interface ProjectMerge {
  /** The file that is merged; null before one is read. */
  readonly file: Accessor<string | null>;
  readonly isBusy: Accessor<boolean>;
  /** Why a file could not be read, or what there is to say of it. */
  readonly remarks: Accessor<readonly Diagnostic[]>;
  open(files: readonly File[]): Promise<void>;
  readonly versions: Accessor<readonly VersionRecord[]>;
  /** Id of the version from which both come; empty when there is none. */
  readonly base: Accessor<string>;
  setBase(id: string): void;
  /** The timetables of the file, and the one that is merged: its id, or empty for none. The last one unless somebody chooses. */
  readonly others: Accessor<readonly NamedTimetable[]>;
  readonly other: Accessor<string>;
  setOther(id: string): void;
  /** Id of the timetable of this project that takes what is merged; empty when there is none. */
  readonly own: Accessor<string>;
  setOwn(id: string): void;
  readonly plan: Accessor<MergePlan | null>;
  readonly choices: Accessor<MergeChoices>;
  choiceOf(entry: MergeEntry): MergeChoice | null;
  choose(entries: readonly MergeEntry[], choice: MergeChoice): void;
  /** How many entries somebody still has to decide about. */
  readonly undecided: Accessor<number>;
  /** The number of its step, or why not. */
  apply(): Promise<number | string>;
}

export function createMerge(services: Services, lockedFiles: LockedFiles, project: OpenProject): ProjectMerge {
  const { versions: stored } = services.storage;
  const [file, setFile] = createSignal<string | null>(null);
  const [isBusy, setBusy] = createSignal(false);
  const [remarks, setRemarks] = createSignal<readonly Diagnostic[]>([]);
  const [content, setContent] = createSignal<ReadProject | null>(null);
  const [versions, setVersions] = createSignal<readonly VersionRecord[]>([]);
  const [base, setBase] = createSignal('');
  const [other, setOther] = createSignal('');
  const [wantedOwn, setOwn] = createSignal<string | undefined>(undefined);
  const own = () => project.timetable(wantedOwn());
  const others = () => content()?.timetables ?? [];
  onCleanup(stored.watch(project.id, (list) => void setVersions(list)));
  const compared = createComparedSides(() => {
    const [read, problem, baseId] = [content(), project.data(), base()];
    const [timetable, otherId] = [own()?.timetable ?? null, other()];
    if (read === null) return null;
    const theirTimetable = read.timetables.find(({ id }) => id === otherId)?.timetable ?? null;
    return {
      mine: { problem, timetable },
      theirs: { problem: read.problem, timetable: theirTimetable },
      past: () => sideOf(stored, baseId),
    };
  });
  const { plan } = compared;

  const decisions = createDecisions(plan);
  return {
    file,
    isBusy,
    remarks,
    versions,
    base,
    setBase: (id) => void setBase(id),
    others,
    other,
    setOther(id) {
      decisions.forgetPlaces();
      setOther(id);
    },
    own: () => own()?.id ?? '',
    setOwn(id) {
      decisions.forgetPlaces();
      setOwn(id);
    },
    plan,
    ...decisions,
    async open(files) {
      setBusy(true);
      setContent(null);
      compared.forget();
      decisions.forget();
      const sources = await loadFiles(files);
      const read = sources.ok ? await lockedFiles.read(sources.value) : sources;
      setRemarks(read.diagnostics.filter(({ severity }) => severity !== 'info'));
      setFile(listText(files.map(({ name }) => name)));
      if (read.ok) {
        setBase(await likelyBase(stored, versions(), read.value.problem));
        setOther(read.value.timetables.at(-1)?.id ?? '');
        setContent(read.value);
      }
      setBusy(false);
    },
    async apply() {
      const made = plan();
      const problem = project.data();
      if (made === null || !compared.isFor(problem)) return '';
      const taker = own();
      const timetables = new Map(taker === null ? [] : [[taker.id, taker.timetable] as const]);
      const changes = await inSlices(
        mergedChanges(problem, { problem, timetables }, made, decisions.choices(), taker?.id ?? null),
      );
      const done = made.entries.filter((entry) => (decisions.choiceOf(entry) ?? 'mine') !== 'mine').length;
      const label = { action: 'import', subject: file() ?? '', count: done } as const;
      const result = project.editor.apply(label, changes);
      return result.ok ? project.editor.lastStep() : messageText(result.diagnostics[0]);
    },
  };
}

/** What somebody decided about the entries of the plan, each by its key. */
function createDecisions(plan: Accessor<MergePlan | null>) {
  const [choices, setChoices] = createSignal<MergeChoices>(new Map());
  return {
    choices,
    choiceOf: (entry: MergeEntry) => choices().get(entry.key) ?? entry.usual,
    choose(entries: readonly MergeEntry[], choice: MergeChoice) {
      const able = entries.filter((entry) => entry.choices.includes(choice));
      setChoices((before) => new Map([...before, ...able.map(({ key }) => [key, choice] as const)]));
    },
    undecided: () => {
      const made = plan();
      return made === null ? 0 : undecidedOf(made, choices()).length;
    },
    forget: () => void setChoices(new Map()),
    /** What was decided about another timetable says nothing of this one. */
    forgetPlaces: () =>
      setChoices((before) => new Map([...before].filter(([key]) => !/^(places|enrolments) /.test(key)))),
  };
}
