/**
 * The contract between kernel and host: compiled by asc and by Vite alike, so plain numbers only.
 *
 * A problem image is one block of little-endian bytes: the header (32-bit words), then sections. A header word is a
 * count or the byte offset of a section from the start of the image. Offsets inside records are bytes; an offset of 0
 * in a record means "there is none". docs/memory-layout.md draws the map.
 */
export const MAGIC = 0x484f5241;
export const LAYOUT_VERSION = 13;

export const HEADER_MAGIC = 0;
export const HEADER_VERSION = 1;
export const HEADER_BYTES = 2;
export const HEADER_EVENTS = 3;
export const HEADER_PROFILES = 4;
/** Includes the last one, "nowhere": no cells, on the spare day. */
export const HEADER_TIMES = 5;
/** Includes the last one, "nobody": never clashes, has no rules. */
export const HEADER_RESOURCES = 6;
export const HEADER_DAYS = 7;
export const HEADER_SLOTS = 8;
export const HEADER_WEEK_CLASSES = 9;
export const HEADER_GENES = 10;
export const HEADER_SETS = 11;
export const HEADER_FIRST_ROOM = 12;
export const HEADER_ROOMS = 13;
/** First instructor among the resources, and how many there are: they follow each other. */
export const HEADER_FIRST_INSTRUCTOR = 27;
export const HEADER_INSTRUCTORS = 28;
/** 1 when the meeting times are the cells, one by one and in their order: the fast path. */
export const HEADER_SIMPLE_TIMES = 15;
export const HEADER_SHAPE_CLASSES = 16;
/** Words of a row of SECTION_HAS; 0 when there is no such matrix and the lists of the profiles are asked. */
export const HEADER_HAS_WORDS = 17;
/** Which terms the hard, and the soft, rules of the problem use: bits below. A term nobody uses costs one branch. */
export const HEADER_HARD_TERMS = 18;
export const HEADER_SOFT_TERMS = 23;
export const HEADER_HARD_WEIGHT = 19;
export const HEADER_SOFT_UNIT = 20;
/** Score of the timetable in which every event is nowhere (missing days count there too). */
export const HEADER_EMPTY_HARD = 21;
export const HEADER_EMPTY_SOFT = 22;
/** Hard units never weigh more than this: a weighted change stays within 32 bits, see src/domain/build/score-limits.ts. */
export const HEADER_LARGEST_HARD_WEIGHT = 31;
/** Where soft pairs over times are kept as rows of costs (terms/pair-rows.ts): the most that one partner costs, by event. */
export const SECTION_ROW_MOST = 26;
/** Bytes of a row of SECTION_RELATED, and the mask that makes a profile the index of a byte in it. */
export const HEADER_RELATED_WIDTH = 24;
export const HEADER_RELATED_MASK = 25;

export const TERM_TIME_ROWS = 1;
export const TERM_GENE_ROWS = 2;
export const TERM_POOLED_CELLS = 4;
export const TERM_POOLED_SHAPES = 8;
export const TERM_SETS = 16;
export const TERM_DAY_SHAPES = 32;
export const TERM_WEEK_SHAPES = 64;
export const TERM_PAIRS = 128;
/** Some event has more than one gene. */
export const TERM_KEPT_GENES = 256;
export const TERM_WEEK_MEASURES = 512;
/** Week measures and slot counts of sets, whose events may go the same way without a clash. */
export const TERM_SET_MEASURES = 1024;
export const TERM_INSTRUCTOR_PAIRS = 2048;
/** The terms that look at what an event always occupies in a whole week or in a set. */
export const TERMS_OF_MEASURES = TERM_WEEK_MEASURES | TERM_SET_MEASURES;
export const TERM_INTERVALS = 4096;
export const TERM_ATTENDANCE = 8192;

export const SECTION_TIMES = 32;
export const SECTION_TIME_DAYS = 33;
export const SECTION_TIME_AT = 34;
export const SECTION_EVENTS = 35;
export const SECTION_PROFILES = 36;
/** 16-bit profile index by event, after one for "no event": the spare profile. */
export const SECTION_PROFILE_OF = 44;
export const SECTION_GENES = 37;
export const SECTION_RESOURCES = 38;
/** Lists of 32-bit indices: domains, pools, resources of profiles, neighbours, events; and for each resource its
 * profiles, as byte offsets of their rows in the cell cost tables. */
