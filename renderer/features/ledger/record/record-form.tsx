import { Button } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useMayWrite } from '@renderer/sync/status/use-may-write';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { Lookups } from '../fields/field-kind';
import { tellDone } from '../page/notices';
import { tableModel } from '../tables/all-tables';
import type { LedgerDocumentOf, LedgerTable } from '../tables/table-model';
import { FieldGroups } from './field-groups';
import { PanelHead } from './panel-head';
import { ReceiptBadge } from './receipt-badge';
import classes from './record-panel.module.css';
import { useRecordForm } from './use-record-form';

interface RecordFormProps {
  readonly table: LedgerTable;
  /** null = a new record. */
  readonly document: LedgerDocumentOf | null;
  readonly lookups: Lookups;
  /** After a new record was saved. */
  readonly onOpen: (id: string) => void;
  /** Absent on a page of its own, which needs no panel head. */
  readonly onClose?: () => void;
}

/** All fields of a record, saved together. */
export function RecordForm({ table, document, lookups, onClose, onOpen }: RecordFormProps) {
  const model = tableModel(table);
  const { form, problems, save, keep, setUnreadable, newId } = useRecordForm(table, document);
  const isDirty = form.isDirty();
  const isDeleted = document !== null && document.deletedAt !== null;
  const mayWrite = useMayWrite(table);
  const gaps = useGapMarks(document === null);
  const [refusals, setRefusals] = useState(0);
  useSaveOnLeave(document, isDirty, save);
  const close = () => {
    if (onClose === undefined) return;
    if (document !== null || !isDirty) onClose();
    else askToDiscard(model.noun, onClose);
  };
  const submit = async () => {
    const id = await save();
    gaps.showAll();
    if (id === null) {
      setRefusals((count) => count + 1);
      return;
    }
    tellDone(document === null ? `已新建${model.noun}` : '已保存');
    if (document === null) onOpen(id);
  };
  return (
    <form
      className={classes['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {onClose !== undefined && (
        <PanelHead
          title={document?.name ?? `新建${model.noun}`}
          note={isDeleted ? '已删除' : isDirty ? '有未保存的修改' : ''}
          onClose={close}
          link={document === null ? null : <HeadLinks table={table} document={document} />}
        />
      )}
      <div className={classes['scroll']}>
        <FieldGroups
          table={table}
          values={form.values}
          lookups={lookups}
          errors={form.errors}
          refusals={refusals}
          problems={problems}
          isGapShown={gaps.isShown}
          onLeave={gaps.leave}
          newId={newId}
          onChange={(path, value) => form.setFieldValue(path, value)}
          onUnreadable={setUnreadable}
          onKeep={document === null || !mayWrite ? null : keep}
          isDisabled={isDeleted || !mayWrite}
          openAtFirst={openGroups(table, document === null, onClose === undefined)}
        />
      </div>
      {mayWrite && (
        <div className={classes['foot']}>
          {document !== null && (
            <Button size="xs" variant="default" disabled={!isDirty} onClick={() => form.reset()}>
              放弃修改
            </Button>
          )}
          <Button size="xs" type="submit" disabled={isDeleted || (document !== null && !isDirty)}>
            保存
          </Button>
        </div>
      )}
    </form>
  );
}

/** An empty new record is not full of gaps: a field is marked once somebody has left it, all when saving failed. */
function useGapMarks(isNew: boolean) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [areAllShown, setAllShown] = useState(!isNew);
  return {
    isShown: (path: string) => areAllShown || left.has(path),
    leave: (path: string) => isNew && !left.has(path) && setLeft(new Set([...left, path])),
    showAll: () => setAllShown(true),
  };
}

/** A page has room for everything; the panel opens what is asked for most. */
function openGroups(table: LedgerTable, isNew: boolean, isPage: boolean): string[] {
  const labels = tableModel(table).groups.map((group) => group.label);
  return isPage ? labels : labels.slice(0, isNew ? 1 : 2);
}

interface HeadLinksProps {
  readonly table: LedgerTable;
  readonly document: LedgerDocumentOf;
}

const HeadLinks = ({ table, document }: HeadLinksProps) => (
  <>
    <ReceiptBadge table={table} document={document} />
    {table === 'units' && <DetailLink unitId={document.id} />}
  </>
);

const DetailLink = ({ unitId }: { unitId: string }) => (
  <Link to="/ledger/units/$unitId" params={{ unitId }} className={classes['detail']}>
    查看详情
  </Link>
);

/** Going to another record saves what was typed; nothing a clerk entered is ever dropped in silence. */
function useSaveOnLeave(
  document: LedgerDocumentOf | null,
  isDirty: boolean,
  save: () => Promise<string | null>,
): void {
  const latest = useRef({ document, isDirty, save });
  latest.current = { document, isDirty, save };
  useEffect(
    () => () => {
      const { document: left, isDirty: isLeftDirty, save: saveLeft } = latest.current;
      if (left === null || !isLeftDirty) return;
      void saveLeft().then((id) =>
        tellDone(
          id === null ? `“${left.name}”有填写错误，刚才的修改没有保存` : `已保存对“${left.name}”的修改`,
        ),
      );
    },
    [],
  );
}

function askToDiscard(noun: string, onDiscard: () => void): void {
  modals.openConfirmModal({
    title: `放弃新建的${noun}？`,
    children: '已经填写的内容还没有保存，关闭后就没有了。',
    labels: { confirm: '放弃', cancel: '继续填写' },
    onConfirm: onDiscard,
  });
}
