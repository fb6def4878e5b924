/** Text normalization for matching and parsing; what is stored keeps the clerk's own spelling. */

/** Full-width ASCII and ideographic/no-break spaces to their half-width forms; newlines to spaces. */
export function toHalfWidth(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\uFF01-\uFF5E]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00A0\u2007\u202F\r\n\t]/g, ' ')
    .replace(/[\u200B-\u200D\uFEFF]/g, '');
}

/** Half-width, single inner spaces, trimmed. Empty text is null. */
export function cleanText(text: string): string | null {
  const clean = toHalfWidth(text).replace(/ +/g, ' ').trim();
  return clean === '' ? null : clean;
}

/** All white space removed: codes, phone numbers, headings. */
export const squeeze = (text: string): string => toHalfWidth(text).replace(/\s+/g, '');
