/** The part of the contract that is about changes of building or room; see abi.ts and ../terms/room-changes.ts. */
export const TERM_ROOM_CHANGES = 16384;
export const HEADER_CHANGE_SETS = 64;
export const SECTION_CHANGE_SETS = 65;
/** By event: first set among the lists of those whose person may be at it, and their number. */
export const SECTION_CHANGES_OF = 66;
/** Two words by meeting time: the slot it begins with, and the one after its last. */
export const SECTION_CHANGE_SLOTS = 67;

export const CHANGE_BYTES = 48;
export const CHANGE_RESOURCE = 0;
export const CHANGE_COUNT = 4;
export const CHANGE_LIMIT = 8;
/** Days of the week that count as one. */
export const CHANGE_DAYS = 12;
/** Words by room: its building, or itself; -1 where it is in none. */
export const CHANGE_PLACES = 16;
export const CHANGE_WEIGHT = 20;
/** 1 when the rule is hard. */
export const CHANGE_HARD = 24;
export const CHANGE_FIRST_EVENT = 28;
export const CHANGE_EVENT_COUNT = 32;

/** What CHANGE_COUNT says is counted: changes over the limit on a day, or in a week, and those with too short a gap. */
export const CHANGES_PER_DAY = 0;
export const CHANGES_PER_WEEK = 1;
export const CHANGES_TOO_SHORT = 2;

/** Meetings of one person on days that count as one, at most: `mostChanging` × `mostDaysOfStays` of the rules. */
export const MOST_STAYS = 4096;
