/**
 * Part of the contract between kernel and host, see abi.ts: the pairs that an event's row of costs is about, which are not
 * among the pair records. The number of runs, then the runs, each the pairs of one table.
 */

/** A run: these words, then its entries by ascending partner: partner | weight << ROW_PAIR_WEIGHT_SHIFT, 16 bits each. */
export const ROW_RUN_BYTES = 16;
export const ROW_RUN_TABLE = 0;
/** 1 when the event is the second of the pairs. */
export const ROW_RUN_REVERSED = 4;
/** What a weight of 1 stands for. */
export const ROW_RUN_UNIT = 8;
export const ROW_RUN_COUNT = 12;
export const ROW_PAIR_WEIGHT_SHIFT = 16;
