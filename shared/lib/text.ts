/** Text as it is compared, and as it is stored: that keeps the clerk's own spelling. */

/** Full-width ASCII and ideographic/no-break spaces to their half-width forms; newlines to spaces. */
export function toHalfWidth(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\uFF01-\uFF5E]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00A0\u2007\u202F\r\n\t]/g, ' ')
    .replace(/[\u200B-\u200D\uFEFF]/g, '');
}

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

/** The same; empty text is null. */
export const cleanText = (text: string): string | null => tidyText(text) || null;

/** All white space removed: codes, phone numbers, headings. */
export const squeeze = (text: string): string => toHalfWidth(text).replace(/\s+/g, '');
