import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { FactLines } from '@renderer/components/fact-lines';
import { formatInstant } from '@renderer/data/format-value';
import { formatNumber } from '@shared/lib/format-number';
import { packageProblems } from '@shared/problems/package-problems';
import type { ImportedPackage } from '@shared/sync/package-messages';
import { packageKindLabels } from '@shared/sync/packages/file-name';
import { type PackageHeader, readPackage } from '@shared/sync/packages/package-file';
import { useEffect, useState } from 'react';
import { useAct } from '../list/use-act';
import { toBase64 } from './base64';
import { ImportResult } from './import-result';

type Read =
  | { readonly status: 'reading' }
  | { readonly status: 'refused'; readonly text: string }
  | { readonly status: 'ready'; readonly bytes: Uint8Array; readonly header: PackageHeader };

interface ImportDialogProps {
  readonly file: File;
  readonly onImported: () => void;
  readonly onClose: () => void;
}

/** Says whose package it is, imports it, and hands out the receipt. */
export function ImportDialog({ file, onImported, onClose }: ImportDialogProps) {
  const [read, setRead] = useState<Read>({ status: 'reading' });
  const [imported, setImported] = useState<ImportedPackage | null>(null);
  const act = useAct();
  useEffect(() => {
    readFile(file).then(setRead, () =>
      setRead({ status: 'refused', text: packageProblems.fileUnreadable({ file: file.name }).text }),
    );
  }, [file]);
  const take = async (bytes: Uint8Array) => {
    const body = { file: toBase64(bytes) };
    const result = await act.act<ImportedPackage>('POST', '/administration/packages/import', body, null);
    if (result === null) return;
    setImported(result);
    onImported();
  };
  if (imported !== null) return <ImportResult imported={imported} onClose={onClose} />;
  const trouble = read.status === 'refused' ? read.text : act.refusal;
  return (
    <Modal opened onClose={onClose} title="导入上报包" size="md">
      <Stack gap="sm">
        {read.status === 'reading' && <Text role="status">正在读取…</Text>}
        {read.status === 'ready' && <HeaderLines header={read.header} />}
        {trouble !== null && (
          <Alert color="red" role="alert" p="sm">
            {trouble}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} disabled={act.isActing}>
            {trouble === null ? '取消' : '知道了'}
          </Button>
          {read.status === 'ready' && trouble === null && (
            <Button onClick={() => void take(read.bytes)} loading={act.isActing} data-autofocus>
              导入
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}

async function readFile(file: File): Promise<Read> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const read = readPackage(bytes);
  if (!read.ok) return { status: 'refused', text: read.problem.text };
  const { header } = read.file;
  return header.kind === 'report'
    ? { status: 'ready', bytes, header }
    : { status: 'refused', text: packageProblems.receiptElsewhere({}).text };
}

function HeaderLines({ header }: { readonly header: PackageHeader }) {
  const { kind, number, placeName, deviceName, countyName, madeAt, editCount } = header;
  const lines = [
    ['种类', `${packageKindLabels[kind]} 第 ${number} 号`],
    ['来自', `${placeName} · ${deviceName}`],
    ['交给', countyName],
    ['制作时间', `${formatInstant(madeAt)}（乡镇电脑的时钟）`],
    ['内容', `${formatNumber(editCount)} 处改动`],
  ] as const;
  return <FactLines lines={lines} />;
}
