/** The proof that device and county hold the same (SPEC.md, AGREE-1). */
import { sha256OfText } from '@shared/lib/sha256';

export interface Numbered {
  readonly id: string;
  readonly seq: number;
}

/**
 * Digest over ids and county numbers, whatever order they come in: 64 hexadecimal digits. Ids are compared by
 * code unit, never by a locale, so every machine gets the same order.
 */
export function digestOf(documents: readonly Numbered[]): string {
  const lines = documents.map(({ id, seq }) => `${id}:${seq}\n`).sort();
  return sha256OfText(lines.join(''));
}
