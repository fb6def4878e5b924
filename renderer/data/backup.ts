/**
 * The whole register as one readable file, with history and deleted records, and back: checked in full before anything
 * is touched (restore-backup.ts).
 */
import {
  type CollectionName,
  collectionLabels,
  collectionNames,
  collectionSchemas,
  type Register,
} from '@shared/domain/collections';
import type { LedgerDocument } from '@shared/domain/document';
import { backupProblems } from '@shared/problems/backup-problems';
import type { Problem } from '@shared/problems/problem';
import { z } from 'zod';
import { broughtUp, type SchemaSteps, schemaSteps, schemaVersions } from './storage/schema-versions';

const format = 'two-new-ledger-backup';
const formatVersion = 1;

/** Only the envelope: documents are checked one by one, so that a damaged one can be named. */
const fileSchema = z.object({
  format: z.literal(format),
  formatVersion: z.int(),
  madeAt: z.string(),
  /** Versions of the documents' shapes; files of the first programs name none and hold the first. */
  schemaVersions: z.record(z.string(), z.int().min(0)).default({}),
  documents: z.record(z.string(), z.array(z.unknown())),
});

export interface Backup {
  /** Instant it was made, UTC. */
  readonly madeAt: string;
  readonly register: Register;
  /** All documents, deleted ones included. */
  readonly count: number;
}

/** Documents per piece of the text: the page may breathe between two of them. */
const pieceSize = 200;

/** The text of a backup, piece by piece. */
export function* backupPieces(register: Register, madeAt: string): Generator<string> {
  yield `{"format":"${format}","formatVersion":${formatVersion},"madeAt":${JSON.stringify(madeAt)},`;
  yield `"schemaVersions":${JSON.stringify(schemaVersions)},"documents":{`;
  for (const [index, name] of collectionNames.entries()) {
    yield `${index === 0 ? '' : ','}"${name}":[`;
    const documents: readonly LedgerDocument[] = register[name];
    for (let from = 0; from < documents.length; from += pieceSize) {
      const piece = documents.slice(from, from + pieceSize).map((document) => JSON.stringify(document));
      yield `${from === 0 ? '' : ','}${piece.join(',')}`;
    }
    yield ']';
  }
  yield '}}';
}

export const writeBackup = (register: Register, madeAt: string): string =>
  [...backupPieces(register, madeAt)].join('');

/** Documents of a register, deleted ones included. */
export const countOf = (register: Register): number =>
  collectionNames.reduce((sum, name) => sum + register[name].length, 0);

/**
 * Checks every document; those of an older program are brought up to the present shape first.
 * @param steps tests bring their own
 */
export function readBackup(
  text: string,
  steps: SchemaSteps = schemaSteps,
): { readonly backup: Backup } | { readonly problem: Problem } {
  const file = fileSchema.safeParse(parseJson(text));
  if (!file.success) return { problem: backupProblems.notABackup({}) };
  if (file.data.formatVersion > formatVersion) return { problem: backupProblems.newerFormat({}) };
  const lists: [CollectionName, unknown[]][] = [];
  for (const name of collectionNames) {
    const version = file.data.schemaVersions[name] ?? 0;
    const known = steps[name] ?? [];
    if (version > known.length) return { problem: backupProblems.newerFormat({}) };
    const checked = (file.data.documents[name] ?? []).map((document) =>
      checkDocument(name, broughtUp(document, known.slice(version))),
    );
    const damaged = checked.find((one) => 'problem' in one);
    if (damaged && 'problem' in damaged) return { problem: damaged.problem };
    lists.push([name, checked.flatMap((one) => ('document' in one ? [one.document] : []))]);
  }
  // Every list holds what the schema under its own name accepted.
  const register = Object.fromEntries(lists) as unknown as Register;
  return { backup: { madeAt: file.data.madeAt, register, count: countOf(register) } };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function checkDocument(
  collection: CollectionName,
  document: unknown,
): { readonly document: unknown } | { readonly problem: Problem } {
  const parsed = collectionSchemas[collection].safeParse(document);
  if (parsed.success) return { document: parsed.data };
  const issue = parsed.error.issues[0];
  const reason = issue ? `${issue.path.join('.')} ${issue.message}` : '';
  const details = { collection: collectionLabels[collection], name: nameOf(document), reason };
  return { problem: backupProblems.damagedDocument(details) };
}

const nameOf = (document: unknown): string =>
  typeof document === 'object' && document !== null && 'name' in document ? String(document.name) : '';
