import type { ReadRecord, ReadSheet } from './model';
import type { PlannedCollection } from './plan-model';
import type { Proposal } from './planning';
import { nameOf } from './read-values';

type RowPart = 'key' | 'sheet' | 'rows' | 'collection' | 'label' | 'isHidden' | 'problems' | 'takesProblems';

/** What the proposal of a row of its own says of the row. @param index of the row in its list of the sheet */
export const proposalOfRow = <C extends PlannedCollection>(
  collection: C,
  read: ReadRecord,
  sheet: ReadSheet,
  index: number,
): Pick<Proposal<C>, RowPart> => ({
  key: `${sheet.name}|${collection}|${read.row}|${index}`,
  sheet: sheet.name,
  rows: [read.row],
  collection,
  label: nameOf(read),
  isHidden: read.isHidden,
  problems: [],
  takesProblems: true,
});
