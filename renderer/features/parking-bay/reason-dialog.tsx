import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';

interface ReasonDialogProps {
  readonly title: string;
  /** What will happen. */
  readonly words: string;
  readonly label: string;
  readonly placeholder: string;
  readonly confirm: string;
  readonly onCancel: () => void;
  readonly onConfirm: (reason: string) => void;
}

const maxLength = 500;

/** Asks for the reason without which something typed may not be put away. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { title, words, label, placeholder, confirm, onCancel, onConfirm } = props;
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (reason.trim() !== '') onConfirm(reason.trim());
  };
  return (
    <Modal opened onClose={onCancel} title={title} size="md">
      <form noValidate onSubmit={submit}>
        <Stack gap="sm">
          <Text size="sm">{words}</Text>
          <Textarea
            data-autofocus
            label={label}
            placeholder={placeholder}
            withAsterisk
            autosize
            minRows={2}
            maxLength={maxLength}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            error={isTried && reason.trim() === '' ? '请写明理由，以后查得到' : undefined}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onCancel}>
              取消
            </Button>
            <Button type="submit">{confirm}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
