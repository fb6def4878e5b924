import { Alert, Button, Group, Modal, Stack } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Act } from './use-act';

interface AskDialogProps {
  readonly title: string;
  readonly confirm: string;
  /** What is missing before it can be sent; null = ready. */
  readonly missing: string | null;
  readonly act: Pick<Act, 'isActing' | 'refusal'>;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A few fields and one request. What the county refuses stays above the buttons. */
export function AskDialog({ title, confirm, missing, act, onConfirm, onClose, children }: AskDialogProps) {
  const [isTried, setTried] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (missing === null) onConfirm();
  };
  const trouble = (isTried ? missing : null) ?? act.refusal;
  return (
    <Modal opened onClose={onClose} title={title} size="md">
      <form noValidate onSubmit={submit}>
        <Stack gap="sm">
          {children}
          {trouble !== null && (
            <Alert color="red" role="alert" p="xs">
              {trouble}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose} disabled={act.isActing}>
              取消
            </Button>
            <Button type="submit" loading={act.isActing}>
              {confirm}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
