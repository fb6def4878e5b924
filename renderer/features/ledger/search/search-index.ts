/**
 * Searchable text of every record of a table, kept up to date record by record. Names are there at once; their
 * pinyin follows in slices while the page stays free, and pinyin-pro itself is loaded the first time.
 */
import { createObservable } from '@renderer/data/observable';
import type { Observable, RegisterStore } from '@renderer/data/register-store';
import { tableModel } from '../tables/all-tables';
import type { LedgerDocumentOf, LedgerTable } from '../tables/table-model';
import { pinyinText, plainText, type ReadPinyin } from './pinyin-text';

export interface SearchIndex {
  /** Lower-case text without spaces; undefined for records the table does not have. */
  textOf(id: string): string | undefined;
  /** Grows when texts changed. */
  readonly version: Observable<number>;
}

const sliceMs = 8;

async function loadPinyin(): Promise<ReadPinyin> {
  const { pinyin } = await import('pinyin-pro');
  return (text, mode) =>
    pinyin(text, {
      toneType: 'none',
      type: 'array',
      v: true,
      mode,
      nonZh: 'consecutive',
    });
}

const idle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

interface Entry {
  readonly document: LedgerDocumentOf;
  readonly text: string;
}

export function createSearchIndex(
  register: Pick<RegisterStore, 'table'>,
  table: LedgerTable,
  load: () => Promise<ReadPinyin> = loadPinyin,
): SearchIndex {
  const { searched } = tableModel(table);
  const entries = new Map<string, Entry>();
  const version = createObservable(0);
  const waiting = new Set<string>();
  let isReading = false;

  const put = (id: string): void => {
    const document: LedgerDocumentOf | undefined = register.table(table).getIncludingDeleted(id);
    if (document === undefined) entries.delete(id);
    else if (entries.get(id)?.document !== document) {
      entries.set(id, { document, text: plainText(searched(document)) });
      waiting.add(id);
    }
  };
  async function readWaiting(): Promise<void> {
    if (isReading || waiting.size === 0) return;
    isReading = true;
    try {
      const read = await load();
      while (waiting.size > 0) {
        readSlice(read);
        version.set(version.get() + 1);
        await idle();
      }
    } finally {
      isReading = false;
    }
  }
  function readSlice(read: ReadPinyin): void {
    const end = performance.now() + sliceMs;
    for (const id of waiting) {
      const entry = entries.get(id);
      waiting.delete(id);
      if (entry === undefined) continue;
      const texts = searched(entry.document);
      entries.set(id, { ...entry, text: `${plainText(texts)}\n${pinyinText(texts, read)}` });
      if (performance.now() > end) return;
    }
  }
  const update = (ids: Iterable<string>): void => {
    for (const id of ids) put(id);
    version.set(version.get() + 1);
    // Without pinyin the search by characters still works, so a failed download is not worth a message.
    readWaiting().catch(() => waiting.clear());
  };
  const documents: readonly LedgerDocumentOf[] = register.table(table).allIncludingDeleted();
  update(documents.map((document) => document.id));
  register.table(table).subscribe(update);
  return { textOf: (id) => entries.get(id)?.text, version };
}

/** One index per register and table for as long as the register lives. */
const indexes = new WeakMap<object, Map<LedgerTable, SearchIndex>>();

export function searchIndexOf(register: RegisterStore, table: LedgerTable): SearchIndex {
  const known = indexes.get(register) ?? new Map<LedgerTable, SearchIndex>();
  indexes.set(register, known);
  const found = known.get(table) ?? createSearchIndex(register, table);
  known.set(table, found);
  return found;
}
