/** A pasted list of villages: from a column in Excel, a line in a document, or typed one by one. */
import { cleanText } from '@shared/lib/text';

/**
 * Names in the order given, each once. Separated by line breaks, tabs, commas, semicolons or 、; a number in
 * front (1. 2、 （3）) is dropped.
 */
export function parseVillageList(pasted: string): string[] {
  const names = pasted
    .split(/[\n\r\t,，;；、]+/)
    .map((part) => cleanText(part)?.replace(/^[（(]?\d+[.．)）]?\s*/, '') ?? '')
    .filter((name) => name !== '');
  return [...new Set(names)];
}
