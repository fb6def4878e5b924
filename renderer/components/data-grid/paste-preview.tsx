import { Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { ScrollRegion } from '../scroll-region';
import classes from './data-grid.module.css';
import type { GridColumn } from './grid-types';
import {
  changesOf,
  newRowsOf,
  type PasteCell,
  type PasteChoices,
  type PasteOutcome,
  type PastePlan,
} from './paste-plan';

interface PastePreviewProps<R> {
  readonly plan: PastePlan;
  readonly columns: readonly GridColumn<R>[];
  readonly canAppend: boolean;
  readonly onCancel: () => void;
  readonly onConfirm: (choices: PasteChoices, isAppending: boolean) => void;
}

const previewRows = 200;

/** What a paste will change, cell by cell, before it is written. */
export function PastePreview<R>({ plan, columns, canAppend, onCancel, onConfirm }: PastePreviewProps<R>) {
  const [choices, setChoices] = useState<PasteChoices>({ isOverwriting: true, isClearing: false });
  const [isAppending, setIsAppending] = useState(canAppend);
  const changeCount = useMemo(() => changesOf(plan, choices).length, [plan, choices]);
  const newCount = useMemo(() => newRowsOf(plan).length, [plan]);
  const addedCount = isAppending ? newCount : 0;
  return (
    <Modal opened onClose={onCancel} title="粘贴预览" size="xl">
      <Stack gap="md">
        <Text size="sm">{describePlan(plan, newCount, canAppend)}</Text>
        <PlanTable plan={plan} columns={columns} />
        <Stack gap="xs">
          <Checkbox
            size="sm"
            color="gray.7"
            label="覆盖已经填写的内容"
            checked={choices.isOverwriting}
            onChange={(event) => setChoices({ ...choices, isOverwriting: event.currentTarget.checked })}
          />
          <Checkbox
            size="sm"
            color="gray.7"
            label="空白单元格也清空原来的内容"
            checked={choices.isClearing}
            onChange={(event) => setChoices({ ...choices, isClearing: event.currentTarget.checked })}
          />
          {canAppend && newCount > 0 && (
            <Checkbox
              size="sm"
              color="gray.7"
              label={`超出最后一行的 ${newCount} 行作为新记录`}
              checked={isAppending}
              onChange={(event) => setIsAppending(event.currentTarget.checked)}
            />
          )}
        </Stack>
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            取消
          </Button>
          <Button
            data-autofocus
            disabled={changeCount + addedCount === 0}
            onClick={() => onConfirm(choices, isAppending)}
          >
            {confirmText(changeCount, addedCount)}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

const confirmText = (changeCount: number, addedCount: number): string => {
  if (changeCount + addedCount === 0) return '没有要写入的内容';
  const parts = [
    changeCount > 0 ? `写入 ${changeCount} 处改动` : '',
    addedCount > 0 ? `新增 ${addedCount} 条` : '',
  ];
  return parts.filter((part) => part !== '').join('，');
};

function describePlan(plan: PastePlan, newCount: number, canAppend: boolean): string {
  const { counts } = plan;
  const parts = [
    `共粘贴 ${plan.rows.length} 行 × ${plan.columnIds.length} 列`,
    `有变化 ${counts.change} 处`,
    counts.same > 0 ? `没有变化 ${counts.same} 处` : '',
    counts.invalid > 0 ? `填写有误 ${counts.invalid} 处（跳过）` : '',
    counts.locked > 0 ? `不能修改 ${counts.locked} 处（跳过）` : '',
    newCount > 0 && !canAppend ? `超出最后一行的 ${newCount} 行不写入` : '',
    plan.droppedColumns > 0 ? `超出最后一列的 ${plan.droppedColumns} 列不写入` : '',
  ];
  return `${parts.filter((part) => part !== '').join('，')}。`;
}

const outcomeWords: Readonly<Record<PasteOutcome, string>> = {
  change: '改',
  same: '',
  locked: '锁',
  invalid: '误',
  new: '新',
};

function PlanTable<R>({ plan, columns }: { plan: PastePlan; columns: readonly GridColumn<R>[] }) {
  const labels = plan.columnIds.map((id) => columns.find((column) => column.id === id)?.label ?? id);
  const rows = plan.rows.slice(0, previewRows);
  return (
    <ScrollRegion className={classes['planFrame']} label="粘贴内容">
      <table className={classes['plan']}>
        <thead>
          <tr>
            <th scope="col">行</th>
            {labels.map((label, at) => (
              <th scope="col" key={plan.columnIds[at]}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the plan never changes and new rows have no id
            <tr key={index}>
              <th scope="row">{row.rowId === null ? '新' : index + 1}</th>
              {row.cells.map((cell) => (
                <PlanCell key={cell.columnId} cell={cell} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {plan.rows.length > previewRows && (
        <Text size="xs" c="dimmed" p="xs">
          只列出前 {previewRows} 行，其余 {plan.rows.length - previewRows} 行同样处理。
        </Text>
      )}
    </ScrollRegion>
  );
}

function PlanCell({ cell }: { cell: PasteCell }) {
  const word = outcomeWords[cell.outcome];
  return (
    <td data-outcome={cell.outcome} title={cell.problem ?? undefined}>
      {word !== '' && <span className={classes['outcome']}>{word}</span>}
      {cell.outcome === 'change' && cell.before !== '' && <del>{cell.before}</del>}
      <span>{cell.after === '' && cell.outcome === 'change' ? '（空白）' : cell.after}</span>
      {cell.problem !== null && cell.outcome === 'invalid' && (
        <small className={classes['planProblem']}>{cell.problem}</small>
      )}
    </td>
  );
}
