import { Button, Select } from '@mantine/core';
import { type HistoryEntry, historyOf, lookupsOf } from '@renderer/data/history';
import { useRegister } from '@renderer/data/react';
import { useMayWrite } from '@renderer/sync/status/use-may-write';
import { editsOf } from '@shared/domain/edit';
import { useMemo, useState } from 'react';
import { isSaved, tellUndoable } from '../page/notices';
import { PlainTable } from './plain-table';
import classes from './unit-detail.module.css';
import type { UnitTabProps } from './unit-detail-page';

interface HistoryLine {
  readonly key: string;
  readonly entry: HistoryEntry;
  readonly path: string;
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

const linesOf = (entries: readonly HistoryEntry[]): HistoryLine[] =>
  entries.flatMap((entry) =>
    entry.op === 'create'
      ? [{ key: entry.editId, entry, path: '', label: '建档', from: '', to: '' }]
      : entry.changes.map((change) => ({ key: `${entry.editId} ${change.path}`, entry, ...change })),
  );

/** Every change of every field, with the way back to an earlier value. */
export function HistoryTab({ unit }: UnitTabProps) {
  const register = useRegister();
  const mayWrite = useMayWrite('units');
  const [field, setField] = useState<string | null>(null);
  const lines = useMemo(() => linesOf(historyOf('units', unit, lookupsOf(register))), [unit, register]);
  const fields = [...new Map(lines.map((line) => [line.path, line.label]))].filter(([path]) => path !== '');
  const restore = async ({ entry, path, label }: HistoryLine) => {
    const edit = editsOf(unit).find((item) => item.editId === entry.editId);
    const change = edit?.changes[path];
    if (change === undefined) return;
    const result = await register.commit(
      [{ op: 'change', collection: 'units', id: unit.id, changes: { [path]: change.from } }],
      { label: `恢复“${label}”到 ${entry.atText} 以前的值` },
    );
    if (isSaved(result)) tellUndoable(register, `已恢复“${label}”`);
  };
  return (
    <section className={classes['section']}>
      <div className={classes['filterLine']}>
        <Select
          size="xs"
          aria-label="只看一个字段"
          placeholder="全部字段"
          searchable
          clearable
          clearButtonProps={{ 'aria-label': '看全部字段' }}
          nothingFoundMessage="没有这个字段的变更"
          data={fields.map(([value, label]) => ({ value, label }))}
          value={field}
          onChange={setField}
        />
        <span className={classes['quiet']}>共 {lines.length} 处变更，最近的在前</span>
      </div>
      <PlainTable
        label="变更记录"
        items={field === null ? lines : lines.filter((line) => line.path === field)}
        keyOf={(line) => line.key}
        empty="还没有变更。"
        columns={[
          { label: '时间', isNarrow: true, cell: ({ entry }) => entry.atText },
          { label: '经办人', isNarrow: true, cell: ({ entry }) => entry.by },
          { label: '字段', isNarrow: true, cell: ({ label }) => label },
          { label: '原来', cell: ({ from }) => from },
          { label: '改为', cell: ({ to }) => to },
          { label: '说明', cell: ({ entry }) => entry.note ?? '' },
          {
            label: '操作',
            isNarrow: true,
            cell: (line) =>
              !mayWrite || line.path === '' || line.path === 'deletedAt' ? null : (
                <Button size="compact-xs" variant="subtle" color="gray" onClick={() => void restore(line)}>
                  恢复到原来的值
                </Button>
              ),
          },
        ]}
      />
    </section>
  );
}
