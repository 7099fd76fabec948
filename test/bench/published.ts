/**
 * Curriculum-based course timetabling, formulation UD2: soft cost of the ten first competition instances. Means over
 * several runs within the competition's time limit, from Bettinelli, Cacchiani, Roberti and Toth, "An overview of
 * curriculum-based course timetabling", TOP 23 (2015), Tables 1 to 3.
 */
export interface Published {
  readonly best: number;
  /** Müller's solver, the winner of the competition. */
  readonly winner: number;
  /** The least mean of any method in the tables. */
  readonly leastMean: number;
}

export const published: Readonly<Record<string, Published>> = {
  comp01: { best: 5, winner: 5, leastMean: 5 },
  comp02: { best: 24, winner: 61.3, leastMean: 36.4 },
  comp03: { best: 64, winner: 94.8, leastMean: 72.8 },
  comp04: { best: 35, winner: 42.8, leastMean: 35.2 },
  comp05: { best: 284, winner: 343.5, leastMean: 301.3 },
  comp06: { best: 27, winner: 56.8, leastMean: 45.3 },
  comp07: { best: 6, winner: 33.9, leastMean: 12 },
  comp08: { best: 37, winner: 46.5, leastMean: 40.6 },
  comp09: { best: 96, winner: 113.1, leastMean: 102.4 },
  comp10: { best: 4, winner: 21.3, leastMean: 8.4 },
};

/** The sum over the ten of the best single method's means (Kiefer, adaptive large neighbourhood search, 2014). */
export const bestMethodSum = 680.9;

/**
 * ITC-2019, total cost: the least one known of a competition instance, which took integer programming hours to weeks;
 * what UniTime's own solver found for the test instance, in 70 s of a processor. For other instances none is known.
 */
export const publishedTotals: Readonly<Record<string, number>> = { 'muni-fi-spr16': 3752, 'wbg-fal10': 36 };
