import { type ReactNode, useRef } from 'react';
import classes from './chart-frame.module.css';
import { type ChartTable, ChartTakeAway } from './chart-take-away';
import { Panel } from './panel';

interface TablePanelProps {
  readonly title: string;
  readonly note?: string;
  /** What can be done here, said behind the note on the page only. */
  readonly hint?: string;
  readonly tools?: ReactNode;
  /** The same numbers for a workbook; null while they are not there. */
  readonly table: ChartTable | null;
  readonly children: ReactNode;
}

/** A panel that is its own table view, to be taken away like a chart. */
export function TablePanel({ title, note, hint, tools, table, children }: TablePanelProps) {
  const shown = useRef<HTMLDivElement>(null);
  const told = note === undefined ? {} : { note };
  return (
    <Panel
      title={title}
      {...(note === undefined ? {} : { note })}
      {...(hint === undefined ? {} : { hint })}
      tools={
        <>
          {tools}
          {table !== null && (
            <ChartTakeAway title={title} {...told} table={table} picture={() => shown.current} />
          )}
        </>
      }
    >
      <div className={classes['chart']} ref={shown}>
        {children}
      </div>
    </Panel>
  );
}
