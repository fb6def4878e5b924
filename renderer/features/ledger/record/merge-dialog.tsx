import { Button, Group, Modal, Radio, Stack, Text } from '@mantine/core';
import { ScrollRegion } from '@renderer/components/scroll-region';
import { mergeUnits } from '@renderer/data/duplicate-merge';
import { describeChange, lookupsOf } from '@renderer/data/history';
import { useRegister } from '@renderer/data/react';
import type { RegisterStore } from '@renderer/data/register-store';
import { diffDocuments } from '@shared/domain/changes';
import type { Unit } from '@shared/domain/unit';
import { useMemo, useState } from 'react';
import { isSaved, tellUndoable } from '../page/notices';
import classes from './merge-dialog.module.css';

interface MergeDialogProps {
  /** The two units said to be one. */
  readonly ids: readonly string[];
  readonly onClose: (isMerged: boolean) => void;
}

const ignored = new Set(['kept', 'ext', 'attachments', 'deletedAt', 'orgUnitId']);

/** Two records of one firm: which one stays, what differs, what moves over. */
export function MergeDialog({ ids, onClose }: MergeDialogProps) {
  const register = useRegister();
  const units = ids.flatMap((id) => register.table('units').get(id) ?? []);
  const [keptId, setKeptId] = useState(units[0]?.id ?? '');
  const kept = units.find((unit) => unit.id === keptId);
  const duplicate = units.find((unit) => unit.id !== keptId);
  const lines = useMemo(
    () => (kept && duplicate ? differences(register, kept, duplicate) : []),
    [register, kept, duplicate],
  );
  if (kept === undefined || duplicate === undefined) return null;
  const merge = async () => {
    const result = await mergeUnits(register, kept.id, duplicate.id);
    if (!isSaved(result)) return;
    tellUndoable(register, `已合并到“${kept.name}”`);
    onClose(true);
  };
  return (
    <Modal opened onClose={() => onClose(false)} title="合并重复单位" size="lg">
      <Stack gap="md">
        <Radio.Group label="保留哪一户" value={keptId} onChange={setKeptId}>
          <Stack gap="xs" mt="xs">
            {units.map((unit) => (
              <Radio key={unit.id} value={unit.id} label={`${unit.name}（${unit.uscc ?? '信用代码未填'}）`} />
            ))}
          </Stack>
        </Radio.Group>
        <Text size="sm">
          保留一户原有的内容不变，空着的项目用另一户补上；党组织覆盖、选派、阵地、人员、走访都转到保留的一户。另一户标为合并并删除，可以撤销。
        </Text>
        <DifferenceTable lines={lines} kept={kept} duplicate={duplicate} />
        <Group justify="flex-end">
          <Button variant="default" onClick={() => onClose(false)}>
            取消
          </Button>
          <Button onClick={() => void merge()}>合并，保留“{kept.name}”</Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function differences(register: RegisterStore, kept: Unit, duplicate: Unit) {
  const lookups = lookupsOf(register);
  return Object.entries(diffDocuments(kept, duplicate))
    .filter(([path]) => !ignored.has(path.split('.')[0] ?? ''))
    .map(([path, change]) => describeChange('units', kept, path, change, lookups));
}

interface DifferenceTableProps {
  readonly lines: ReturnType<typeof differences>;
  readonly kept: Unit;
  readonly duplicate: Unit;
}

function DifferenceTable({ lines, kept, duplicate }: DifferenceTableProps) {
  return (
    <ScrollRegion className={classes['frame']} label="两户不同的内容">
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">不同的内容</th>
            <th scope="col">保留：{kept.name}</th>
            <th scope="col">并入：{duplicate.name}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.path}>
              <th scope="row">{line.label}</th>
              <td>{line.from}</td>
              <td>{line.to}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