export const SECTION_LISTS = 39;
export const SECTION_PAIRS = 40;
export const SECTION_SETS = 41;
/** Bit matrix profile × resource: who occupies what whatever is chosen. */
export const SECTION_HAS = 42;
/**
 * Byte matrix profile × profile, with a spare row and column of zeros: 0 when their events never share a resource other than a room, RELATED_OTHERWISE when
 * they may through a pool or a resource of larger capacity, else 1 + twice the number of clashing resources they share.
 * Large problems have short rows instead, indexed by the last bits of the profile: the largest value of those that meet
 * there, which is never too small; the exact ones are in SECTION_RELATED_LISTS.
 */
export const SECTION_RELATED = 43;
/** Large problems: for each profile, and once more, the word where its list starts; then lists of `profile << 8 | value`, ascending. */
export const SECTION_RELATED_LISTS = 46;

/** What the screening of proposals looks at: a small record for each profile and for the spare one, close together. */
export const SECTION_SCREEN = 45;

export const RELATED_OTHERWISE = 255;

/**
 * Long days: bits. The times of the image lie in cells that are sets of meeting times, so its days have one slot each and
 * rows of unavailability are by time.
 */
export const HEADER_LONG_DAYS = 48;
export const LONG_DAYS = 1;
/** No event clashes by anything but what it chooses. */
export const NOTHING_STATIC = 2;
/** Number of week classes, 63 words with the weeks in each, then a record for each time; see terms/intervals.ts. */
export const SECTION_CLOCK = 50;
export const CLOCK_WEEKS = 4;
export const CLOCK_TIMES = 256;
export const CLOCK_BYTES = 24;
/** Minutes of the day, a mask of days of the week and one of week classes. */
export const CLOCK_START = 0;
export const CLOCK_END = 4;
export const CLOCK_DAYS = 8;
export const CLOCK_WEEK_CLASSES = 16;
/** Byte matrix times × times for attendance: what PAIR_TRAVEL says about its table. */
export const SECTION_ENOUGH = 51;
/** Byte matrix rooms × rooms: how many shorter ways there are; 0 when there is no way between any two. */
export const SECTION_TRAVEL = 52;
export const HEADER_INTERVAL_SETS = 53;
export const SECTION_INTERVAL_SETS = 54;
/** By event: first interval set among the lists, and their number. */
export const SECTION_INTERVALS_OF = 55;
export const INTERVAL_BYTES = 48;
export const INTERVAL_KIND = 0;
export const INTERVAL_LIMIT = 4;
export const INTERVAL_GAP = 8;
export const INTERVAL_UNIT = 12;
/** 0 for hard sets: their amount is rounded up. */
export const INTERVAL_PENALTY = 16;
export const INTERVAL_DIVISOR = 20;
/** What a unit of amount costs. */
export const INTERVAL_WEIGHT = 24;
export const INTERVAL_FIRST_EVENT = 28;
export const INTERVAL_EVENT_COUNT = 32;
export const INTERVAL_DAYS = 0;
export const INTERVAL_LOAD = 1;
export const INTERVAL_BREAKS = 2;
export const INTERVAL_BLOCKS = 3;
/** Events of one interval set at most. */
export const MOST_INTERVALS = 512;
/** Sectioned students: requests for courses, each with options, each a list of events. */
export const HEADER_REQUESTS = 56;
export const SECTION_REQUESTS = 57;
export const REQUEST_BYTES = 32;
export const REQUEST_STUDENT = 0;
export const REQUEST_FIRST_OPTION = 4;
export const REQUEST_OPTION_COUNT = 8;
export const REQUEST_FIRST_PEER = 12;
export const REQUEST_PEER_COUNT = 16;
/** Option of the first individuals. */
export const REQUEST_INITIAL = 20;
/** By option: first event among the lists, and their number. */
export const SECTION_OPTIONS = 58;
/** First request of each student, and the end. */
export const SECTION_STUDENTS = 59;
/** Most students by event. */
export const SECTION_LIMITS = 60;
/** What a student who misses an event costs on soft, and on hard rules. */
export const HEADER_ATTENDANCE_SOFT = 61;
export const HEADER_ATTENDANCE_HARD = 62;
/** Requests with more than one option. */
export const HEADER_MOVABLE = 49;
export const SECTION_MOVABLE = 63;

export const HEADER_WORDS = 68;

export const TIME_BYTES = 32;
export const TIME_FIRST_DAY_ENTRY = 0;
export const TIME_DAY_COUNT = 4;
export const TIME_START = 8;
export const TIME_LENGTH = 12;
export const TIME_MASK = 16;
export const TIME_DAY = 20;
export const TIME_CELL = 24;
export const TIME_SHAPE_CLASS = 28;

