/** One parked edit: why it was not taken, what was typed, and the four ways on. */
import { Button } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useOffice, useRegister } from '@renderer/data/react';
import { saveReport, tell } from '@renderer/take-away/save-table';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import {
  declineOperations,
  discardOperations,
  handOverOperations,
  resendOperations,
  type TypedValues,
} from './parked-actions';
import { outcomeText, partOf } from './parked-list';
import { parkedTable } from './parked-table';
import type { ParkedView } from './parked-view';
import classes from './parking-bay.module.css';
import { ReasonDialog } from './reason-dialog';
import { ResendForm } from './resend-form';
import { useParking } from './use-parking';

interface ParkedPanelProps {
  readonly view: ParkedView;
  /** At the county, what townships handed over is dealt with here. */
  readonly isOrganizer: boolean;
  /** The county takes nothing from those who only read. */
  readonly mayHandOver: boolean;
}

type Mode = 'look' | 'resend' | 'discard' | 'decline';

export function ParkedPanel({ view, isOrganizer, mayHandOver }: ParkedPanelProps) {
  const [mode, setMode] = useState<Mode>('look');
  const actions = useParkedActions(view, () => setMode('look'));
  const part = partOf(view.parked);
  const isOpenHere = part === 'waiting' || (part === 'handedOver' && isOrganizer);
  return (
    <article className={classes['panel']}>
      <PanelHead view={view} />
      <p className={classes['reason']} role="note">
        {view.parked.problemText}
      </p>
      {part === 'handedOver' && !isOrganizer && (
        <p className={classes['state']}>已移交县级，等待县级办理。办理结果会出现在这里。</p>
      )}
      {part === 'done' && <p className={classes['state']}>{outcomeText(view)}。</p>}
      {mode === 'resend' ? (
        <ResendForm
          view={view}
          confirm={part === 'handedOver' ? '按此办理' : '重报'}
          onCancel={() => setMode('look')}
          onConfirm={actions.resend}
        />
      ) : (
        <>
          <Lines view={view} />
          {isOpenHere && (
            <Buttons
              view={view}
              isHandedOver={part === 'handedOver'}
              mayHandOver={mayHandOver && view.collection !== 'conflicts'}
              onMode={setMode}
              actions={actions}
            />
          )}
        </>
      )}
      {(mode === 'discard' || mode === 'decline') && (
        <ReasonDialog
          {...(mode === 'discard' ? discardWords : declineWords)}
          onCancel={() => setMode('look')}
          onConfirm={mode === 'discard' ? actions.discard : actions.decline}
        />
      )}
    </article>
  );
}

const discardWords = {
  title: '放弃这条改动',
  words: '放弃后不再上报，内容和理由留在“已处理”里，以后查得到。',
  label: '放弃的理由',
  placeholder: '例如：与李晓的修改重复',
  confirm: '放弃',
};
const declineWords = {
  title: '不采纳',
  words: '移交的乡镇会看到理由。',
  label: '不采纳的理由',
  placeholder: '例如：已与登记机关核对，原记录无误',
  confirm: '不采纳',
};

function useParkedActions(view: ParkedView, close: () => void) {
  const register = useRegister();
  const { settled, commit, commitForGood } = useParking();
  const closeWhen = (saving: Promise<boolean>) => {
    saving.then(
      (isSaved) => isSaved && close(),
      () => {},
    );
  };
  const isIdFree = () =>
    register.table(view.collection).getIncludingDeleted(view.parked.documentId) === undefined;
  return {
    resend: (values: TypedValues) =>
      closeWhen(
        commit(
          resendOperations(view, values, settled(), isIdFree()),
          `重报：${view.title}`,
          '已改好，会随下次同步上报。',
        ),
      ),
    discard: (reason: string) =>
      closeWhen(
        commit(discardOperations(view, reason, settled()), `放弃搁置的改动：${view.title}`, '已放弃。'),
      ),
    decline: (reason: string) =>
      closeWhen(commit(declineOperations(view, reason, settled()), `不采纳移交：${view.title}`, '已答复。')),
    handOver: () =>
      modals.openConfirmModal({
        title: '移交县级',
        children: `“${view.title}”的这条改动连同原因交给县级组织员办理，随下次同步送达。移交后不能撤回。`,
        labels: { confirm: '移交', cancel: '不移交' },
        onConfirm: () =>
          closeWhen(
            commitForGood(
              handOverOperations(view),
              `移交县级：${view.title}`,
              '已移交，随下次同步送达县级。',
            ),
          ),
      }),
  };
}

function PanelHead({ view }: { readonly view: ParkedView }) {
  const { tableLabel, title, link, parked, atText, isCreation } = view;
  return (
    <header className={classes['head']}>
      <p className={classes['quiet']}>
        {tableLabel} · {isCreation ? '新建' : '修改'} · {parked.edit.by} {atText} 填写
      </p>
      <h2 className={classes['title']}>
        {link === null ? (
          title
        ) : (
          <Link {...link} className={classes['link']}>
            {title}
          </Link>
        )}
      </h2>
    </header>
  );
}

function Lines({ view }: { readonly view: ParkedView }) {
  return (
    <table className={classes['table']} aria-label="填写的内容">
      <thead>
        <tr>
          <th scope="col">字段</th>
          {!view.isCreation && <th scope="col">现在</th>}
          <th scope="col">当时填的</th>
        </tr>
      </thead>
      <tbody>
        {view.lines.map(({ path, label, now, typed }) => (
          <tr key={path}>
            <th scope="row">{label}</th>
            {!view.isCreation && <td>{now}</td>}
            <td>{typed}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface ButtonsProps {
  readonly view: ParkedView;
  readonly isHandedOver: boolean;
  readonly mayHandOver: boolean;
  readonly onMode: (mode: Mode) => void;
  readonly actions: ReturnType<typeof useParkedActions>;
}

function Buttons({ view, isHandedOver, mayHandOver, onMode, actions }: ButtonsProps) {
  const office = useOffice();
  const register = useRegister();
  const isReachable = view.lines.some((line) => line.isReachable);
  const save = () => {
    void saveReport(parkedTable([view], office?.name ?? '', register.now()), 'xlsx').then(tell);
  };
  return (
    <>
      {!isReachable && (
        <p className={classes['quiet']}>
          这条记录（或所在的那一项）不在本机，不能在这里重报。可以导出留存、移交县级或放弃。
        </p>
      )}
      <div className={classes['actions']}>
        <Button onClick={() => onMode('resend')} disabled={!isReachable}>
          {isHandedOver ? '按内容办理…' : '修改后重报…'}
        </Button>
        {!isHandedOver && mayHandOver && (
          <Button variant="default" onClick={actions.handOver}>
            移交县级…
          </Button>
        )}
        <Button variant="default" onClick={save}>
          导出
        </Button>
        <Button variant="default" onClick={() => onMode(isHandedOver ? 'decline' : 'discard')}>
          {isHandedOver ? '不采纳…' : '放弃…'}
        </Button>
      </div>
    </>
  );
}
