/** Part of the contract between kernel and host, see abi.ts: who may share sectioned students with whom. */

/**
 * First of each event among the events that it may share sectioned students with, and the end; and these events, 16 bits
 * each, ascending, in large problems only: else a matrix of the events is kept of where they stand in each other's lists.
 */
export const SECTION_PARTNER_LISTS = 29;
export const SECTION_PARTNERS = 30;