export const EVENT_BYTES = 32;
export const EVENT_FIRST_GENE = 0;
export const EVENT_GENE_COUNT = 4;
export const EVENT_FIRST_PAIR = 8;
export const EVENT_PAIR_COUNT = 12;
export const EVENT_SET = 16;
export const EVENT_ROOM_GENE = 20;
/** Byte offset of the pairs that the event's row of costs is about, see abi/row-pairs.ts; 0 when there are none. */
export const EVENT_ROW_PAIRS = 24;
/** Byte offset of the list of events whose instructors are compared with its own: their number, then a record each. */
export const EVENT_INSTRUCTOR_PAIRS = 28;

/** The first 64 bytes are what a proposal looks at. */
export const PROFILE_BYTES = 128;
/** Byte offset of the list of candidate times, and its length; the same for the pool of the only gene of plain events. */
export const PROFILE_TIMES = 0;
export const PROFILE_TIME_COUNT = 4;
export const PROFILE_POOL = 8;
export const PROFILE_POOL_COUNT = 12;
/** 1 when the events may be somewhere, have one gene, a room, every room of the pool holds one event, and times are cells. */
export const PROFILE_IS_PLAIN = 16;
/** The most a move of one such event can lower the soft cost: all of it, and the part of the static day shapes. */
export const PROFILE_SOFT_GAIN = 20;
export const PROFILE_SHAPE_GAIN = 24;
/** Byte offset of the profile's row in the cell cost tables. */
export const PROFILE_COST_ROW = 28;
export const PROFILE_FIRST_STATIC = 32;
export const PROFILE_STATIC_COUNT = 36;
export const PROFILE_FIRST_SOFT_SHAPE = 40;
export const PROFILE_SOFT_SHAPE_COUNT = 44;
export const PROFILE_FIRST_SOFT_WEEK = 48;
export const PROFILE_SOFT_WEEK_COUNT = 52;
export const PROFILE_TIME_SOFT = 56;
export const PROFILE_TIME_ALLOWED = 60;
export const PROFILE_TIME_HARD = 64;
export const PROFILE_CELL_HARD = 68;
export const PROFILE_FIRST_HARD_SHAPE = 72;
export const PROFILE_HARD_SHAPE_COUNT = 76;
export const PROFILE_FIRST_HARD_WEEK = 80;
export const PROFILE_HARD_WEEK_COUNT = 84;
export const PROFILE_SHAPE_CLASS = 88;
export const PROFILE_FIRST_EVENT = 92;
export const PROFILE_EVENT_COUNT = 96;
export const PROFILE_FIRST_NEIGHBOUR = 100;
export const PROFILE_NEIGHBOUR_COUNT = 104;
/** Slots of its candidate times (the longest, should they differ). */
export const PROFILE_LENGTH = 108;
/** Plain events: byte offset of the row of soft amounts by room, as if it started with resource 0. */
export const PROFILE_ROOM_SOFT = 112;
/** Plain events: PROFILE_SOFT_GAIN without what that row can win. */
export const PROFILE_PLAIN_GAIN = 116;

export const SCREEN_BYTES = 32;
/** Byte offset of the list of candidate times, 16 bits each, and its length: 0 for profiles that are not plain. */
export const SCREEN_TIMES = 0;
export const SCREEN_TIME_COUNT = 4;
export const SCREEN_POOL = 8;
export const SCREEN_POOL_COUNT = 12;
export const SCREEN_COST_ROW = 16;
/** The most that a move of one such event can lower the soft cost, without what its room costs now. */
export const SCREEN_GAIN = 20;
/** Byte offset of the profile's row in SECTION_RELATED. */
export const SCREEN_RELATED = 24;

export const GENE_BYTES = 32;
export const GENE_FIRST_POOL = 0;
export const GENE_POOL_COUNT = 4;
export const GENE_HARD = 8;
export const GENE_SOFT = 12;
export const GENE_ALLOWED = 16;
/** The first resource that the rows are about, and how many: they are indexed by resource − base, and the pool lies inside. */
export const GENE_BASE = 20;
export const GENE_IS_ROOM = 24;
export const GENE_WIDTH = 28;

