import { Alert, Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useSyncActions } from '@renderer/sync/status/react';
import { packageProblems } from '@shared/problems/package-problems';
import { type PackageHeader, readPackage } from '@shared/sync/packages/package-file';
import { type FormEvent, useEffect, useState } from 'react';
import classes from '../exchange.module.css';
import { headerLines, takenText } from './package-words';

interface Chosen {
  readonly bytes: Uint8Array;
  readonly header: PackageHeader;
}
type Step =
  | { readonly name: 'reading' }
  | { readonly name: 'refused'; readonly text: string }
  | {
      readonly name: 'ready';
      readonly chosen: Chosen;
      readonly trouble: string | null;
      readonly isBusy: boolean;
    }
  | { readonly name: 'done'; readonly text: string };

interface TakeDialogProps {
  readonly file: File;
  /** @param isTaken whether anything was imported */
  readonly onClose: (isTaken: boolean) => void;
}

/** Says what the file is before anything is taken from it, and afterwards what came of it. */
export function TakeDialog({ file, onClose }: TakeDialogProps) {
  const { takePackage } = useSyncActions();
  const [step, setStep] = useState<Step>({ name: 'reading' });
  useEffect(() => {
    readFile(file).then(setStep, () =>
      setStep({ name: 'refused', text: packageProblems.fileUnreadable({ file: file.name }).text }),
    );
  }, [file]);
  const take = async (chosen: Chosen, code: string | null) => {
    setStep({ name: 'ready', chosen, trouble: null, isBusy: true });
    const result = await takePackage(chosen.bytes, code);
    setStep(
      result.ok
        ? { name: 'done', text: takenText(result.taken) }
        : { name: 'ready', chosen, trouble: result.problem.text, isBusy: false },
    );
  };
  const close = () => onClose(step.name === 'done');
  return (
    <Modal opened onClose={close} title="导入数据交换包" size="md">
      {step.name === 'reading' && <p role="status">正在读取…</p>}
      {step.name === 'refused' && <Told text={step.text} tone="red" onClose={close} />}
      {step.name === 'done' && <Told text={step.text} tone="green" onClose={close} />}
      {step.name === 'ready' && (
        <Ready {...step} onTake={(code) => void take(step.chosen, code)} onClose={close} />
      )}
    </Modal>
  );
}

async function readFile(file: File): Promise<Step> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const read = readPackage(bytes);
  return read.ok
    ? { name: 'ready', chosen: { bytes, header: read.file.header }, trouble: null, isBusy: false }
    : { name: 'refused', text: read.problem.text };
}

interface ToldProps {
  readonly text: string;
  readonly tone: 'red' | 'green';
  readonly onClose: () => void;
}

const Told = ({ text, tone, onClose }: ToldProps) => (
  <Stack gap="sm">
    <Alert color={tone} role={tone === 'red' ? 'alert' : 'status'} p="sm">
      {text}
    </Alert>
    <Group justify="flex-end">
      <Button onClick={onClose} data-autofocus>
        知道了
      </Button>
    </Group>
  </Stack>
);

interface ReadyProps {
  readonly chosen: Chosen;
  readonly trouble: string | null;
  readonly isBusy: boolean;
  readonly onTake: (code: string | null) => void;
  readonly onClose: () => void;
}

function Ready({ chosen, trouble, isBusy, onTake, onClose }: ReadyProps) {
  const [code, setCode] = useState('');
  const needsCode = chosen.header.sealedBy === 'code';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onTake(needsCode ? code : null);
  };
  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="sm">
        <dl className={classes['factList']}>
          {headerLines(chosen.header).map(([label, value]) => (
            <div key={label} className={classes['factLine']}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {needsCode && (
          <TextInput
            label="开包码"
            description="县级做包时另外告诉您的 15 位码，大小写、横线不用管。"
            withAsterisk
            data-autofocus
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
        )}
        {trouble !== null && (
          <Alert color="red" role="alert" p="sm">
            {trouble}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} disabled={isBusy}>
            取消
          </Button>
          <Button type="submit" loading={isBusy}>
            导入
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
