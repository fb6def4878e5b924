import type { ChartCell } from './chart-take-away';
import classes from './heat-table.module.css';
import { ScrollRegion } from './scroll-region';

export interface HeatCell extends ChartCell {
  /** What the number is made of, for those who point at it and for readers. */
  readonly title: string;
  /** 0 pale … 5 deep; null = no colour. */
  readonly level: 0 | 1 | 2 | 3 | 4 | 5 | null;
}
export interface HeatRow {
  readonly key: string;
  readonly name: string;
  readonly onOpen?: () => void;
  readonly cells: readonly HeatCell[];
}

interface HeatTableProps {
  readonly label: string;
  /** Headings, each different: the first is that of the row names. */
  readonly columns: readonly string[];
  readonly rows: readonly HeatRow[];
}

/** A table whose cells are the deeper the larger their number: it is its own table view. */
export function HeatTable({ label, columns, rows }: HeatTableProps) {
  return (
    <ScrollRegion className={classes['scroll']} label={label}>
      <table className={classes['table']}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">
                {row.onOpen ? (
                  <button type="button" className={classes['name']} onClick={row.onOpen}>
                    {row.name}
                  </button>
                ) : (
                  row.name
                )}
              </th>
              {row.cells.map((cell, i) => (
                <td
                  key={columns[i + 1]}
                  className={classes['cell']}
                  data-level={cell.level ?? undefined}
                  title={cell.title}
                >
                  {cell.onOpen ? (
                    <button type="button" aria-label={`${row.name} ${cell.title}`} onClick={cell.onOpen}>
                      {cell.text}
                    </button>
                  ) : (
                    <span>{cell.text}</span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** Depth of a share of 1. */
export const levelOf = (share: number | null): HeatCell['level'] =>
  // Six steps; the cast is safe because the value is held between 0 and 5.
  share === null ? null : (Math.max(0, Math.min(5, Math.floor(share * 6))) as 0 | 1 | 2 | 3 | 4 | 5);
