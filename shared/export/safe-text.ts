/** Text that no spreadsheet will take for a formula and no XML reader refuses. Every writer passes its texts through here. */

/** Control characters, halves of surrogate pairs and the two code points XML excludes. Line breaks stay. */
const unprintable =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the point
  /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
/** Chinese spreadsheets read the full-width signs as formula starts too. */
const formulaStart = /^\s*[=+\-@＝＋－＠]/;
const plainNumber = /^[-+]?\d+(\.\d+)?%?$/;
const errorSign = /^#(VALUE!|REF!|N\/A|NAME\?|NULL!|DIV\/0!|NUM!|GETTING_DATA|SPILL!|CALC!)$/;

/** The common case, which needs none of the checks: Chinese, letters, digits and the usual signs between them. */
const harmless = /^[\u4E00-\u9FFF0-9A-Za-z√×—][\u4E00-\u9FFF0-9A-Za-z√×—、，。：；()（） .-]*$/;

/** Line breaks alike, and nothing a document cannot hold; for files that run no formulas. */
export const printableText = (text: string): string => text.replace(/\r\n?/g, '\n').replace(unprintable, '');

/**
 * Strips what cannot be printed and puts an apostrophe before what a spreadsheet would run. The apostrophe is the
 * sign spreadsheets themselves use for "this is text". Idempotent.
 */
export function safeText(text: string): string {
  if (harmless.test(text)) return text;
  const printable = printableText(text);
  if (plainNumber.test(printable)) return printable;
  return formulaStart.test(printable) || errorSign.test(printable) ? `'${printable}` : printable;
}
