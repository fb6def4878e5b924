import type { ReactNode } from 'react';
import classes from './unit-detail.module.css';

export interface PlainColumn<T> {
  readonly label: string;
  readonly cell: (item: T) => ReactNode;
  readonly isNumber?: boolean;
  readonly isNarrow?: boolean;
}

interface PlainTableProps<T> {
  readonly label: string;
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string;
  readonly columns: readonly PlainColumn<T>[];
  /** What belongs here, when there is nothing. */
  readonly empty: string;
  readonly isPast?: (item: T) => boolean;
}

/** A short list; past entries are paler. */
export function PlainTable<T>({ label, items, keyOf, columns, empty, isPast }: PlainTableProps<T>) {
  if (items.length === 0) return <p className={classes['nothing']}>{empty}</p>;
  return (
    <table className={classes['table']} aria-label={label}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.label} scope="col" data-number={column.isNumber || undefined}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={keyOf(item)} data-past={isPast?.(item) || undefined}>
            {columns.map((column) => (
              <td
                key={column.label}
                data-number={column.isNumber || undefined}
                data-narrow={column.isNarrow || undefined}
              >
                {column.cell(item)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** From when to when; an open end is 至今. */
export const spanText = (from: string | null, to: string | null): string =>
  `${from ?? '起始未填'} 至 ${to ?? '今'}`;

export const yesNo = (value: boolean | null): string => (value === null ? '未填' : value ? '是' : '否');
