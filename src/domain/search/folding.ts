/** Letters that no decomposition into letter and mark takes apart. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
};
const plain = /^[\x20-\x7e]*$/;
const special = /[ßøđðłħŧıæœþ]/g;
/** Marks of Latin, Greek and Cyrillic, and the vowel signs that Arabic and Hebrew writing may leave out. */
const marks = /[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u064b-\u0652\u0670\u0640]/g;

/** A text as it is searched: small letters, without accents. Vowel signs that belong to a script (Nepali) stay. */
export function folded(text: string): string {
  if (plain.test(text)) return text.toLowerCase();
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(marks, '')
    .replace(special, (letter) => letters[letter] ?? letter);
}
