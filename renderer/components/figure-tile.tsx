import type { ReactNode } from 'react';
import classes from './figure-tile.module.css';

export interface FigureChange {
  /** With arrow and words: ↑ 较上年同期提高 2.1 个百分点. */
  readonly text: string;
  readonly tone: 'good' | 'bad' | 'quiet';
}

interface FigureTileProps {
  readonly label: string;
  /** Ready to show: 73.3%, 12, or — when there is nothing to divide by. */
  readonly value: string;
  /** Unit of measure behind a count: 户, 个. */
  readonly measure?: string;
  /** 22/30, beside the value. Opens the base; without `onOpenBase` it is plain text. */
  readonly fraction?: string;
  /** Base and date, under the figure. */
  readonly note?: string;
  readonly change?: FigureChange | null;
  readonly size?: 'large' | 'normal';
  /** Opens the list behind the figure. */
  readonly onOpen: () => void;
  readonly onOpenBase?: () => void;
  readonly children?: ReactNode;
}

/** A figure with its denominator, base and date. The figure itself is a link to the names behind it. */
export function FigureTile(props: FigureTileProps) {
  const {
    label,
    value,
    measure,
    fraction,
    note,
    change,
    size = 'normal',
    onOpen,
    onOpenBase,
    children,
  } = props;
  return (
    <div className={classes['tile']} data-size={size}>
      <h3 className={classes['label']}>{label}</h3>
      <div className={classes['line']}>
        <button
          type="button"
          className={classes['figure']}
          onClick={onOpen}
          aria-label={`${label} ${value}${measure ?? ''}，查看名单`}
        >
          <span className={classes['value']}>{value}</span>
          {measure !== undefined && <span className={classes['measure']}>{measure}</span>}
        </button>
        {fraction !== undefined && onOpenBase !== undefined && (
          <button
            type="button"
            className={classes['fraction']}
            onClick={onOpenBase}
            aria-label={`${label} ${fraction}，查看基数名单`}
          >
            {fraction}
          </button>
        )}
        {fraction !== undefined && onOpenBase === undefined && (
          <span className={classes['fraction']}>{fraction}</span>
        )}
      </div>
      {note !== undefined && (
        <span className={classes['note']} title={note}>
          <WholeDays text={note} />
        </span>
      )}
      {change && (
        <span className={classes['change']} data-tone={change.tone}>
          {change.text}
        </span>
      )}
      {children}
    </div>
  );
}

const dayInText = /(\d{4}-\d{2}-\d{2})/;

/** Lines break beside a date, never inside it. */
function WholeDays({ text }: { readonly text: string }) {
  return text.split(dayInText).map((part, at) =>
    at % 2 === 1 ? (
      // Parts of one fixed text never change places.
      // biome-ignore lint/suspicious/noArrayIndexKey: see above
      <span key={at} className={classes['day']}>
        {part}
      </span>
    ) : (
      part
    ),
  );
}
