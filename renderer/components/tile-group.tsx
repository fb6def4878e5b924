import { type ReactNode, useRef } from 'react';
import { type ChartTable, ChartTakeAway } from './chart-take-away';
import classes from './tile-group.module.css';

interface TileGroupProps {
  readonly title: string;
  /** How the tiles lie. */
  readonly layout: string | undefined;
  /** The same numbers for a workbook. */
  readonly table: ChartTable;
  readonly children: ReactNode;
}

/** Figures that belong together, to be taken away like a chart. */
export function TileGroup({ title, layout, table, children }: TileGroupProps) {
  const shown = useRef<HTMLDivElement>(null);
  return (
    <section className={classes['group']} aria-label={title}>
      <div className={layout} ref={shown}>
        {children}
      </div>
      <div className={classes['corner']}>
        <ChartTakeAway title={title} table={table} picture={() => shown.current} />
      </div>
    </section>
  );
}
