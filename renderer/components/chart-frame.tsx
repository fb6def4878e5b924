import { SegmentedControl, VisuallyHidden } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import classes from './chart-frame.module.css';
import { Panel } from './panel';
import { ScrollRegion } from './scroll-region';

export interface ChartCell {
  readonly text: string;
  /** What the number is made of, small behind it. */
  readonly note?: string;
  /** Opens the list behind the number; absent where there is none. */
  readonly onOpen?: () => void;
}
export interface ChartTable {
  /** Headings, each different: the first is that of the row names. */
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly key: string;
    readonly name: string;
    readonly cells: readonly ChartCell[];
  }[];
}

interface ChartFrameProps {
  readonly title: string;
  readonly note?: string;
  readonly tools?: ReactNode;
  /** The message of the chart in one or two sentences, for those who do not see it. */
  readonly summary: string;
  readonly table: ChartTable;
  readonly children: ReactNode;
}

/** A chart with its table one click away; numbers in the table open the same lists as the marks. */
export function ChartFrame({ title, note, tools, summary, table, children }: ChartFrameProps) {
  const [view, setView] = useState('chart');
  return (
    <Panel
      title={title}
      {...(note === undefined ? {} : { note })}
      tools={
        <>
          {tools}
          <SegmentedControl
            size="xs"
            aria-label={`${title}的显示方式`}
            value={view}
            onChange={setView}
            data={[
              { value: 'chart', label: '图' },
              { value: 'table', label: '表格' },
            ]}
          />
        </>
      }
    >
      {view === 'chart' ? (
        <div className={classes['chart']}>
          <VisuallyHidden>{summary}</VisuallyHidden>
          {children}
        </div>
      ) : (
        <FrameTable title={title} table={table} />
      )}
    </Panel>
  );
}

function FrameTable({ title, table }: { readonly title: string; readonly table: ChartTable }) {
  return (
    <ScrollRegion className={classes['scroll']} label={`${title}表格`}>
      <table className={classes['table']}>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.name}</th>
              {row.cells.map((cell, index) => (
                <td key={table.columns[index + 1]}>
                  {cell.onOpen ? (
                    <button type="button" className={classes['link']} onClick={cell.onOpen}>
                      {cell.text}
                    </button>
                  ) : (
                    cell.text
                  )}
                  {cell.note !== undefined && <span className={classes['note']}>{cell.note}</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
