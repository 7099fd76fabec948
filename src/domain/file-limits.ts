import { type Diagnostic, error } from './diagnostic.ts';

/** What is opened at most: far more than any timetabling data, and little enough not to fill the memory. */
export const fileLimits = { bytes: 64 * 1024 * 1024, files: 100 } as const;

/** What is wrong with files as they lie there, before anything of them is read: too many, or too large. */
export function flawOfFiles(files: readonly { readonly name: string; readonly size: number }[]): Diagnostic | null {
  if (files.length > fileLimits.files) {
    return error('file.tooMany', 'These are more than {most} files.', {
      values: { most: fileLimits.files },
      value: files.length,
      advice: 'Open one project at a time.',
    });
  }
  const large = files.find(({ size }) => size > fileLimits.bytes);
  if (large === undefined) return null;
  return error('file.tooLarge', 'The file is larger than {most} MB.', {
    values: { most: fileLimits.bytes / 1024 / 1024 },
    value: `${Math.ceil(large.size / 1024 / 1024)} MB`,
    place: large.name,
    advice: 'Timetabling data is far smaller; check that this is the right file.',
  });
}
