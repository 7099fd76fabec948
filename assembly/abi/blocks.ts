/**
 * Part of the contract between kernel and host, see abi.ts: what bounds the proposals of blocks, in the profile records.
 * The part of PROFILE_SOFT_GAIN by pairs; and without these, the parts whose present costs nobody keeps: neither rows by
 * time, room and instructor nor the shapes of days and weeks, but for those of pooled rooms.
 */
export const PROFILE_PAIR_GAIN = 120;
export const PROFILE_REST_GAIN = 124;
