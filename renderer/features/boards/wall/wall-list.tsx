import { Panel } from '@renderer/components/panel';
import { TargetBar } from '@renderer/components/target-bar';
import type { ReactNode } from 'react';
import classes from './wall.module.css';

export interface WallRow {
  readonly key: string;
  readonly name: string;
  /** Ready to show. */
  readonly value: string;
  /** What the value is made of, small beside it. */
  readonly note?: string;
  readonly tone?: string;
  readonly bar?: {
    readonly percent: number | null;
    readonly colour: string;
    readonly target?: number;
  };
}

interface WallListProps {
  readonly title: string;
  readonly note?: string;
  /** What most needs to be seen first. */
  readonly rows: readonly WallRow[];
  readonly most: number;
  /** Names that are long get the line to themselves, with the bar below; default: beside. */
  readonly bars?: 'beside' | 'below';
  /** 个乡镇, 台设备: how the rows that do not fit are counted. */
  readonly measure: string;
  /** Said where there is no row. */
  readonly none: ReactNode;
}

/** As many rows as fit, and how many more there are: a wall does not scroll. */
export function WallList({ title, note, rows, most, bars = 'beside', measure, none }: WallListProps) {
  const shown = rows.length > most ? rows.slice(0, most - 1) : rows;
  return (
    <Panel title={title} {...(note === undefined ? {} : { note })}>
      {rows.length === 0 ? (
        <p className={classes['none']}>{none}</p>
      ) : (
        <ul className={classes['list']}>
          {shown.map(({ key, name, value, note: small, tone, bar }) => (
            <li key={key} className={classes['row']} data-bar={bar && bars}>
              <span className={classes['name']}>{name}</span>
              {bar && <TargetBar {...bar} />}
              <span className={classes['value']} data-tone={tone}>
                {value}
              </span>
              {small !== undefined && <span className={classes['made']}>{small}</span>}
            </li>
          ))}
          {rows.length > shown.length && (
            <li className={classes['rest']}>
              另有 {rows.length - shown.length} {measure}
            </li>
          )}
        </ul>
      )}
    </Panel>
  );
}
