import { Button, Group, Modal, Select, Stack, Text } from '@mantine/core';
import type { CellChange, CellValue, GridColumn } from '@renderer/components/data-grid/grid-types';
import { useState } from 'react';
import { FieldInput } from '../fields/field-input';
import { specOfColumn } from '../fields/field-spec';
import type { LedgerRow } from '../tables/table-model';

interface BulkEditDialogProps {
  readonly columns: readonly GridColumn<LedgerRow>[];
  readonly ids: readonly string[];
  readonly measure: string;
  readonly onCancel: () => void;
  readonly onConfirm: (changes: readonly CellChange[]) => void;
}

/** One value into one column of all chosen records. */
export function BulkEditDialog({ columns, ids, measure, onCancel, onConfirm }: BulkEditDialogProps) {
  const [columnId, setColumnId] = useState<string | null>(null);
  const [value, setValue] = useState<CellValue>(null);
  const [isUnreadable, setIsUnreadable] = useState(false);
  const editable = columns.filter((column) => column.isEditable === true && column.id !== 'name');
  const column = editable.find((item) => item.id === columnId);
  const isClearing = value === null || (Array.isArray(value) && value.length === 0);
  const spec = column === undefined ? null : specOfColumn(column);
  return (
    <Modal opened onClose={onCancel} title={`批量修改 ${ids.length} ${measure}`} size="sm">
      <Stack gap="md">
        <Select
          label="要修改的列"
          placeholder="选择一列"
          searchable
          data-autofocus
          nothingFoundMessage="没有这一列"
          data={editable.map(({ id, label }) => ({ value: id, label }))}
          value={columnId}
          onChange={(id) => {
            setColumnId(id);
            setValue(null);
            setIsUnreadable(false);
          }}
        />
        {spec !== null && (
          <FieldInput
            key={spec.path}
            spec={{ ...spec, label: `改为（${spec.label}）` }}
            value={value}
            onChange={setValue}
            onUnreadable={(problem) => setIsUnreadable(problem !== null)}
          />
        )}
        {spec !== null && (
          <Text size="xs" c="dimmed">
            {isClearing && spec.isRequired
              ? '请填写新的内容，这一项不能为空。'
              : isClearing
                ? `不填就是清空：${ids.length} ${measure}的“${spec.label}”都会变成未填。`
                : `${ids.length} ${measure}的“${spec.label}”都会改成这个内容，可以撤销。`}
          </Text>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            取消
          </Button>
          <Button
            disabled={spec === null || isUnreadable || (isClearing && spec.isRequired)}
            onClick={() => {
              if (spec !== null) onConfirm(ids.map((rowId) => ({ rowId, columnId: spec.path, value })));
            }}
          >
            {isClearing && spec?.isRequired === false ? '清空' : '修改'} {ids.length} {measure}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
