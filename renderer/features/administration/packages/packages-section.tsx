import { Button, FileButton, Group, VisuallyHidden } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { EmptyState } from '@renderer/components/empty-state';
import { useRegister } from '@renderer/data/react';
import { useSyncActions } from '@renderer/sync/status/react';
import { useCountyList } from '@renderer/sync/status/use-county-list';
import { formatNumber } from '@shared/lib/format-number';
import { type PackageFile, type PackageMessage, packagesReply } from '@shared/sync/package-messages';
import { packageKindLabels } from '@shared/sync/packages/file-name';
import { packageExtension } from '@shared/sync/packages/package-file';
import { useState } from 'react';
import classes from '../administration.module.css';
import { ListSection } from '../list/list-section';
import { shortWhen } from '../list/when-text';
import { ImportDialog } from './import-dialog';
import { savePackage } from './save-package';
import { SeedDialog } from './seed-dialog';

/** 数据交换包: what townships without a network bring on a stick, and what goes back with it (SPEC, PACKAGE). */
export function PackagesSection() {
  const list = useCountyList('/administration/packages', packagesReply);
  const [file, setFile] = useState<File | null>(null);
  const [isSeeding, setSeeding] = useState(false);
  const actions = (
    <Group gap="xs" wrap="nowrap">
      <Button variant="default" onClick={() => setSeeding(true)}>
        做首次数据包…
      </Button>
      <FileButton accept={`.${packageExtension}`} onChange={setFile}>
        {(props) => <Button {...props}>导入上报包…</Button>}
      </FileButton>
    </Group>
  );
  return (
    <>
      <ListSection
        title="数据交换包"
        intro="没有网络的乡镇用 U 盘送来上报包，导入后把回执包带回去。包都加密、签名，不会收两次。"
        action={actions}
        list={list}
        empty={
          <EmptyState
            icon="exchange"
            title="还没有交换过"
            hint="乡镇在“同步”里导出上报包，用 U 盘送到这里导入。"
            action={actions}
          />
        }
      >
        {(packages) => <PackageTable packages={packages} />}
      </ListSection>
      {file !== null && <ImportDialog file={file} onImported={list.reload} onClose={() => setFile(null)} />}
      {isSeeding && <SeedDialog onMade={list.reload} onClose={() => setSeeding(false)} />}
    </>
  );
}

function PackageTable({ packages }: { readonly packages: readonly PackageMessage[] }) {
  const now = useRegister().now();
  return (
    <table className={classes['table']} aria-label="数据交换包">
      <thead>
        <tr>
          <th scope="col">包</th>
          <th scope="col">乡镇和设备</th>
          <th scope="col">谁的</th>
          <th scope="col">内容</th>
          <th scope="col">制作</th>
          <th scope="col">办理</th>
          <th scope="col">
            <VisuallyHidden>操作</VisuallyHidden>
          </th>
        </tr>
      </thead>
      <tbody>
        {packages.map((one) => (
          <tr key={`${one.deviceId} ${one.kind} ${one.number}`}>
            <th scope="row" className={classes['narrow']}>
              {packageKindLabels[one.kind]} 第 {one.number} 号
            </th>
            <td>
              {one.orgUnit.name} · {one.deviceName}
            </td>
            <td className={classes['narrow']}>{one.person ?? '—'}</td>
            <td className={classes['narrow']}>{contentOf(one)}</td>
            <td className={classes['narrow']}>{shortWhen(one.madeAt, now)}</td>
            <td className={classes['narrow']}>
              {shortWhen(one.handledAt, now)} {one.handledBy ?? '服务器控制台'}
            </td>
            <td>{one.hasFile && <SaveAgain deviceId={one.deviceId} number={one.number} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function contentOf({ kind, editCount, answers }: PackageMessage): string {
  if (kind === 'seed') return '全部台账';
  const count = formatNumber(editCount);
  return kind === 'report' ? `${count} 处改动` : `答复第 ${answers ?? '—'} 号，${count} 处`;
}

/** The stick was lost on its way back. */
function SaveAgain({ deviceId, number }: { readonly deviceId: string; readonly number: number }) {
  const { ask } = useSyncActions();
  const [isActing, setActing] = useState(false);
  const save = async () => {
    setActing(true);
    const answer = await ask<PackageFile>('GET', `/administration/packages/${deviceId}/receipt`);
    if (answer.ok) await savePackage(answer.value);
    else notifications.show({ color: 'red', message: answer.problem.text, autoClose: false });
    setActing(false);
  };
  return (
    <Button
      size="compact-xs"
      variant="default"
      loading={isActing}
      onClick={() => void save()}
      aria-label={`保存回执包 第 ${number} 号`}
    >
      保存
    </Button>
  );
}
