import { type ReactNode, useId } from 'react';
import classes from './panel.module.css';

interface PanelProps {
  readonly title: string;
  /** Base, date or other words that make the content exact. */
  readonly note?: string;
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}

/** A titled part of a page, a landmark for readers. */
export function Panel({ title, note, tools, children }: PanelProps) {
  const id = useId();
  return (
    <section className={classes['panel']} aria-labelledby={id}>
      <div className={classes['head']}>
        <h2 className={classes['title']} id={id}>
          {title}
        </h2>
        {note !== undefined && (
          <span className={classes['note']} title={note}>
            {note}
          </span>
        )}
        {tools !== undefined && <div className={classes['tools']}>{tools}</div>}
      </div>
      <div className={classes['body']}>{children}</div>
    </section>
  );
}

/** The note of a panel with what can be done there behind it. */
export function noteWithHint(note: string | undefined, hint: string | undefined): { readonly note?: string } {
  const parts = [note, hint].filter((part) => part !== undefined);
  return parts.length === 0 ? {} : { note: parts.join('，') };
}
