/** Rows after sorting and filtering, each step redone only when its own input changed. */
import { useMemo } from 'react';
import type { DataGridProps } from './grid-types';
import { buildFilter, sortRows } from './row-pipeline';

export function useShownRows<R>({
  rows,
  columns,
  view,
  isRowShown,
}: Pick<DataGridProps<R>, 'rows' | 'columns' | 'view' | 'isRowShown'>): readonly R[] {
  const { sort, filters } = view;
  const sorted = useMemo(() => sortRows(rows, columns, sort), [rows, columns, sort]);
  return useMemo(() => {
    const passes = buildFilter(columns, filters);
    if (passes === null && isRowShown === undefined) return sorted;
    return sorted.filter((row) => (isRowShown?.(row) ?? true) && (passes?.(row) ?? true));
  }, [sorted, columns, filters, isRowShown]);
}
