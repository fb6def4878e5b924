import { SegmentedControl, VisuallyHidden } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import classes from './chart-frame.module.css';
import type { ChartTable } from './chart-take-away';
import { ScrollRegion } from './scroll-region';
import { TablePanel } from './table-panel';

interface ChartFrameProps {
  readonly title: string;
  readonly note?: string;
  /** What can be done here, said behind the note on the page only. */
  readonly hint?: string;
  readonly tools?: ReactNode;
  /** The message of the chart in one or two sentences, for those who do not see it. */
  readonly summary: string;
  readonly table: ChartTable;
  readonly children: ReactNode;
}

/** A chart with its table one click away; numbers in the table open the same lists as the marks. */
export function ChartFrame({ title, note, hint, tools, summary, table, children }: ChartFrameProps) {
  const [view, setView] = useState('chart');
  return (
    <TablePanel
      title={title}
      {...(note === undefined ? {} : { note })}
      {...(hint === undefined ? {} : { hint })}
      table={table}
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
        <>
          <VisuallyHidden>{summary}</VisuallyHidden>
          {children}
        </>
      ) : (
        <FrameTable title={title} table={table} />
      )}
    </TablePanel>
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
                  {cell.counted && (
                    <span className={classes['note']}>
                      {cell.counted.numerator}/{cell.counted.denominator}
                    </span>
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
