/** 协助解锁: whose computer it is, how the person was checked, then the code, to be read out once. */
import {
  Button,
  CopyButton,
  FileButton,
  Group,
  Modal,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { FactLines } from '@renderer/components/fact-lines';
import { accountProblems } from '@shared/problems/account-problems';
import {
  type UnlockAnswer,
  type UnlockRequest,
  type UnlockRequestReply,
  unlockRequestFile,
} from '@shared/sync/unlock-help';
import { useState } from 'react';
import classes from '../administration.module.css';
import { AskDialog } from '../list/ask-dialog';
import { useAct } from '../list/use-act';
import { whenText } from '../list/when-text';

interface Found {
  readonly request: UnlockRequest;
  readonly about: UnlockRequestReply;
}

export function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  const [found, setFound] = useState<Found | null>(null);
  const [answer, setAnswer] = useState<UnlockAnswer | null>(null);
  if (answer !== null) return <AnswerDialog answer={answer} onClose={onClose} />;
  return found === null ? (
    <FindDialog onFound={setFound} onClose={onClose} />
  ) : (
    <CheckDialog found={found} onAnswer={setAnswer} onClose={onClose} />
  );
}

const path = '/administration/unlock-requests';

interface FindDialogProps {
  readonly onFound: (found: Found) => void;
  readonly onClose: () => void;
}

function FindDialog({ onFound, onClose }: FindDialogProps) {
  const [code, setCode] = useState('');
  const [unreadable, setUnreadable] = useState<string | null>(null);
  const act = useAct();
  const find = async (request: UnlockRequest) => {
    setUnreadable(null);
    const about = await act.act<UnlockRequestReply>('POST', path, request, null);
    if (about !== null) onFound({ request, about });
  };
  const open = async (file: File | null) => {
    if (file === null) return;
    const request = await readRequestFile(file);
    if (request === null) setUnreadable(accountProblems.unlockRequestForeign({}).text);
    else await find(request);
  };
  return (
    <AskDialog
      title="协助解锁"
      confirm="下一步"
      missing={code.trim().length < 4 ? '请填写求助码，或打开求助文件。' : null}
      act={{ ...act, refusal: unreadable ?? act.refusal }}
      onConfirm={() => void find({ by: 'code', code })}
      onClose={onClose}
    >
      <Text size="sm">
        乡镇的人忘了本机口令、又没有恢复单时用。对方在锁定画面点“忘记口令 · 请县级协助恢复”，念出求助码。
      </Text>
      <TextInput
        label="求助码"
        placeholder="XXXXX-XXXXX"
        data-autofocus
        autoComplete="off"
        maxLength={40}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <Text size="sm">
        对方带来的是 U 盘：{' '}
        <FileButton accept=".json,application/json" onChange={(file) => void open(file)}>
          {(props) => (
            <Button {...props} size="compact-sm" variant="default">
              打开求助文件…
            </Button>
          )}
        </FileButton>
      </Text>
    </AskDialog>
  );
}

const largestBytes = 16 * 1024;

/** null = not such a file. */
async function readRequestFile(file: File): Promise<UnlockRequest | null> {
  if (file.size > largestBytes) return null;
  try {
    const read = unlockRequestFile.safeParse(JSON.parse(await file.text()));
    return read.success ? { by: 'file', file: read.data } : null;
  } catch {
    // Not JSON, or the stick was pulled out.
    return null;
  }
}

interface CheckDialogProps {
  readonly found: Found;
  readonly onAnswer: (answer: UnlockAnswer) => void;
  readonly onClose: () => void;
}

function CheckDialog({ found, onAnswer, onClose }: CheckDialogProps) {
  const [checked, setChecked] = useState('');
  const act = useAct();
  const { about, request } = found;
  const lines = [
    ['设备', about.deviceName],
    ['登记在', about.orgUnit.name],
    ['最近使用', about.lastUserName ?? '—'],
    ['最近联系', whenText(about.lastSeenAt)],
  ] as const;
  const give = async () => {
    const answer = await act.act<UnlockAnswer>('POST', `${path}/answer`, { request, checked }, null);
    if (answer !== null) onAnswer(answer);
  };
  return (
    <AskDialog
      title="协助解锁"
      confirm="给出解锁码"
      missing={checked.trim().length < 2 ? '请写明怎样核对的身份。' : null}
      act={act}
      onConfirm={() => void give()}
      onClose={onClose}
    >
      <FactLines lines={lines} />
      <Text size="sm">
        拿到解锁码的人能打开这台电脑上的台账。请用您知道的电话回拨，或当面核对，确认是这个单位的人在用这台电脑。
      </Text>
      <Textarea
        label="怎样核对的身份"
        description="记入操作记录。"
        placeholder="例如：回拨青溪镇党建办座机，李晓本人"
        withAsterisk
        data-autofocus
        autosize
        minRows={2}
        maxLength={200}
        value={checked}
        onChange={(event) => setChecked(event.currentTarget.value)}
      />
    </AskDialog>
  );
}

function AnswerDialog({ answer, onClose }: { readonly answer: UnlockAnswer; readonly onClose: () => void }) {
  return (
    <Modal
      opened
      onClose={onClose}
      title={`解锁码：${answer.deviceName}`}
      size="lg"
      closeOnClickOutside={false}
    >
      <Stack gap="sm">
        <p className={classes['secret']} data-testid="unlock-code">
          {answer.code}
        </p>
        <Text size="sm">
          请逐组念给对方，填进锁定画面，并设新口令。只对这台电脑有效；对方一旦解锁，不管用什么办法，这个码就作废。
        </Text>
        <Group justify="flex-end">
          <CopyButton value={answer.code}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {copied ? '已复制' : '复制'}
              </Button>
            )}
          </CopyButton>
          <Button onClick={onClose}>完成</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
