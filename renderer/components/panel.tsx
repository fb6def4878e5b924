import { type ReactNode, useId } from 'react';
import classes from './panel.module.css';

interface PanelProps {
  readonly title: string;
  /** Base, date or other words that make the content exact. */
  readonly note?: string;
  /** What can be done here, behind the note. */
  readonly hint?: string;
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}

/** A titled part of a page, a landmark for readers. */
export function Panel({ title, note, hint, tools, children }: PanelProps) {
  const id = useId();
  const words = [note, hint].filter((part) => part !== undefined);
  return (
    <section className={classes['panel']} aria-labelledby={id}>
      <div className={classes['head']}>
        <h2 className={classes['title']} id={id}>
          {title}
        </h2>
        {words.length > 0 && (
          <span className={classes['note']} title={words.join('，')}>
            {note}
            {hint !== undefined && (
              <span className={classes['hint']}>
                {note !== undefined && '，'}
                {hint}
              </span>
            )}
          </span>
        )}
        {tools !== undefined && <div className={classes['tools']}>{tools}</div>}
      </div>
      <div className={classes['body']}>{children}</div>
    </section>
  );
}
