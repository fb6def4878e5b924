/** A sheet as a clerk types it: rows, merges and hidden rows, written by a library the importer's tests share with nobody. */
import { type BookType, type CellObject, utils, type WorkSheet, write } from '@e965/xlsx';

export type DraftCell = string | number | boolean | null | CellObject;

export class SheetDraft {
  readonly rows: DraftCell[][] = [];
  private readonly merges: NonNullable<WorkSheet['!merges']> = [];
  private readonly hidden = new Set<number>();
  constructor(readonly name: string) {}

  /** @returns 1-based row */
  add(values: readonly DraftCell[] = []): number {
    return this.rows.push([...values]);
  }
  blank(count: number): void {
    for (let i = 0; i < count; i++) this.add();
  }
  /** Rows 1-based, columns 0-based, inclusive; a single cell is left alone. */
  merge(top: number, left: number, bottom: number, right: number): void {
    if (top !== bottom || left !== right)
      this.merges.push({ s: { r: top - 1, c: left }, e: { r: bottom - 1, c: right } });
  }
  hide(row: number): void {
    this.hidden.add(row);
  }
  /** Heading rows top-down; equal neighbours merge sideways and short paths down, unless the office never merges. */
  heading(paths: readonly (readonly string[])[], isMerged = true): number[] {
    const depth = Math.max(...paths.map((path) => path.length));
    const first = this.rows.length + 1;
    for (let level = 0; level < depth; level++)
      this.add(paths.map((path, i) => (sameGroup(path, paths[i - 1], level) ? null : (path[level] ?? null))));
    if (isMerged)
      for (const [column, path] of paths.entries()) this.mergeHeading(paths, path, column, first, depth);
    return Array.from({ length: depth }, (_, i) => first + i);
  }
  private mergeHeading(
    paths: readonly (readonly string[])[],
    path: readonly string[],
    column: number,
    first: number,
    depth: number,
  ): void {
    if (path.length < depth) this.merge(first + path.length - 1, column, first + depth - 1, column);
    for (let level = 0; level < path.length - 1; level++) {
      if (sameGroup(path, paths[column - 1], level)) continue;
      let last = column;
      while (sameGroup(path, paths[last + 1], level)) last++;
      this.merge(first + level, column, first + level, last);
    }
  }
  toSheet(): WorkSheet {
    const sheet = utils.aoa_to_sheet(this.rows);
    sheet['!merges'] = this.merges;
    sheet['!rows'] = this.rows.map((_, i) => (this.hidden.has(i + 1) ? { hidden: true } : {}));
    return sheet;
  }
}

const sameGroup = (a: readonly string[], b: readonly string[] | undefined, level: number): boolean =>
  b !== undefined && level < a.length - 1 && a.slice(0, level + 1).every((part, i) => part === b[i]);

export function toBytes(drafts: readonly SheetDraft[], bookType: BookType = 'xlsx'): Uint8Array {
  const book = utils.book_new();
  for (const draft of drafts) utils.book_append_sheet(book, draft.toSheet(), draft.name);
  return new Uint8Array(write(book, { type: 'buffer', bookType }));
}
