import { Button, Checkbox, Group, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { EmptyState } from '@renderer/components/empty-state';
import { lookupsOf } from '@renderer/data/history';
import { useRegister } from '@renderer/data/react';
import { useCountyList } from '@renderer/sync/status/use-county-list';
import { heldReply, type SettleHeldReply, type SettleHeldRequest } from '@shared/sync/county-messages';
import { useState } from 'react';
import classes from '../administration.module.css';
import { AskDialog } from '../list/ask-dialog';
import { type EditLine, editLine } from '../list/edit-line';
import { ListSection } from '../list/list-section';
import { useAct } from '../list/use-act';
import { whenText } from '../list/when-text';
import { acceptedText, type HeldEdit, partsOf } from './held-words';

/** 停用设备的改动: what devices handed in on their way out, waiting for somebody to take it or not (DEVICE-2). */
export function HeldSection() {
  const list = useCountyList('/held', heldReply);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [isDiscarding, setDiscarding] = useState(false);
  const accepting = useAct();
  const finish = () => {
    setChosen(new Set());
    setDiscarding(false);
    list.reload();
  };
  const accept = async (editIds: readonly string[]) => {
    const replies: SettleHeldReply[] = [];
    for (const part of partsOf(editIds)) {
      const body: SettleHeldRequest = { action: 'accept', editIds: part };
      const reply = await accepting.act<SettleHeldReply>('POST', '/held', body, null);
      if (reply === null) break;
      replies.push(reply);
    }
    if (replies.length === 0) return;
    notifications.show({ message: acceptedText(replies), autoClose: 8000 });
    finish();
  };
  return (
    <>
      <ListSection
        title="停用设备的改动"
        intro="停用的设备交回的、还没有上报过的改动。看过以后收下，就像本人上报的一样；不该收的写明理由放弃。"
        list={list}
        empty={
          <EmptyState
            icon="saved"
            title="没有要看的"
            hint="停用设备时，它还没有上报的改动会交到这里，不会丢。"
          />
        }
      >
        {(edits) => (
          <>
            <HeldTable edits={edits} chosen={chosen} onChoose={setChosen} />
            <Group mt="sm" gap="xs">
              <Button
                loading={accepting.isActing}
                disabled={chosen.size === 0}
                onClick={() => void accept([...chosen])}
              >
                收下选中的 {chosen.size} 条
              </Button>
              <Button variant="default" disabled={chosen.size === 0} onClick={() => setDiscarding(true)}>
                放弃…
              </Button>
            </Group>
            {accepting.refusal !== null && (
              <p className={classes['quiet']} role="alert">
                {accepting.refusal}
              </p>
            )}
          </>
        )}
      </ListSection>
      {isDiscarding && (
        <DiscardDialog editIds={[...chosen]} onClose={() => setDiscarding(false)} onDone={finish} />
      )}
    </>
  );
}

interface HeldTableProps {
  readonly edits: readonly HeldEdit[];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
}

function HeldTable({ edits, chosen, onChoose }: HeldTableProps) {
  const register = useRegister();
  const lookups = lookupsOf(register);
  const lines = edits.map((edit) => editLine(edit, register, lookups, '县级还没有的新记录'));
  const isAll = edits.every(({ editId }) => chosen.has(editId));
  const toggle = (editId: string) =>
    onChoose(
      chosen.has(editId)
        ? new Set([...chosen].filter((one) => one !== editId))
        : new Set([...chosen, editId]),
    );
  return (
    <table className={classes['table']} aria-label="停用设备的改动">
      <thead>
        <tr>
          <th scope="col">
            <Checkbox
              size="xs"
              aria-label="全选"
              checked={isAll}
              onChange={() => onChoose(isAll ? new Set() : new Set(edits.map(({ editId }) => editId)))}
            />
          </th>
          <th scope="col">设备</th>
          <th scope="col">台账</th>
          <th scope="col">记录</th>
          <th scope="col">改动</th>
          <th scope="col">经办人</th>
          <th scope="col">填写时间</th>
          <th scope="col">交回时间</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <HeldRow
            key={line.edit.editId}
            line={line}
            isChosen={chosen.has(line.edit.editId)}
            onToggle={() => toggle(line.edit.editId)}
          />
        ))}
      </tbody>
    </table>
  );
}

interface HeldRowProps {
  readonly line: EditLine<HeldEdit>;
  readonly isChosen: boolean;
  readonly onToggle: () => void;
}

function HeldRow({ line, isChosen, onToggle }: HeldRowProps) {
  const { edit, tableLabel, title, what } = line;
  return (
    <tr>
      <td>
        <Checkbox size="xs" aria-label={`选择：${title} ${what}`} checked={isChosen} onChange={onToggle} />
      </td>
      <td className={classes['narrow']}>{edit.deviceName}</td>
      <td className={classes['narrow']}>{tableLabel}</td>
      <th scope="row">{title}</th>
      <td>{what}</td>
      <td className={classes['narrow']}>{edit.by}</td>
      <td className={classes['narrow']}>{whenText(edit.at)}</td>
      <td className={classes['narrow']}>{whenText(edit.receivedAt)}</td>
    </tr>
  );
}

interface DiscardDialogProps {
  readonly editIds: readonly string[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

function DiscardDialog({ editIds, onClose, onDone }: DiscardDialogProps) {
  const [reason, setReason] = useState('');
  const act = useAct();
  const discard = async () => {
    for (const part of partsOf(editIds)) {
      const body: SettleHeldRequest = { action: 'discard', editIds: part, reason: reason.trim() };
      if ((await act.act('POST', '/held', body, `已放弃 ${part.length} 条`)) === null) return;
    }
    onDone();
  };
  return (
    <AskDialog
      title={`放弃 ${editIds.length} 条改动`}
      confirm="放弃"
      missing={reason.trim() === '' ? '请写明理由，以后查得到。' : null}
      act={act}
      onConfirm={() => void discard()}
      onClose={onClose}
    >
      <Textarea
        label="理由"
        withAsterisk
        data-autofocus
        autosize
        minRows={2}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </AskDialog>
  );
}
