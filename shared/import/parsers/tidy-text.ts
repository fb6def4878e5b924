/** Cleaning of what people type into cells. Spelling stays; only typing accidents go. */
import { toHalfWidth } from '@shared/lib/text';

const cjk = '[\\u2E80-\\u9FFF\\uF900-\\uFAFF\\u{20000}-\\u{3FFFF}（）《》“”、，。]';
const spaceBetweenCjk = new RegExp(`(?<=${cjk})\\s+(?=${cjk})`, 'gu');

/**
 * Text as it should be stored: full-width letters and digits narrowed, no-break and zero-width spaces gone, line
 * breaks to spaces, Excel's leading apostrophe dropped. Chinese brackets and punctuation stay as typed.
 */
export function tidyText(text: string): string {
  if (plain.test(text)) return text;
  return text
    .normalize('NFC')
    .replace(/[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]/g, (char) =>
      String.fromCharCode(char.charCodeAt(0) - 0xfee0),
    )
    .replace(/[\u3000\u00A0\u2000-\u200A\u202F\r\n\t]/g, ' ')
    .replace(/[\u200B-\u200D\uFEFF\u2060]/g, '')
    .replace(/^\s*'/, '')
    .replace(/ +/g, ' ')
    .trim();
}
/** The common case, which needs none of the replacements. */
const plain = /^[\u4E00-\u9FFF0-9A-Za-z]+$/;

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
