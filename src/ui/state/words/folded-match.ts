import { folded } from '../../../domain/search/folding.ts';

/** Whether a name holds every word of what is typed, whatever the capitals and accents; everything fits nothing. */
export function foldedMatch(typed: string): (name: string) => boolean {
  const words = folded(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return () => true;
  return (name) => {
    const text = folded(name);
    return words.every((word) => text.includes(word));
  };
}
