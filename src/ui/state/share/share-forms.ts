import type { PlainTextKey } from '../../text/text.tsx';

export type ShareGroup = 'people' | 'sheets' | 'project' | 'programs';

/** Something a project or timetable can be handed out as. */
export interface ShareForm {
  readonly id: string;
  readonly group: ShareGroup;
  readonly title: PlainTextKey;
  readonly hint: PlainTextKey;
  /** The writer that makes it, and another one where the weeks of a single person are wanted. */
  readonly writerId: string;
  readonly singleWriterId?: string;
  readonly extension: string;
  readonly singleExtension?: string;
  readonly mediaType: string;
  readonly singleMediaType?: string;
  /** Made of a timetable, so there must be one. */
  readonly needsTimetable: boolean;
  /** Can be of some people only. */
  readonly ofPeople: boolean;
  /** Of one person only. */
  readonly ofOne?: true;
  /** Tells clock times to calendars. */
  readonly hasZone?: true;
  /** Is locked with a passphrase. */
  readonly hasPassphrase?: true;
  /** Holds data besides the timetable: students, rules and their notes. */
  readonly hasData?: true;
  /** Id of the reader for projects from which it is of use; the others find it among the further ones. */
  readonly source?: string;
}

const handedOut = { needsTimetable: true, ofPeople: true } as const;
const json = 'application/json';
const xml = 'application/xml';
const plain = 'text/plain';

function form(
  id: keyof typeof titles,
  group: ShareGroup,
  writerId: string,
  extension: string,
  mediaType: string,
  more: Partial<ShareForm> = {},
): ShareForm {
  const { title, hint } = titles[id];
  return { id, group, title, hint, writerId, extension, mediaType, needsTimetable: false, ofPeople: false, ...more };
}

const ids = [
  'html',
  'link',
  'print',
  'calendars',
  'png',
  'svg',
  'master-png',
  'master-svg',
  'courses-png',
  'courses-svg',
  'everything',
  'timetable-xlsx',
  'timetable-csv',
  'horarium',
  'horarium-gzip',
  'horarium-locked',
  'handout',
  'fet',
  'fet-csv',
  'ctt-solution',
  'ctt',
  'ectt',
  'itc2019-solution',
  'itc2019-problem',
  'schedule-json',
  'schedule-engine',
] as const;
type FormId = (typeof ids)[number];

const titles = Object.fromEntries(
  ids.map((id) => [id, { title: `form_${id}`, hint: `formHint_${id}` }]),
  // the keys are those of `ids`
) as unknown as Readonly<Record<FormId, { readonly title: PlainTextKey; readonly hint: PlainTextKey }>>;

const calendarFile = { singleWriterId: 'calendar', singleExtension: 'ics', singleMediaType: 'text/calendar' } as const;
const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const solution = { needsTimetable: true } as const;
const picture = { ...handedOut, ofOne: true } as const;

/** The one list of all forms: the page is made from it. */
export const shareForms: readonly ShareForm[] = [
  form('html', 'people', 'html', 'html', 'text/html', { ...handedOut, hasZone: true }),
  form('link', 'people', 'link', 'txt', plain, { ...handedOut, hasZone: true }),
  form('print', 'people', 'handout', 'json', json, handedOut),
  form('calendars', 'people', 'calendars', 'ics.zip', 'application/zip', {
    ...handedOut,
    ...calendarFile,
    hasZone: true,
  }),
  form('png', 'people', 'svg', 'png', 'image/png', picture),
  form('svg', 'people', 'svg', 'svg', 'image/svg+xml', picture),
  form('master-png', 'people', 'master-svg', 'png', 'image/png', handedOut),
  form('master-svg', 'people', 'master-svg', 'svg', 'image/svg+xml', handedOut),
  form('courses-png', 'people', 'courses-svg', 'png', 'image/png', handedOut),
  form('courses-svg', 'people', 'courses-svg', 'svg', 'image/svg+xml', handedOut),
  form('everything', 'people', 'everything', 'zip', 'application/zip', { ...handedOut, hasZone: true, hasData: true }),
  form('timetable-xlsx', 'sheets', 'timetable-xlsx', 'xlsx', workbookType, handedOut),
  form('timetable-csv', 'sheets', 'timetable-csv', 'csv', 'text/csv', handedOut),
  form('horarium', 'project', 'horarium', 'horarium.json', json, { hasData: true }),
  form('horarium-gzip', 'project', 'horarium-gzip', 'horarium.json.gz', 'application/gzip', { hasData: true }),
  form('horarium-locked', 'project', 'horarium-locked', 'locked.horarium.json', json, {
    hasData: true,
    hasPassphrase: true,
  }),
  form('handout', 'programs', 'handout', 'handout.json', json, { ...handedOut, hasZone: true }),
  form('fet', 'programs', 'fet', 'fet', xml, { hasData: true, source: 'fet' }),
  form('fet-csv', 'programs', 'fet-csv', 'csv', 'text/csv', { ...solution, source: 'fet' }),
  form('ctt-solution', 'programs', 'ctt-solution', 'sol', plain, { ...solution, source: 'ctt' }),
  form('ctt', 'programs', 'ctt', 'ctt', plain, { hasData: true, source: 'ctt' }),
  form('ectt', 'programs', 'ectt', 'ectt', plain, { hasData: true, source: 'ctt' }),
  form('itc2019-solution', 'programs', 'itc2019-solution', 'solution.xml', xml, { ...solution, source: 'itc2019' }),
  form('itc2019-problem', 'programs', 'itc2019-problem', 'xml', xml, { hasData: true, source: 'itc2019' }),
  form('schedule-json', 'programs', 'schedule-json', 'schedule.json', json, { ...solution, source: 'schedule-engine' }),
  form('schedule-engine', 'programs', 'schedule-engine', 'json', json, { hasData: true, source: 'schedule-engine' }),
];

export function shareFormOf(id: string | undefined): ShareForm | null {
  return shareForms.find((known) => known.id === id) ?? null;
}
