/** 自检: is what lies on the disk whole, is it what the program shows, and does it hold all that was ever saved? */
import { type CollectionName, collectionSchemas } from '@shared/domain/collections';
import type { LedgerDocument } from '@shared/domain/document';
import { digestOf, type Numbered } from '@shared/sync/digest';
import { breathe } from '../breathe';
import type { OpenTables } from '../county/outbox';
import { confirmSuspects, type Losses } from '../fingerprints/check-documents';
import type { FingerprintBook } from '../fingerprints/fingerprint-book';
import { judgeRow } from '../fingerprints/judge-row';
import type { WritableTable } from '../live-table';
import type { JournalFile } from './journal-file';
import { missingEdits } from './missing-edits';
import { knownTo } from './replay-missing';
import { readFrom } from './self-check';

export interface CollectionCheck {
  readonly collection: CollectionName;
  /** Documents on the disk, those in the bin among them. */
  readonly count: number;
  readonly binCount: number;
  /** Over ids and revisions, as in backups. */
  readonly digest: string;
  /** The program shows exactly these. */
  readonly isShown: boolean;
  /** Documents that are not of the present shape. */
  readonly misshapenCount: number;
  /** Documents whose sealed part does not open. */
  readonly damagedCount: number;
  /** Documents that are just as the program last took them down. */
  readonly sameCount: number;
  /** Documents that are not, though the program did not touch them since. */
  readonly losses: Losses;
}

export interface JournalCheck {
  readonly editCount: number;
  /** Edits that were shown as saved and are not in the register. */
  readonly missingCount: number;
  /** Lines that cannot be read. */
  readonly damagedCount: number;
}

export interface RegisterCheck {
  readonly at: string;
  /** Of the whole register: the one its backup names. */
  readonly digest: string;
  readonly collections: readonly CollectionCheck[];
  /** null without a journal. */
  readonly journal: JournalCheck | null;
}

interface Examined {
  readonly open: OpenTables;
  readonly journal: JournalFile | null;
  /** null: nobody takes down what documents look like. */
  readonly book: FingerprintBook | null;
}

export async function examineRegister({ open, journal, book }: Examined, at: string): Promise<RegisterCheck> {
  const collections: CollectionCheck[] = [];
  const all: Numbered[] = [];
  for (const name of open.names)
    collections.push(await examineTable({ collection: name, table: open.tables(name), book }, all));
  return {
    at,
    digest: digestOf(all),
    collections,
    journal: journal && (await examineJournal(open, journal)),
  };
}

interface ExaminedTable {
  readonly collection: CollectionName;
  readonly table: WritableTable<LedgerDocument>;
  readonly book: FingerprintBook | null;
}

/** @param all takes what is found here, too */
async function examineTable(
  { collection, table, book }: ExaminedTable,
  all: Numbered[],
): Promise<CollectionCheck> {
  const prints = (await book?.read(collection))?.prints ?? new Map();
  const suspects: string[] = [];
  let sameCount = 0;
  const found: Numbered[] = [];
  let binCount = 0;
  let misshapenCount = 0;
  for await (const page of table.readAnew()) {
    for (const row of page) {
      const { document } = row;
      if (document === null) continue;
      const verdict = judgeRow(prints.get(document.id), row);
      sameCount += verdict === 'same' ? 1 : 0;
      if (verdict === 'changed' || verdict === 'older') suspects.push(document.id);
      found.push({ id: document.id, seq: document.rev });
      binCount += document.deletedAt === null ? 0 : 1;
      misshapenCount += collectionSchemas[collection].safeParse(document).success ? 0 : 1;
    }
    await breathe();
  }
  for (const one of found) all.push(one);
  const present = new Set(found.map(({ id }) => id));
  for (const id of prints.keys()) if (!present.has(id)) suspects.push(id);
  const digest = digestOf(found);
  const shown = digestOf(table.allIncludingDeleted().map(({ id, rev }) => ({ id, seq: rev })));
  const damagedCount = table.damagedIds.size;
  return {
    collection,
    count: found.length,
    binCount,
    digest,
    isShown: digest === shown,
    misshapenCount,
    damagedCount,
    sameCount,
    losses: book ? await confirmSuspects(collection, table, book, suspects) : noLosses,
  };
}

const noLosses: Losses = { missing: [], changed: [], older: [] };

async function examineJournal(open: OpenTables, file: JournalFile): Promise<JournalCheck> {
  const { events, damagedCount } = await readFrom(file, null);
  const editCount = events.reduce((sum, event) => sum + (event.kind === 'edits' ? event.edits.length : 0), 0);
  return { editCount, missingCount: missingEdits(events, knownTo(open)).length, damagedCount };
}
