import type { ReactNode } from 'react';
import classes from './empty-state.module.css';
import { Icon, type IconName } from './icons';

interface EmptyStateProps {
  readonly icon: IconName;
  /** What belongs here. */
  readonly title: string;
  /** How it gets here. */
  readonly hint: string;
  /** The one button that starts it. */
  readonly action?: ReactNode;
}

/** Nothing here yet: says what belongs here and offers the one step that starts it. */
export function EmptyState({ icon, title, hint, action }: EmptyStateProps) {
  return (
    <div className={classes['empty']} data-empty>
      <span className={classes['picture']}>
        <Icon name={icon} size={40} />
      </span>
      <p className={classes['title']}>{title}</p>
      <p className={classes['hint']}>{hint}</p>
      {action}
    </div>
  );
}
