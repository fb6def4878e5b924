import { Button, type ButtonProps, Loader } from '@mantine/core';
import type { ComponentPropsWithoutRef } from 'react';

type BusyButtonProps = ButtonProps &
  Omit<ComponentPropsWithoutRef<'button'>, keyof ButtonProps> & {
    /** What is being done, shown in place of the label until it is: 正在撤销. null = nothing. */
    readonly doing: string | null;
  };

/** A button that says what it is doing: nothing turns round without words. */
export function BusyButton({ doing, disabled, children, ...props }: BusyButtonProps) {
  if (doing === null)
    return (
      <Button {...props} disabled={disabled ?? false}>
        {children}
      </Button>
    );
  return (
    <Button {...props} disabled aria-busy leftSection={<Loader size="0.875rem" color="gray" />}>
      <span role="status">{doing}…</span>
    </Button>
  );
}
