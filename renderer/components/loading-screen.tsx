import { Progress } from '@mantine/core';
import classes from './loading-screen.module.css';

interface LoadingScreenProps {
  /** What is being done, in words. */
  readonly doing: string;
  /** 0–1; null while the amount of work is unknown. */
  readonly share?: number | null;
}

/** Nothing spins without saying what. */
export function LoadingScreen({ doing, share = null }: LoadingScreenProps) {
  return (
    <div className={classes['screen']} role="status">
      <p className={classes['words']}>{doing}</p>
      <div className={classes['bar']}>
        <Progress
          color="gray.7"
          value={share === null ? 100 : share * 100}
          animated={share === null}
          striped={share === null}
          aria-label={doing}
        />
      </div>
    </div>
  );
}
