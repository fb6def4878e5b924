/** What a document says, as one short text: equal for equal content, whatever order its fields lie in. */
import { sha256OfText } from '@shared/lib/sha256';

/** Hexadecimal digits; 64 bits are far more than chance ever hits in a register. */
const length = 16;

/** @param content plain data; a field that is undefined counts as missing, as it does on the disk */
export const contentSum = (content: unknown): string => sha256OfText(sortedJson(content)).slice(0, length);

function sortedJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(sortedJson).join()}]`;
  const fields = Object.entries(value).filter(([, part]) => part !== undefined);
  fields.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, part]) => `${JSON.stringify(name)}:${sortedJson(part)}`).join()}}`;
}
