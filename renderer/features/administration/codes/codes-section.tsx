import { Button, Select, Text, TextInput } from '@mantine/core';
import { EmptyState } from '@renderer/components/empty-state';
import { useRegister } from '@renderer/data/react';
import { useCountyList } from '@renderer/sync/status/use-county-list';
import { type CodeMessage, codesReply, orgUnitsReply } from '@shared/sync/account-messages';
import { useState } from 'react';
import classes from '../administration.module.css';
import { AskDialog } from '../list/ask-dialog';
import { ListSection } from '../list/list-section';
import { StateBadge } from '../list/state-badge';
import { useAct } from '../list/use-act';
import { whenText } from '../list/when-text';
import { placeOptions } from '../org-units/place-tree';
import { CodeDialog } from './code-dialog';

/** 登记码: one code lets one computer in, for one place. */
export function CodesSection({ serverUrl }: { readonly serverUrl: string }) {
  const list = useCountyList('/administration/codes', codesReply);
  const [isAsking, setAsking] = useState(false);
  const [made, setMade] = useState<CodeMessage | null>(null);
  const [withdrawing, setWithdrawing] = useState<CodeMessage | null>(null);
  const create = <Button onClick={() => setAsking(true)}>发登记码</Button>;
  return (
    <>
      <ListSection
        title="登记码"
        intro="每台电脑一个，用过即失效。码只在发放时显示一次；没用上又过期的，重新发一个就是；发错了、不用了的，可以收回。"
        action={create}
        list={list}
        empty={
          <EmptyState
            icon="saved"
            title="还没有发过登记码"
            hint="给乡镇的每台电脑发一个，对方在“连接县级”里填上就登记好了。"
            action={create}
          />
        }
      >
        {(codes) => <CodeTable codes={codes} onWithdraw={setWithdrawing} />}
      </ListSection>
      {isAsking && (
        <CreateCodeDialog
          onClose={() => setAsking(false)}
          onMade={(code) => {
            setAsking(false);
            setMade(code);
            list.reload();
          }}
        />
      )}
      {withdrawing !== null && (
        <WithdrawCodeDialog
          code={withdrawing}
          onClose={() => {
            setWithdrawing(null);
            // Refused, it has most likely been used meanwhile.
            list.reload();
          }}
        />
      )}
      {made !== null && <CodeDialog message={made} serverUrl={serverUrl} onClose={() => setMade(null)} />}
    </>
  );
}

interface CodeTableProps {
  readonly codes: readonly CodeMessage[];
  readonly onWithdraw: (code: CodeMessage) => void;
}

function CodeTable({ codes, onWithdraw }: CodeTableProps) {
  const now = useRegister().now();
  return (
    <table className={classes['table']} aria-label="登记码">
      <thead>
        <tr>
          <th scope="col">登记到</th>
          <th scope="col">说明</th>
          <th scope="col">发放时间</th>
          <th scope="col">有效期至</th>
          <th scope="col">状态</th>
          <th scope="col">操作</th>
        </tr>
      </thead>
      <tbody>
        {codes.map((code) => (
          <tr key={code.id} data-off={code.usedAt !== null || undefined}>
            <th scope="row">{code.orgUnit.name}</th>
            <td>{code.note}</td>
            <td className={classes['narrow']}>{whenText(code.createdAt)}</td>
            <td className={classes['narrow']}>{whenText(code.expiresAt)}</td>
            <td>
              <CodeState code={code} now={now} />
            </td>
            <td>
              {code.usedAt === null && (
                <Button size="compact-sm" variant="subtle" onClick={() => onWithdraw(code)}>
                  收回
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function CodeState({ code, now }: { readonly code: CodeMessage; readonly now: string }) {
  if (code.usedAt !== null) return <StateBadge state="quiet">{`${whenText(code.usedAt)} 用过`}</StateBadge>;
  return code.expiresAt < now ? (
    <StateBadge state="soon">已过期</StateBadge>
  ) : (
    <StateBadge state="good">可以用</StateBadge>
  );
}

interface WithdrawCodeDialogProps {
  readonly code: CodeMessage;
  readonly onClose: () => void;
}

function WithdrawCodeDialog({ code: { id, orgUnit, note }, onClose }: WithdrawCodeDialogProps) {
  const act = useAct();
  const withdraw = async () => {
    const path = `/administration/codes/${id}/withdraw`;
    if ((await act.act('POST', path, {}, '登记码已收回')) !== null) onClose();
  };
  return (
    <AskDialog
      title="收回登记码"
      confirm="收回"
      missing={null}
      act={act}
      onConfirm={() => void withdraw()}
      onClose={onClose}
    >
      <Text size="sm">
        {`发给${orgUnit.name}${note === '' ? '' : `（${note}）`}的登记码收回后不能再用来登记电脑。已经登记的电脑不受影响，要停用请到“设备”里办。`}
      </Text>
    </AskDialog>
  );
}

interface CreateCodeDialogProps {
  readonly onClose: () => void;
  readonly onMade: (code: CodeMessage) => void;
}

function CreateCodeDialog({ onClose, onMade }: CreateCodeDialogProps) {
  const { listed } = useCountyList('/administration/org-units', orgUnitsReply);
  const [orgUnitId, setOrgUnitId] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const act = useAct();
  const create = async () => {
    const body = { orgUnitId, note: note.trim() };
    const made = await act.act<CodeMessage>('POST', '/administration/codes', body, '登记码已发放');
    if (made !== null) onMade(made);
  };
  return (
    <AskDialog
      title="发登记码"
      confirm="发放"
      missing={orgUnitId === null ? '请选择这台电脑属于哪里。' : null}
      act={act}
      onConfirm={() => void create()}
      onClose={onClose}
    >
      <Select
        label="这台电脑属于"
        description="它最多能看到这一级和下面的记录。"
        withAsterisk
        data-autofocus
        searchable
        nothingFoundMessage="没有这个地方"
        data={listed.status === 'ready' ? placeOptions(listed.items) : []}
        value={orgUnitId}
        onChange={setOrgUnitId}
      />
      <TextInput
        label="说明"
        description="给谁、哪台电脑，方便以后查。"
        placeholder="例如：青溪镇党建办李晓的台式机"
        maxLength={100}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </AskDialog>
  );
}
