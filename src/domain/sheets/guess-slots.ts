import type { SlotData } from '../problem-data.ts';
import { clockOf } from '../slot-plan.ts';

/** Minutes after midnight; `end` is null where only the beginning is said. */
export interface ClockSpan {
  readonly start: number;
  readonly end: number | null;
}

/** Between two slots people change rooms; what is longer is no slot, but time without one. */
const longestPause = 20;
const shortestSlot = 20;
/** Where nothing tells how long a slot is. */
const usualMinutes = 60;

/** So many slots of an hour, one after the other. */
export function usualSlots(count: number, from = 8 * 60): readonly SlotData[] {
  const first = Math.min(from, 24 * 60 - count * usualMinutes);
  return Array.from({ length: count }, (_, slot) =>
    slotOf(first + slot * usualMinutes, first + (slot + 1) * usualMinutes),
  );
}

/**
 * The slots in which meetings of these times begin and end; null when they are too few to tell. A slot reaches from one
 * beginning to the next, or ends before it where a meeting does; time in which nothing is ever held is no slot, and what
 * is as long as several of the shortest slots is several.
 */
export function slotsOfSpans(spans: readonly ClockSpan[]): readonly SlotData[] | null {
  const starts = sorted(spans.map(({ start }) => start));
  if (starts.length < 2) return null;
  const usual = usualStep(starts);
  const whole = distinct(spans, usual);
  const cuts = sorted([...starts, ...innerEnds(whole, starts)]);
  const lastEnd = Math.max(...whole.map(({ end }) => end));
  const slots: { start: number; end: number }[] = [];
  cuts.forEach((start, index) => {
    const next = cuts[index + 1] ?? lastEnd;
    const isHeld = whole.some((span) => span.start <= start && span.end > start);
    if (!isHeld || next <= start) return;
    const within = whole.map(({ end }) => end).filter((end) => end > start && end <= next);
    const isThrough = whole.some((span) => span.start <= start && span.end > next);
    const early = Math.max(0, ...within);
    const end = early > 0 && (!isThrough || next - early <= longestPause) ? early : next;
    slots.push({ start, end });
  });
  if (slots.some(({ start, end }) => end - start < shortestSlot)) return evenSlots(whole);
  const shortest = Math.min(...slots.map(({ start, end }) => end - start));
  return slots.flatMap((slot) => cutAlike(slot, shortest));
}

/** Ends in the middle of other meetings, unless a slot begins right after. */
function innerEnds(spans: readonly Whole[], starts: readonly number[]): readonly number[] {
  return sorted(spans.map(({ end }) => end)).filter(
    (end) =>
      spans.some((span) => span.start < end && span.end > end) &&
      !starts.some((start) => start >= end && start - end <= longestPause),
  );
}

interface Whole {
  readonly start: number;
  readonly end: number;
}

/** Each span once; one without an end is as long as it is to the next beginning, if that is soon. */
function distinct(spans: readonly ClockSpan[], usual: number): readonly Whole[] {
  const known = new Map<number, Whole>();
  for (const { start, end } of spans) {
    const whole = { start, end: end ?? Math.min(start + usual, 24 * 60) };
    known.set(whole.start * 1441 + whole.end, whole);
  }
  return [...known.values()];
}

/** The middle one of the distances between beginnings. */
function usualStep(starts: readonly number[]): number {
  const steps = sorted(
    starts.slice(1).map((start, index) => start - (starts[index] ?? 0)),
    false,
  );
  return steps[Math.floor((steps.length - 1) / 2)] ?? usualMinutes;
}

/** Meetings that begin at odd times: slots of one length, in which all of them lie. */
function evenSlots(spans: readonly Whole[]): readonly SlotData[] {
  const first = Math.floor(Math.min(...spans.map(({ start }) => start)) / 30) * 30;
  const last = Math.max(...spans.map(({ end }) => end));
  const minutes = last - first > 8 * 60 ? 60 : 30;
  return Array.from({ length: Math.ceil((last - first) / minutes) }, (_, slot) =>
    slotOf(first + slot * minutes, Math.min(24 * 60, first + (slot + 1) * minutes)),
  );
}

function cutAlike({ start, end }: Whole, shortest: number): readonly SlotData[] {
  const count = (end - start) / shortest;
  if (!Number.isInteger(count) || count > 4) return [slotOf(start, end)];
  return Array.from({ length: count }, (_, part) => slotOf(start + part * shortest, start + (part + 1) * shortest));
}

function slotOf(start: number, end: number): SlotData {
  return { start: clockOf(start), end: clockOf(end) };
}

function sorted(values: readonly number[], isOnce = true): readonly number[] {
  return [...(isOnce ? new Set(values) : values)].sort((a, b) => a - b);
}
