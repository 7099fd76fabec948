import * as abi from '../abi/abi';
import { eventCount, eventField, geneCount } from '../image/problem';
import { clearEvents, clearSolution } from './clear';
import { keepsOptions, loadOptions } from './clock-terms';
import { applyChange } from './working-solution';

/** Builds the counters for the genes found at `from`: times of all events, then all genes, then all options. */
export function loadGenes(from: usize): void {
  const optionsAt = from + ((<usize>(eventCount + geneCount)) << 2);
  if (keepsOptions(optionsAt)) clearEvents();
  else clearSolution();
  loadOptions(optionsAt);
  for (let event = 0; event < eventCount; event++) {
    const first = eventField(event, abi.EVENT_FIRST_GENE);
    const count = eventField(event, abi.EVENT_GENE_COUNT);
    const time = load<i32>(from + ((<usize>event) << 2));
    const genesAt = from + ((<usize>(eventCount + first)) << 2);
    if (count == 0) applyChange(event, time, -1, -1, -1, -1);
    for (let k = 0; k < count; k++) {
      applyChange(event, time, first + k, load<i32>(genesAt + ((<usize>k) << 2)), -1, -1);
    }
  }
}
