/** Text a name is found by: itself, its full pinyin and its initials. Pure; pinyin-pro is handed in. */
import { squeeze } from '@shared/lib/text';

/** The part of pinyin-pro that is used. `surname` reads 单 as shàn at the start of a person's name. */
export type ReadPinyin = (text: string, mode: 'normal' | 'surname') => readonly string[];

export interface SearchedTexts {
  readonly names: readonly string[];
  readonly people: readonly string[];
}

const han = /\p{Script=Han}/u;

/** What is typed and what is searched in are both brought to this form. */
export const searchKey = (text: string): string => squeeze(text).toLowerCase();

export const plainText = ({ names, people }: SearchedTexts): string =>
  [...names, ...people].map(searchKey).join('\n');

/**
 * Readings of all texts, one per line. People get both readings of a surname that has two: 覃 is Qín in one village
 * and Tán in the next.
 */
export function pinyinText({ names, people }: SearchedTexts, read: ReadPinyin): string {
  const lines = new Set<string>();
  for (const name of names) addReading(lines, name, read, 'normal');
  for (const name of people) {
    addReading(lines, name, read, 'surname');
    addReading(lines, name, read, 'normal');
  }
  return [...lines].join('\n');
}

function addReading(lines: Set<string>, text: string, read: ReadPinyin, mode: 'normal' | 'surname'): void {
  if (!han.test(text)) return;
  const syllables = read(text, mode).map((syllable) => searchKey(syllable));
  lines.add(syllables.join(''));
  lines.add(syllables.map((syllable) => syllable.charAt(0)).join(''));
}
