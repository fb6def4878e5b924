/** The conflicts of the register in the order they are worked through, and what they can be narrowed down to. */
import type { Lookups } from '@renderer/data/format-value';
import type { RegisterStore } from '@renderer/data/register-store';
import { collectionLabels } from '@shared/domain/collections';
import type { Conflict } from '@shared/domain/conflict';
import { type ConflictView, viewConflict } from './conflict-view';
import type { ConflictsSearch } from './conflicts-search';

export interface ConflictLists {
  readonly open: readonly ConflictView[];
  /** Latest first. */
  readonly settled: readonly ConflictView[];
}

const collator = new Intl.Collator('zh-CN', { numeric: true });

/** Records next to each other, their fields too: one look at the paper settles several. */
const byRecord = (a: ConflictView, b: ConflictView): number =>
  a.collection.localeCompare(b.collection) ||
  collator.compare(a.title, b.title) ||
  a.conflict.documentId.localeCompare(b.conflict.documentId) ||
  collator.compare(a.fieldLabel, b.fieldLabel) ||
  a.id.localeCompare(b.id);

const settledAtOf = ({ conflict }: ConflictView): string => conflict.settledAt ?? '';

export function listConflicts(register: Pick<RegisterStore, 'table'>, lookups: Lookups): ConflictLists {
  const views = register
    .table('conflicts')
    .all()
    .filter((document): document is Conflict => document.kind === 'conflict')
    .flatMap((conflict) => viewConflict(conflict, register, lookups) ?? []);
  const isOpen = ({ conflict }: ConflictView) => conflict.state === 'open';
  return {
    open: views.filter(isOpen).sort(byRecord),
    settled: views
      .filter((view) => !isOpen(view))
      .sort((a, b) => settledAtOf(b).localeCompare(settledAtOf(a)) || byRecord(a, b)),
  };
}

export interface Option {
  readonly value: string;
  readonly label: string;
}

export const fieldOptionOf = ({ collection, fieldKey }: ConflictView): string => `${collection} ${fieldKey}`;

/** Tables and fields that occur, with how often. */
export const tableOptions = (views: readonly ConflictView[]): Option[] =>
  countedOptions(
    views,
    ({ collection }) => collection,
    ({ collection }) => collectionLabels[collection],
  );

export const fieldOptions = (views: readonly ConflictView[]): Option[] =>
  countedOptions(views, fieldOptionOf, (view) => fieldNameOf(view));

/** Entries are told apart in the label of a path: 覆盖单位（青溪纸业）·止. For a choice of fields they are one. */
const fieldNameOf = ({ fieldLabel, fieldKey }: ConflictView): string =>
  fieldKey.includes('*') ? fieldLabel.replace(/（[^（）]*）/g, '') : fieldLabel;

function countedOptions(
  views: readonly ConflictView[],
  keyOf: (view: ConflictView) => string,
  labelOf: (view: ConflictView) => string,
): Option[] {
  const counts = new Map<string, { label: string; count: number }>();
  for (const view of views) {
    const known = counts.get(keyOf(view));
    if (known) known.count += 1;
    else counts.set(keyOf(view), { label: labelOf(view), count: 1 });
  }
  return [...counts].map(([value, { label, count }]) => ({ value, label: `${label}（${count}）` }));
}

export const narrowed = (
  views: readonly ConflictView[],
  { table, field }: Pick<ConflictsSearch, 'table' | 'field'>,
): ConflictView[] =>
  views.filter(
    (view) =>
      (table === undefined || view.collection === table) &&
      (field === undefined || fieldOptionOf(view) === field),
  );
