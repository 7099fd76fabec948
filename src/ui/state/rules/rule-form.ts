import { type Accessor, batch, createEffect, createMemo, createSignal, on } from 'solid-js';
import type { ProblemData, RuleData, Scope, ScopeTarget } from '../../../domain/problem-data.ts';
import { type RuleFault, ruleFaults } from '../../../domain/rule-faults.ts';
import { wording } from '../words/wording.ts';

/** A rule while it is filled in. What is typed may be wrong: it is kept in the draft, and reaches nobody else. */
export interface RuleForm {
  readonly draft: Accessor<RuleData>;
  /** What is wrong with a field, or null; of a new rule only with fields that were filled in, until it is added. */
  readonly faultOf: (field: string) => string | null;
  readonly isSound: Accessor<boolean>;
  set(change: Partial<RuleData>, field: string): void;
  setParam(name: string, value: unknown): void;
  setScope(scope: Scope): void;
  setNote(note: string): void;
  setEnabled(isOn: boolean): void;
  /** Shows every fault; the draft when there is none. */
  finished(): RuleData | null;
}

/** `stored`: null while the rule is new; `onSound` is told every change of a stored rule after which it is sound. */
export function createRuleForm(
  data: Accessor<ProblemData>,
  first: RuleData,
  stored: Accessor<RuleData | null>,
  onSound: (rule: RuleData) => void,
): RuleForm {
  const [draft, setDraft] = createSignal(first);
  const [touched, setTouched] = createSignal<ReadonlySet<string> | 'all'>(stored() === null ? new Set() : 'all');
  const faults = createMemo(() => ruleFaults(data(), draft(), wording()));
  // an undo, or an edit elsewhere
  createEffect(
    on(
      stored,
      (rule) => {
        if (rule !== null) setDraft(rule);
      },
      { defer: true },
    ),
  );

  function change(next: RuleData, field: string): void {
    batch(() => {
      setDraft(next);
      setTouched((fields) => (fields === 'all' ? fields : new Set([...fields, field])));
    });
    if (stored() !== null && faults().length === 0) onSound(next);
  }

  return {
    draft,
    faultOf: (field) => {
      const fields = touched();
      if (fields !== 'all' && !fields.has(field)) return null;
      return messageOf(faults(), field);
    },
    isSound: () => faults().length === 0,
    set: (part, field) => change({ ...draft(), ...part }, field),
    setParam: (name, value) => change({ ...draft(), params: { ...draft().params, [name]: value } }, name),
    setScope: (scope) => change({ ...draft(), scope }, 'scope'),
    setNote(text) {
      const { note: _, ...rest } = draft();
      change(text.trim() === '' ? rest : { ...rest, note: text.trim() }, 'note');
    },
    setEnabled(isOn) {
      const { enabled: _, ...rest } = draft();
      change(isOn ? rest : { ...rest, enabled: false }, 'enabled');
    },
    finished() {
      setTouched('all');
      return faults().length === 0 ? draft() : null;
    },
  };
}

function messageOf(faults: readonly RuleFault[], field: string): string | null {
  return faults.find((fault) => fault.field === field)?.message ?? null;
}

/** The four ways to say whom a rule is about. */
export type ScopeMode = 'all' | 'except' | 'tags' | 'ids';
export const scopeModes: readonly ScopeMode[] = ['all', 'except', 'tags', 'ids'];

export function modeOf({ ids, tags, except }: Scope): ScopeMode {
  if (ids !== undefined) return 'ids';
  if (tags !== undefined) return 'tags';
  return except !== undefined ? 'except' : 'all';
}

/** The scope in another mode, keeping what both modes have; of somebody else, nothing is kept. */
export function withMode(scope: Scope, mode: ScopeMode, of: ScopeTarget = scope.of): Scope {
  const kept: Omit<Scope, 'of'> = scope.of === of ? scope : {};
  const { except } = kept;
  switch (mode) {
    case 'all':
      return { of };
    case 'except':
      return { of, except: except ?? [] };
    case 'tags':
      return { of, tags: kept.tags ?? [], ...(except === undefined ? {} : { except }) };
    case 'ids':
      return { of, ids: kept.ids ?? [] };
  }
}

/** The number that was typed, or the text when it is none: the range of the field says what is wrong with it. */
export function typedNumber(text: string): number | string {
  const number = Number(text);
  return text.trim() === '' || Number.isNaN(number) ? text : number;
}

/** Weights in words, for those who do not want to think in numbers. */
export const weightLevels = [
  { name: 'slight', weight: 1 },
  { name: 'some', weight: 5 },
  { name: 'much', weight: 20 },
  { name: 'most', weight: 100 },
] as const;
export type WeightLevel = (typeof weightLevels)[number]['name'];

/** The highest level that a weight reaches. */
export function levelOf(weight: number): WeightLevel {
  return weightLevels.findLast((level) => weight >= level.weight)?.name ?? 'slight';
}
