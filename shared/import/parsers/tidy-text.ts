/** Cleaning of what people type into cells. Spelling stays; only typing accidents go. */
import { tidyText, toHalfWidth } from '@shared/lib/text';

const cjk = '[\\u2E80-\\u9FFF\\uF900-\\uFAFF\\u{20000}-\\u{3FFFF}（）《》“”、，。]';
const spaceBetweenCjk = new RegExp(`(?<=${cjk})\\s+(?=${cjk})`, 'gu');

/** Names of firms and organizations: spaces between Chinese characters are layout, not spelling. */
export const tidyName = (text: string): string => tidyText(text).replace(spaceBetweenCjk, '');

/** A person's name: 张　三 is 张三; a foreign name keeps its spaces. */
export function tidyPersonName(text: string): string {
  const tidy = tidyText(text);
  const squeezed = tidy.replace(/\s+/g, '');
  return [...squeezed].length <= 4 && !/[A-Za-z]/.test(squeezed) ? squeezed : tidyName(text);
}

/** Signs for "nothing to say here" that are not an answer. */
const blankSigns = /^[-—–_/\\.。…·*]+$/;
export const isBlankSign = (text: string): boolean => blankSigns.test(toHalfWidth(text).trim());

/** Half-width, without any white space: for codes, numbers and comparison. */
export const compact = (text: string): string => toHalfWidth(text).replace(/\s+/g, '').replace(/^'/, '');
