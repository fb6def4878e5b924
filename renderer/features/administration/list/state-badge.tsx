import { type StateName, stateColours } from '@renderer/components/palette';
import classes from '../administration.module.css';

/** A word on its pale ground. */
export function StateBadge({ state, children }: { readonly state: StateName; readonly children: string }) {
  const { text, ground } = stateColours[state];
  return (
    <span className={classes['badge']} style={{ color: text, background: ground }}>
      {children}
    </span>
  );
}
