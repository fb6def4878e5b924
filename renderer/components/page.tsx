import { type ReactNode, useEffect } from 'react';
import classes from './page.module.css';

interface PageProps {
  readonly title: string;
  /** One sentence: how things stand here. */
  readonly state?: ReactNode;
  /** The one primary action of the page, and at most one quiet one before it. */
  readonly action?: ReactNode;
  /** `sheet`: reading width, scrolls; `full`: the content divides the height itself. */
  readonly layout?: 'full' | 'sheet' | 'scroll';
  readonly children: ReactNode;
}

/** Every page: one title, one sentence of state, one primary action. */
export function Page({ title, state, action, layout = 'full', children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · 两新台账`;
  }, [title]);
  return (
    <div className={classes['page']}>
      <header className={classes['head']}>
        <div className={classes['words']}>
          <h1 className={classes['title']}>{title}</h1>
          {state !== undefined && <div className={classes['state']}>{state}</div>}
        </div>
        {action !== undefined && <div className={classes['action']}>{action}</div>}
      </header>
      <div className={classes['body']} data-layout={layout}>
        {layout === 'sheet' ? <div className={classes['sheet']}>{children}</div> : children}
      </div>
    </div>
  );
}
