import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './notices.module.css';

interface NoticeProps {
  readonly tone: 'info' | 'soon';
  readonly children: ReactNode;
  readonly action?: { readonly label: string; readonly run: () => void; readonly isRunning?: boolean };
}

/** One line above the page about the whole register. */
export function Notice({ tone, children, action }: NoticeProps) {
  return (
    <div className={classes['notice']} data-tone={tone} role="status">
      <span>{children}</span>
      {action && (
        <Button variant="default" size="compact-sm" onClick={action.run} loading={action.isRunning ?? false}>
          {action.label}
        </Button>
      )}
    </div>
  );
}
