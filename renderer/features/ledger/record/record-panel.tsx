import { useDocument } from '@renderer/data/react';
import type { Lookups } from '../fields/field-kind';
import { tableModel } from '../tables/all-tables';
import type { LedgerDocumentOf, LedgerTable } from '../tables/table-model';
import { PanelHead } from './panel-head';
import { RecordForm } from './record-form';
import classes from './record-panel.module.css';

interface RecordPanelProps {
  readonly table: LedgerTable;
  /** null = a new record. */
  readonly id: string | null;
  readonly lookups: Lookups;
  readonly onClose: () => void;
  /** After a new record was saved. */
  readonly onOpen: (id: string) => void;
}

/** The chosen record beside the table: all its fields, saved together. */
export function RecordPanel({ table, id, lookups, onClose, onOpen }: RecordPanelProps) {
  const document: LedgerDocumentOf | undefined = useDocument(table, id);
  const { noun } = tableModel(table);
  if (id !== null && document === undefined)
    return (
      <aside className={classes['panel']} aria-label={noun}>
        <PanelHead title={`这条${noun}已经不在台账中`} onClose={onClose} />
      </aside>
    );
  return (
    <aside className={classes['panel']} aria-label={document === undefined ? `新建${noun}` : document.name}>
      <RecordForm
        table={table}
        document={document ?? null}
        lookups={lookups}
        onClose={onClose}
        onOpen={onOpen}
      />
    </aside>
  );
}
