/** Texts of what is told about runs and timetables beyond the timetables themselves; a part of `en`. */
export const analysisTexts = {
  conflictsTitle: 'Rules that cannot hold together',
  conflictsHint: 'Looks for small sets of rules that force these problems, and says what each of them costs.',
  conflictsStart: 'Find out why',
  conflictsStop: 'Stop',
  conflictsBusy: (p: { tests: number }) => `Trying out which rules can hold together: ${p.tests} tried…`,
  conflictsNone: 'No small set of rules forces these problems: a longer run may solve them.',
  conflictsAll: 'Every broken hard rule is explained by one of these.',
  conflictsMore: 'There may be more: change one of these rules, generate again and look once more.',
  conflictsStopped: 'Stopped before the end.',
  conflictsFailed: (p: { cause: string }) => `The search failed: ${p.cause}`,
  conflictProved: 'Proved by counting',
  conflictSearched: 'Found by search',
  conflictTogether: 'These rules cannot hold together:',
  conflictGain: (p: { count: number }) => `without this one: ${p.count} fewer`,
  conflictNoGain: 'changing this alone is not enough',
};
