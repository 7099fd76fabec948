import * as abi from '../abi/abi';
import { geneField, nobody, nowhere, profileField, rowValue } from '../image/problem';

/** Unary: cost of event × meeting time, event × room, event × instructor, from rows shared by equal profiles. */
export function peekTimeHard(profile: i32, from: i32, to: i32): i32 {
  const row = profileField(profile, abi.PROFILE_TIME_HARD);
  return row == 0 ? 0 : rowValue(row, to) - rowValue(row, from);
}

export function peekTimeSoft(profile: i32, from: i32, to: i32): i32 {
  const row = profileField(profile, abi.PROFILE_TIME_SOFT);
  return row == 0 ? 0 : rowValue(row, to) - rowValue(row, from);
}

/** Cost of a gene's resource at a time: 0 when the event is nowhere or nobody is assigned. */
export function geneCost(gene: i32, rowField: i32, resource: i32, time: i32): i32 {
  if (time == nowhere || resource == nobody) return 0;
  return rowValue(geneField(gene, rowField), resource - geneField(gene, abi.GENE_BASE));
}

/** Change of that cost when `held` at `from` gives way to `taken` at `to`. */
export function geneChange(gene: i32, rowField: i32, held: i32, taken: i32, from: i32, to: i32): i32 {
  const row = geneField(gene, rowField);
  if (row == 0) return 0;
  const base = geneField(gene, abi.GENE_BASE);
  const before = from == nowhere || held == nobody ? 0 : rowValue(row, held - base);
  const after = to == nowhere || taken == nobody ? 0 : rowValue(row, taken - base);
  return after - before;
}
