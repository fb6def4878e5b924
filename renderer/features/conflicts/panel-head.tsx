import { Link } from '@tanstack/react-router';
import type { ConflictView } from './conflict-view';
import classes from './conflicts.module.css';

/** Which field of which record, with the way to it. */
export function PanelHead({ view }: { readonly view: ConflictView }) {
  const { title, link, tableLabel, fieldLabel } = view;
  return (
    <header className={classes['head']}>
      <p className={classes['record']}>
        <span className={classes['quiet']}>{tableLabel}</span>
        {link === null ? (
          <span>{title}</span>
        ) : (
          <Link {...link} className={classes['link']}>
            {title}
          </Link>
        )}
      </p>
      <h2 className={classes['field']}>{fieldLabel}</h2>
    </header>
  );
}
