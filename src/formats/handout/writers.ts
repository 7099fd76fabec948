import { error } from '../../domain/diagnostic.ts';
import { failure, type Result, success } from '../../domain/result.ts';
import type { Handout, Person } from '../../handout/handout.ts';
import { type HandoutTexts, handoutTexts } from '../../handout/handout-texts.ts';
import { linkOf } from '../../handout/link.ts';
import { masterSvg } from '../../handout/master-svg.ts';
import { meetingsOf, named } from '../../handout/people.ts';
import { weekOf } from '../../handout/week.ts';
import { weekSvg } from '../../handout/week-svg.ts';
import type { ProjectContent, WriteOptions, Writer } from '../format.ts';
import { unplacedRemark } from '../unplaced-remark.ts';
import { handoutOf } from './content.ts';
import { viewerFile } from './html.ts';

const encoder = new TextEncoder();

/** One file with everything to look the timetable up in, for any browser and without a network. */
export const viewerWriter: Writer = {
  id: 'html',
  title: 'Viewer in one file (HTML)',
  extension: 'html',
  mediaType: 'text/html',
  write: written(async (handout, { texts }) => success(encoder.encode(await viewerFile(handout, texts)))),
};

/** The address under which the app shows the timetable; all of it is in the address. */
export const linkWriter: Writer = {
  id: 'link',
  title: 'Link that holds the timetable',
  extension: 'link.txt',
  mediaType: 'text/plain',
  write: written(async (handout, { appAddress = '' }) => {
    const link = await linkOf(handout);
    return link.ok ? success(encoder.encode(`${appAddress}${link.value}`)) : link;
  }),
};

/** What viewer and link hold, for other programs. */
export const handoutWriter: Writer = {
  id: 'handout',
  title: 'Timetable as it is handed out (JSON)',
  extension: 'handout.json',
  mediaType: 'application/json',
  write: written(async (handout) => success(encoder.encode(`${JSON.stringify(handout)}\n`))),
};

/** The week of one group, instructor or room as a picture. */
export const pictureWriter: Writer = {
  id: 'svg',
  title: 'Week of a group, instructor or room as a picture (SVG)',
  extension: 'svg',
  mediaType: 'image/svg+xml',
  write: written(async (handout, { texts = handoutTexts }) => {
    const [person, ...others] = handout.shown ?? [];
    if (person !== undefined && others.length === 0) return success(encoder.encode(pictureOf(handout, person, texts)));
    return failure([
      error('write.onePerson', 'A picture shows the week of one group, instructor or room.', {
        advice: 'Say whose. The archive of everything has the pictures of everybody.',
      }),
    ]);
  }),
};

/** A row for each of those who are asked for, or everybody who has a meeting. */
export const masterPictureWriter: Writer = {
  id: 'master-svg',
  title: 'Master grid of groups, instructors and rooms as a picture (SVG)',
  extension: 'svg',
  mediaType: 'image/svg+xml',
  write: written(async (handout, { texts = handoutTexts }) =>
    success(encoder.encode(masterSvg(handout, 'people', texts))),
  ),
};

/** A row for each course that is held. */
export const coursesPictureWriter: Writer = {
  id: 'courses-svg',
  title: 'Grid of the courses as a picture (SVG)',
  extension: 'svg',
  mediaType: 'image/svg+xml',
  write: written(async (handout, { texts = handoutTexts }) =>
    success(encoder.encode(masterSvg(handout, 'courses', texts))),
  ),
};

/** The week of somebody as SVG. */
export function pictureOf(handout: Handout, person: Person, texts: HandoutTexts): string {
  return weekSvg(handout, named(handout, person), weekOf(handout, meetingsOf(handout, person)), texts);
}

function written(form: (handout: Handout, options: WriteOptions) => Promise<Result<Uint8Array>>): Writer['write'] {
  return async (content: ProjectContent, timetableId, options = {}) => {
    const made = handoutOf(content, timetableId, options);
    if (!made.ok) return made;
    const file = await form(made.value.handout, options);
    return file.ok ? success(file.value, [...file.diagnostics, ...unplacedRemark(made.value.unplaced)]) : file;
  };
}
