/** What somebody asked of a run; the settings are planned from it when its turn comes, by the speed of the machine then. */
export interface RunWish {
  /** Wall-clock time to plan for. */
  readonly seconds: number;
  /** `moves` repeats anywhere; null leaves it to the plan. */
  readonly pace: 'moves' | 'clock' | null;
  /** Texts of the fields of the settings that were typed, by their names. */
  readonly typed: Readonly<Record<string, string>>;
}
