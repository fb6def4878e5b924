import { Alert, Button, Group, Modal, Stack } from '@mantine/core';
import { isBlank } from '@renderer/components/data-grid/cell-text';
import type { CellValue } from '@renderer/components/data-grid/grid-types';
import { type FormEvent, type ReactNode, useState } from 'react';
import { FieldInput } from './field-input';
import type { FieldSpec } from './field-spec';

export type DialogValues = Readonly<Record<string, CellValue>>;

interface FieldDialogProps {
  readonly title: string;
  readonly fields: readonly FieldSpec[];
  readonly initial: DialogValues;
  readonly confirm: string;
  /** What to know before confirming, from what is filled in so far. */
  readonly advice?: (values: DialogValues) => ReactNode;
  /** True = done, the dialog closes. */
  readonly onConfirm: (values: DialogValues) => Promise<boolean>;
  readonly onClose: () => void;
}

/** A few fields asked for in a dialog. */
export function FieldDialog({
  title,
  fields,
  initial,
  confirm,
  advice,
  onConfirm,
  onClose,
}: FieldDialogProps) {
  const [values, setValues] = useState<DialogValues>(initial);
  const [unreadable, setUnreadable] = useState<ReadonlySet<string>>(new Set());
  const [isTried, setIsTried] = useState(false);
  const missing = fields.filter((field) => field.isRequired && isBlank(values[field.path] ?? null));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setIsTried(true);
    if (missing.length > 0 || unreadable.size > 0) return;
    if (await onConfirm(values)) onClose();
  };
  const note = advice?.(values) ?? null;
  return (
    <Modal opened onClose={onClose} title={title} size="md">
      <form noValidate onSubmit={(event) => void submit(event)}>
        <Stack gap="sm">
          {fields.map((field) => (
            <FieldInput
              key={field.path}
              spec={field}
              value={values[field.path] ?? null}
              onChange={(value) => setValues((old) => ({ ...old, [field.path]: value }))}
              onUnreadable={(problem) =>
                setUnreadable((old) => {
                  const next = new Set(old);
                  if (problem === null) next.delete(field.path);
                  else next.add(field.path);
                  return next;
                })
              }
              error={isTried && missing.includes(field) ? `请填写${field.label}` : undefined}
            />
          ))}
          {note !== null && (
            <Alert color="gray" variant="light" p="xs">
              {note}
            </Alert>
          )}
          <Group justify="flex-end" mt="xs">
            <Button variant="default" onClick={onClose}>
              取消
            </Button>
            <Button type="submit">{confirm}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
