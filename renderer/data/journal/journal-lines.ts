/** What is written into the journal: one line per event, each with a check sum, because the last one may be half a line. */
import { collectionNames } from '@shared/domain/collections';
import { editSchema } from '@shared/domain/edit';
import { id } from '@shared/domain/values';
import { sha256OfText } from '@shared/lib/sha256';
import { z } from 'zod';

export const journaledEdit = z.strictObject({
  collection: z.enum(collectionNames),
  documentId: id,
  edit: editSchema,
  /** The document a `create` begins with; null for changes. */
  content: z.record(z.string(), z.unknown()).nullable(),
});
export type JournaledEdit = z.infer<typeof journaledEdit>;

const journalEvent = z.discriminatedUnion('kind', [
  /** About to be saved. */
  z.strictObject({ kind: z.literal('edits'), edits: z.array(journaledEdit) }),
  /** Could not be saved after all; the person was told. */
  z.strictObject({ kind: z.literal('withdrawn'), editIds: z.array(id) }),
  /** The county has them, or they wait in the parking bay. */
  z.strictObject({ kind: z.literal('settled'), editIds: z.array(id) }),
  /** A person emptied or replaced the register: nothing before this is missing from it. */
  z.strictObject({ kind: z.literal('cleared') }),
]);
export type JournalEvent = z.infer<typeof journalEvent>;

const sumLength = 8;
const sumOf = (json: string): string => sha256OfText(json).slice(0, sumLength);

export function formatEvent(event: JournalEvent): string {
  const json = JSON.stringify(event);
  return `${sumOf(json)} ${json}\n`;
}

export interface ParsedJournal {
  readonly events: readonly JournalEvent[];
  /** Lines that were there but could not be read. A power cut leaves at most one, at the end. */
  readonly damagedCount: number;
}

export function parseEvents(text: string): ParsedJournal {
  const events: JournalEvent[] = [];
  let damagedCount = 0;
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const event = parseLine(line);
    if (event) events.push(event);
    else damagedCount += 1;
  }
  return { events, damagedCount };
}

function parseLine(line: string): JournalEvent | null {
  const json = line.slice(sumLength + 1);
  if (line.slice(0, sumLength) !== sumOf(json)) return null;
  const parsed = journalEvent.safeParse(JSON.parse(json));
  return parsed.success ? parsed.data : null;
}
