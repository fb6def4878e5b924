import { Alert, Button, Group, Modal, ScrollArea, Stack, Text } from '@mantine/core';
import type { StateName } from '@renderer/components/palette';
import { lookupsOf } from '@renderer/data/history';
import { useRegister } from '@renderer/data/react';
import { formatNumber } from '@shared/lib/format-number';
import type { ImportedEdit, ImportedPackage } from '@shared/sync/package-messages';
import { useState } from 'react';
import classes from '../administration.module.css';
import { editLine } from '../list/edit-line';
import { StateBadge } from '../list/state-badge';
import { countsText, outcomeOf } from './package-words';
import { savePackage } from './save-package';

interface ImportResultProps {
  readonly imported: ImportedPackage;
  readonly onClose: () => void;
}

/** What became of every edit, and the file that tells the township so. */
export function ImportResult({ imported, onClose }: ImportResultProps) {
  const { placeName, deviceName, number, person, counts, edits, receipt } = imported;
  const [isSaved, setSaved] = useState(false);
  const save = async () => {
    if (await savePackage(receipt)) setSaved(true);
  };
  const total = counts.accepted + counts.conflicted + counts.rejected + counts.held;
  return (
    <Modal
      opened
      onClose={onClose}
      title={`${placeName}“${deviceName}”第 ${number} 号上报包已导入`}
      size="xl"
      closeOnClickOutside={false}
    >
      <Stack gap="sm">
        <Text size="sm">
          {person}：{countsText(counts)}
        </Text>
        {edits.length > 0 && <EditTable edits={edits} />}
        {total > edits.length && (
          <Text size="sm" c="dimmed">
            这里列出要先看的 {edits.length} 处，另有 {formatNumber(total - edits.length)} 处。
          </Text>
        )}
        <Alert color={isSaved ? 'green' : 'blue'} p="sm">
          {isSaved
            ? `回执包第 ${receipt.number} 号已保存，请带给${placeName}导入。`
            : `请把回执包第 ${receipt.number} 号存到 U 盘，带给${placeName}导入；乡镇导入以后才知道县级收了什么。`}
        </Alert>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            完成
          </Button>
          <Button onClick={() => void save()} data-autofocus>
            {isSaved ? '再存一份' : '保存回执包…'}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

const tones: Readonly<Record<ImportedEdit['answer']['outcome'], StateName>> = {
  accepted: 'good',
  conflicted: 'soon',
  rejected: 'bad',
  held: 'quiet',
};

function EditTable({ edits }: { readonly edits: readonly ImportedEdit[] }) {
  const register = useRegister();
  const lookups = lookupsOf(register);
  const lines = edits.map((edit) => editLine(edit, register, lookups, '本机还没有的记录'));
  return (
    <ScrollArea.Autosize mah={320} type="auto">
      <table className={classes['table']} aria-label="导入结果">
        <thead>
          <tr>
            <th scope="col">台账</th>
            <th scope="col">记录</th>
            <th scope="col">改动</th>
            <th scope="col">经办人</th>
            <th scope="col">结果</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ edit, tableLabel, title, what }) => {
            const { word, reason } = outcomeOf(edit.answer);
            return (
              <tr key={edit.editId}>
                <td className={classes['narrow']}>{tableLabel}</td>
                <th scope="row">{title}</th>
                <td>{what}</td>
                <td className={classes['narrow']}>{edit.by}</td>
                <td>
                  <StateBadge state={tones[edit.answer.outcome]}>{word}</StateBadge> {reason}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollArea.Autosize>
  );
}
