import { type Accessor, createEffect, createSignal, onCleanup } from 'solid-js';
import type { Diagnostic } from '../../../domain/diagnostic.ts';
import { type MergeChoices, mergedChanges, undecided as undecidedOf } from '../../../domain/merge/apply-merge.ts';
import {
  type MergeChoice,
  type MergeEntry,
  type MergePlan,
  type MergeSide,
  mergeSteps,
} from '../../../domain/merge/merge.ts';
import { listNames } from '../../../domain/operations/operation.ts';
import { sameData } from '../../../domain/operations/same-data.ts';
import type { ProblemData } from '../../../domain/problem-data.ts';
import { inSlices } from '../../../domain/steps.ts';
import type { NamedTimetable } from '../../../formats/format.ts';
import type { ReadProject } from '../../../formats/registry.ts';
import type { VersionRecord } from '../../../storage/records.ts';
import type { Services } from '../../services.tsx';
import { loadFiles } from '../load-files.ts';
import type { LockedFiles } from '../locked-files.ts';
import { messageText } from '../message-text.ts';
import type { OpenProject } from '../project.ts';

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

/** Versions that are looked at for a common past. */
const versionsTried = 6;

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
  const [plan, setPlan] = createSignal<MergePlan | null>(null);
  const [choices, setChoices] = createSignal<MergeChoices>(new Map());
  onCleanup(stored.watch(project.id, (list) => void setVersions(list)));
  /** What the plan was made for. */
  let planned: ProblemData | null = null;
  let latest = 0;
  onCleanup(() => latest++);

  createEffect(() => {
    const [read, problem, baseId] = [content(), project.data(), base()];
    const [ownTimetable, otherId] = [own()?.timetable ?? null, other()];
    if (read === null) return;
    const number = ++latest;
    setPlan(null);
    const mine: MergeSide = { problem, timetable: ownTimetable };
    const theirs: MergeSide = {
      problem: read.problem,
      timetable: read.timetables.find(({ id }) => id === otherId)?.timetable ?? null,
    };
    sideOf(baseId)
      .then((past) => inSlices(mergeSteps(mine, theirs, past)))
      .then((made) => {
        if (number !== latest) return;
        planned = problem;
        setPlan(made);
      });
  });

  async function sideOf(id: string): Promise<MergeSide | null> {
    const found = id === '' ? null : await stored.content(id);
    return found?.ok ? { problem: found.value.problem, timetable: found.value.timetable } : null;
  }

  /** The version with which the file has most in common, if that is the greater part of it. */
  async function likelyBase(theirs: ProblemData): Promise<string> {
    let best = { id: '', share: 0.5 };
    for (const { id } of versions().slice(0, versionsTried)) {
      const side = await sideOf(id);
      const share = side === null ? 0 : sharedPart(side.problem, theirs);
      if (share > best.share) best = { id, share };
    }
    return best.id;
  }

  /** What was decided about another timetable says nothing of this one. */
  const forgetPlaces = () =>
    setChoices((before) => new Map([...before].filter(([key]) => !/^(places|enrolments) /.test(key))));
  const choiceOf = (entry: MergeEntry) => choices().get(entry.key) ?? entry.usual;
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
      forgetPlaces();
      setOther(id);
    },
    own: () => own()?.id ?? '',
    setOwn(id) {
      forgetPlaces();
      setOwn(id);
    },
    plan,
    choices,
    choiceOf,
    choose(entries, choice) {
      const able = entries.filter((entry) => entry.choices.includes(choice));
      setChoices((before) => new Map([...before, ...able.map(({ key }) => [key, choice] as const)]));
    },
    undecided: () => {
      const made = plan();
      return made === null ? 0 : undecidedOf(made, choices()).length;
    },
    async open(files) {
      setBusy(true);
      setContent(null);
      setPlan(null);
      setChoices(new Map());
      const sources = await loadFiles(files);
      const read = sources.ok ? await lockedFiles.read(sources.value) : sources;
      setRemarks(read.diagnostics.filter(({ severity }) => severity !== 'info'));
      setFile(files.map(({ name }) => name).join(', '));
      if (read.ok) {
        setBase(await likelyBase(read.value.problem));
        setOther(read.value.timetables.at(-1)?.id ?? '');
        setContent(read.value);
      }
      setBusy(false);
    },
    async apply() {
      const made = plan();
      const problem = project.data();
      if (made === null || planned !== problem) return '';
      const taker = own();
      const timetables = new Map(taker === null ? [] : [[taker.id, taker.timetable] as const]);
      const changes = await inSlices(
        mergedChanges(problem, { problem, timetables }, made, choices(), taker?.id ?? null),
      );
      const done = made.entries.filter((entry) => (choiceOf(entry) ?? 'mine') !== 'mine').length;
      const label = { action: 'import', subject: file() ?? '', count: done } as const;
      const result = project.editor.apply(label, changes);
      return result.ok ? project.editor.lastStep() : messageText(result.diagnostics[0]);
    },
  };
}

/** Share of the items of a former state that the other has unchanged, under the same ids. */
function sharedPart(base: ProblemData, theirs: ProblemData): number {
  let all = 0;
  let same = 0;
  for (const list of listNames) {
    const items = new Map((theirs[list] as readonly { readonly id: string }[]).map((item) => [item.id, item]));
    for (const item of base[list]) {
      all++;
      if (sameData(item, items.get(item.id))) same++;
    }
  }
  return all === 0 ? 0 : same / all;
}
