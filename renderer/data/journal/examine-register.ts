/** 自检: is what lies on the disk whole, is it what the program shows, and does it hold all that was ever saved? */
import { type CollectionName, collectionSchemas } from '@shared/domain/collections';
import type { LedgerDocument } from '@shared/domain/document';
import { digestOf, type Numbered } from '@shared/sync/digest';
import { breathe } from '../breathe';
import type { OpenTables } from '../county/outbox';
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

export async function examineRegister(
  open: OpenTables,
  journal: JournalFile | null,
  at: string,
): Promise<RegisterCheck> {
  const collections: CollectionCheck[] = [];
  const all: Numbered[] = [];
  for (const name of open.names) collections.push(await examineTable(name, open.tables(name), all));
  return {
    at,
    digest: digestOf(all),
    collections,
    journal: journal && (await examineJournal(open, journal)),
  };
}

/** @param all takes what is found here, too */
async function examineTable(
  collection: CollectionName,
  table: WritableTable<LedgerDocument>,
  all: Numbered[],
): Promise<CollectionCheck> {
  const found: Numbered[] = [];
  let binCount = 0;
  let misshapenCount = 0;
  for await (const page of table.readAnew()) {
    for (const { document } of page) {
      if (document === null) continue;
      found.push({ id: document.id, seq: document.rev });
      binCount += document.deletedAt === null ? 0 : 1;
      misshapenCount += collectionSchemas[collection].safeParse(document).success ? 0 : 1;
    }
    await breathe();
  }
  for (const one of found) all.push(one);
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
  };
}

async function examineJournal(open: OpenTables, file: JournalFile): Promise<JournalCheck> {
  const { events, damagedCount } = await readFrom(file, null);
  const editCount = events.reduce((sum, event) => sum + (event.kind === 'edits' ? event.edits.length : 0), 0);
  return { editCount, missingCount: missingEdits(events, knownTo(open)).length, damagedCount };
}
