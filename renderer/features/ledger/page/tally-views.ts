/** How many rows each view of a table lists. After an edit only the rows that changed are asked again. */
import type { LedgerDocumentOf, LedgerViewDefinition, ViewContext } from '../tables/table-model';
import type { Rows } from './build-rows';

export interface ViewTally {
  readonly views: readonly LedgerViewDefinition<LedgerDocumentOf>[];
  readonly rows: Rows;
  readonly context: ViewContext;
  /** In the order of the views. */
  readonly counts: readonly number[];
}

type Views = readonly LedgerViewDefinition<LedgerDocumentOf>[];

/** @param before tally of the rows as they were; null = none yet */
export function tallyViews(
  views: Views,
  rows: Rows,
  context: ViewContext,
  before: ViewTally | null,
): ViewTally {
  const isComparable =
    before !== null &&
    before.views === views &&
    before.context === context &&
    // A row more or less moves all those behind it.
    before.rows.length === rows.length;
  const counts: number[] = isComparable ? [...before.counts] : views.map(() => 0);
  const count = (row: Rows[number] | undefined, by: number) => {
    if (row === undefined) return;
    for (const [at, view] of views.entries()) {
      if (view.isListed(row, context)) counts[at] = (counts[at] ?? 0) + by;
    }
  };
  for (let at = 0; at < rows.length; at++) {
    const old = isComparable ? before.rows[at] : undefined;
    if (old === rows[at]) continue;
    count(old, -1);
    count(rows[at], 1);
  }
  return { views, rows, context, counts };
}
