/** What a document says, as one short text: equal for equal content, whatever order its fields lie in. */
import { sha256, sha256OfText } from '@shared/lib/sha256';

/** Hexadecimal digits; 64 bits are far more than chance ever hits in a register. */
const length = 16;

/** @param content plain data; a field that is undefined counts as missing, as it does on the disk */
export const contentSum = (content: unknown): string => digestOf(sortedJson(content)).slice(0, length);

const encoder = new TextEncoder();
/** A start sums thousands of documents in a row: a buffer for each was 30 MB that lay about until the page had rest. */
const scratch = new Uint8Array(32 * 1024);
/** Of one UTF-16 unit in UTF-8. */
const mostBytes = 3;

function digestOf(text: string): string {
  if (text.length * mostBytes > scratch.length) return sha256OfText(text);
  const { written } = encoder.encodeInto(text, scratch);
  return sha256(scratch.subarray(0, written));
}

function sortedJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(sortedJson).join()}]`;
  const fields = Object.entries(value).filter(([, part]) => part !== undefined);
  fields.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, part]) => `${JSON.stringify(name)}:${sortedJson(part)}`).join()}}`;
}