export const RESOURCE_BYTES = 64;
export const RESOURCE_CAPACITY = 0;
export const RESOURCE_SOFT_DAYS = 4;
export const RESOURCE_HARD_DAYS = 8;
export const RESOURCE_SOFT_WEEK = 12;
export const RESOURCE_HARD_WEEK = 16;
export const RESOURCE_HARD_CELLS = 20;
export const RESOURCE_SOFT_CELLS = 24;
export const RESOURCE_FIRST_PROFILE = 28;
export const RESOURCE_PROFILE_COUNT = 32;
/** Bits of the shapes that rules look at; masks are kept only when there are any. */
export const RESOURCE_SHAPED = 36;
export const SHAPED_DAYS = 1;
export const SHAPED_WEEKS = 2;
/** No rule needs the masks, but whether a pooled resource is free for a block is read off them. */
export const SHAPED_KEPT = 4;
export const SHAPED_MEASURES = 8;
/** Byte offset of the resource's list of week measures at each level: their number, then a record each. */
export const RESOURCE_SOFT_MEASURES = 40;
export const RESOURCE_HARD_MEASURES = 44;
/** Sets only: byte offset of the offsets of tables by cell (0: none), each with an amount for every number of events. */
export const RESOURCE_SOFT_COUNTS = 48;
export const RESOURCE_HARD_COUNTS = 52;

export const MEASURE_BYTES = 12;
/** Which of the forms below. */
export const MEASURE_FORM = 0;
/** Byte offset of the offsets of tables by day of the week, each with a value for every mask of busy slots. */
export const MEASURE_VALUES = 4;
/** Byte offset of the amounts by what the form says. */
export const MEASURE_AMOUNTS = 8;
/** By the sum of the values of all days. */
export const MEASURE_TOTAL = 0;
/** By the largest less the smallest value of the days that are not empty. */
export const MEASURE_SPREAD = 1;
/** By last slot × slots + first slot of the next day, for each two days in a row that are not empty. */
export const MEASURE_OVERNIGHT = 2;

export const PAIR_BYTES = 16;
export const PAIR_OTHER = 0;
/**
 * Byte offset of the table, times × times or rooms × rooms. Behind the table of pairs that rows are about come lists of
 * what is not zero: 2 × times + 1 words with the first entry of each row, of each column and the end; then the entries,
 * a time and an amount each.
 */
export const PAIR_TABLE = 4;
export const PAIR_WEIGHT = 8;
export const PAIR_FLAGS = 12;
export const PAIR_HARD = 1;
export const PAIR_OVER_ROOMS = 2;
export const PAIR_REVERSED = 4;
/**
 * The table has a byte for two times: the rank (see SECTION_TRAVEL) of the shortest way between the rooms that breaks the
 * rule; 0 breaks it always, NO_WAY never.
 */
export const PAIR_TRAVEL = 8;
export const NO_WAY = 255;

export const INSTRUCTOR_PAIR_BYTES = 16;
export const INSTRUCTOR_PAIR_OTHER = 0;
/** Byte offset of the amounts by the number of instructors in common. */
export const INSTRUCTOR_PAIR_TABLE = 4;
export const INSTRUCTOR_PAIR_WEIGHT = 8;
/** 1 when the pair is hard. */
export const INSTRUCTOR_PAIR_HARD = 12;

export const SET_BYTES = 16;
export const SET_SOFT = 0;
export const SET_HARD = 4;

/** Words at the start of an individual, then its times, then its genes. */
export const INDIVIDUAL_UNPLACED = 0;
export const INDIVIDUAL_HARD = 4;
export const INDIVIDUAL_SOFT = 8;
export const INDIVIDUAL_HARD_WEIGHT = 12;
/** Evaluated moves left, 64 bits. */
export const INDIVIDUAL_MOVES_LEFT = 16;
export const INDIVIDUAL_HEADER_BYTES = 24;

/** What the repair by ejection remembers besides two words for each event and each resource: see ejection/state.ts. */
export const EJECTION_TABU = 64;
export const EJECTION_TABU_ENTRIES = 4096;
export const EJECTION_CONFLICTS = EJECTION_TABU + EJECTION_TABU_ENTRIES * 4;
export const EJECTION_CONFLICT_ENTRIES = 1024;
/** A pair of events and how often the first sent the second away. */
export const CONFLICT_BYTES = 12;
export const EJECTION_BYTES = EJECTION_CONFLICTS + EJECTION_CONFLICT_ENTRIES * CONFLICT_BYTES;

/** Slots of a day that fit a mask. */
export const MOST_SLOTS = 16;
/** Days of a week at most. */
export const MOST_DAYS = 30;
/** Events of one Kempe chain at most. */
export const LONGEST_CHAIN = 16;
