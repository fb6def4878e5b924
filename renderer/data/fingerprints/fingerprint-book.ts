/**
 * What every document looked like when the program last saw it whole on the disk. It lies beside the documents, sealed
 * like them. It may lag behind the register, never run ahead of it: entries are made from what is on the disk, and what
 * is going to be removed is struck out before it is. So a crash anywhere leaves nothing that looks like a loss.
 */
import type { Sealer } from '@renderer/keys/sealer';
import type { CollectionName } from '@shared/domain/collections';
import type { LedgerDocument } from '@shared/domain/document';
import { z } from 'zod';
import { byCollection, type DocumentRef } from '../county/write-documents';
import type { WritableTable } from '../live-table';
import { type LocalSlot, localSlot } from '../storage/local-slot';
import type { RegisterDatabase } from '../storage/open-database';
import type { StoredRow } from '../storage/table-storage';
import { contentSum } from './content-sum';

/** Called again and again: lets the page breathe when it is time. @throws to give up */
export type Pace = () => Promise<void> | void;

/** The database's own revision of a document, and what the document said then. */
export type Fingerprint = readonly [revision: string, sum: string];

export interface BookEntries {
  readonly prints: ReadonlyMap<string, Fingerprint>;
  /** Documents whose removal was announced. */
  readonly going: readonly string[];
}

type ReadTable = Pick<WritableTable<LedgerDocument>, 'readRows'>;

export interface FingerprintBook {
  read(collection: CollectionName): Promise<BookEntries>;
  /**
   * Takes down how these documents lie on the disk now; those that are not there are struck out.
   * @param pace what is taken down until it gives up stays so
   */
  record(collection: CollectionName, table: ReadTable, ids: readonly string[], pace?: Pace): Promise<void>;
  /** To be called before documents are removed for good. */
  expectRemoval(collection: CollectionName, rows: readonly StoredRow<LedgerDocument>[]): Promise<void>;
  /** To be called before something puts documents back that were lost: their count of writes begins anew. */
  strikeOut(refs: readonly DocumentRef[]): Promise<void>;
}

const page = z.object({
  prints: z.record(z.string(), z.tuple([z.string(), z.string()])),
  /** Documents about to be removed, and the state they were in: nobody takes that state down again. */
  going: z.record(z.string(), z.string()),
});
interface Page {
  readonly prints: Record<string, Fingerprint>;
  readonly going: Record<string, string>;
}

/** Pages of one collection: an edit rewrites one of them, not the whole book. */
const pageCount = 16;

/** Documents taken down in one write of a page; other small values wait meanwhile. */
const writtenAtOnce = 250;
/** Documents read between two breaths. */
const readAtOnce = 40;

const pageOf = (id: string): number => {
  let sum = 0;
  for (let i = 0; i < id.length; i++) sum += id.charCodeAt(i);
  return sum % pageCount;
};

const stateOf = ({ envelope }: StoredRow<LedgerDocument>): string => `${envelope._rev}/${envelope._meta.lwt}`;

export function openFingerprintBook(database: RegisterDatabase, sealer: Sealer | null): FingerprintBook {
  const slotOf = (collection: CollectionName, number: number): LocalSlot =>
    localSlot(database, `fingerprints/${collection}/${number}`, sealer);
  const changePage = (
    collection: CollectionName,
    number: number,
    change: (now: Page) => void | Promise<void>,
  ) =>
    slotOf(collection, number).change(async (now) => {
      const next = pageFrom(now);
      await change(next);
      return { ...next };
    });
  return {
    async read(collection) {
      const prints = new Map<string, Fingerprint>();
      const going: string[] = [];
      for (let number = 0; number < pageCount; number++) {
        const slot = slotOf(collection, number);
        const found = await slot.find();
        const stored = pageFrom(found && (await slot.open(found.slot)));
        for (const [id, print] of Object.entries(stored.prints)) prints.set(id, print);
        for (const id of Object.keys(stored.going)) going.push(id);
      }
      return { prints, going };
    },
    async record(collection, table, ids, pace = () => {}) {
      for (const [number, own] of byPage(ids, (id) => id))
        for (const some of inParts(own, writtenAtOnce))
          await changePage(collection, number, async (now) => {
            for (const part of inParts(some, readAtOnce)) {
              await pace();
              takeDown(now, part, await table.readRows(part));
            }
          });
    },
    async expectRemoval(collection, rows) {
      for (const [number, own] of byPage(rows, ({ id }) => id))
        await changePage(collection, number, ({ prints, going }) => {
          for (const row of own) {
            delete prints[row.id];
            going[row.id] = stateOf(row);
          }
        });
    },
    async strikeOut(refs) {
      for (const [collection, own] of byCollection(refs))
        for (const [number, some] of byPage(own, ({ id }) => id))
          await changePage(collection, number, ({ prints }) => {
            for (const { id } of some) delete prints[id];
          });
    },
  };
}

/** A page that cannot be understood is begun anew: the book is a help, not the register. */
function pageFrom(stored: unknown): Page {
  const parsed = page.safeParse(stored);
  return parsed.success ? parsed.data : { prints: {}, going: {} };
}

function takeDown(
  { prints, going }: Page,
  ids: readonly string[],
  rows: readonly StoredRow<LedgerDocument>[],
): void {
  const found = new Map(rows.map((row) => [row.id, row]));
  for (const id of ids) {
    const row = found.get(id);
    if (row && going[id] === stateOf(row)) continue;
    delete going[id];
    if (row?.document) prints[id] = [row.envelope._rev, contentSum(row.document)];
    else delete prints[id];
  }
}

function* inParts<T>(all: readonly T[], size: number): Generator<readonly T[]> {
  for (let start = 0; start < all.length; start += size) yield all.slice(start, start + size);
}

function byPage<T>(all: readonly T[], idOf: (one: T) => string): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const one of all) {
    const number = pageOf(idOf(one));
    const known = groups.get(number);
    if (known) known.push(one);
    else groups.set(number, [one]);
  }
  return groups;
}
