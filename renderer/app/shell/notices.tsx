import { Button } from '@mantine/core';
import { BusyButton } from '@renderer/components/busy-button';
import type { ReactNode } from 'react';
import classes from './notices.module.css';

interface NoticeProps {
  readonly tone: 'info' | 'soon';
  readonly children: ReactNode;
  readonly action?: {
    readonly label: string;
    readonly run: () => void;
    /** What is being done meanwhile; null = nothing. */
    readonly doing?: string | null;
  };
  /** Takes the line away for a while. */
  readonly later?: { readonly label: string; readonly run: () => void };
}

/** One line above the page about the whole register. */
export function Notice({ tone, children, action, later }: NoticeProps) {
  return (
    <div className={classes['notice']} data-tone={tone} role="status">
      <span>{children}</span>
      {action && (
        <BusyButton variant="default" size="compact-sm" onClick={action.run} doing={action.doing ?? null}>
          {action.label}
        </BusyButton>
      )}
      {later && (
        <Button variant="subtle" color="dark" size="compact-sm" onClick={later.run}>
          {later.label}
        </Button>
      )}
    </div>
  );
}
