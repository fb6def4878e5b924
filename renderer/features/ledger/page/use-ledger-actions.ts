/** What can be done to records of a table from its page; every action is one undo step and says what it did. */
import type { CellChange, CellGesture, NewRowCells } from '@renderer/components/data-grid/grid-types';
import { useOffice, useRegister } from '@renderer/data/react';
import type { Operation, RegisterStore } from '@renderer/data/register-store';
import { chinaDayOf } from '@shared/lib/day';
import { useMemo } from 'react';
import { draftOf } from '../record/new-record';
import { tableModel } from '../tables/all-tables';
import type { LedgerTable } from '../tables/table-model';
import { describeGesture, operationsOf } from './cell-operations';
import { isSaved, takeBack, tellDone, tellUndoable } from './notices';

export interface LedgerActions {
  readonly commitCells: (changes: readonly CellChange[], gesture: CellGesture) => Promise<void>;
  readonly append: (rows: readonly NewRowCells[]) => void;
  readonly remove: (ids: readonly string[]) => void;
  readonly restore: (ids: readonly string[]) => void;
  readonly undo: () => void;
  readonly redo: () => void;
}

/** Township a new record of this office belongs to; null for a county office. */
export function homeTownshipOf(register: RegisterStore, homeOrgUnitId: string | undefined): string | null {
  const home = homeOrgUnitId === undefined ? undefined : register.table('orgUnits').get(homeOrgUnitId);
  return home?.level === 'township' ? home.id : null;
}

async function doAgain(register: RegisterStore): Promise<void> {
  const label = await register.redo();
  if (label !== null) tellDone(`已重做：${label}`);
}

export function useLedgerActions(table: LedgerTable, labelOf: (columnId: string) => string): LedgerActions {
  const register = useRegister();
  const office = useOffice();
  const homeId = office?.homeOrgUnitId;
  return useMemo(() => {
    const { noun, measure } = tableModel(table);
    const save = async (operations: readonly Operation[], label: string, done?: string) => {
      const result = await register.commit(operations, { label });
      if (isSaved(result) && done !== undefined) tellUndoable(register, done);
    };
    const forAll = (op: 'delete' | 'restore', ids: readonly string[]): Operation[] =>
      ids.map((id) => ({ op, collection: table, id }));
    return {
      commitCells: (changes, gesture) => {
        const today = chinaDayOf(register.now());
        const operations = operationsOf(table, changes, (id) => register.table(table).get(id), today);
        return save(operations, describeGesture(changes, gesture, labelOf));
      },
      append: (rows) => {
        const home = homeTownshipOf(register, homeId);
        const operations = rows.map((cells) => createOperation(table, home, cells));
        void save(
          operations,
          `粘贴新增 ${rows.length} ${measure}${noun}`,
          `已新增 ${rows.length} ${measure}${noun}`,
        );
      },
      remove: (ids) =>
        void save(
          forAll('delete', ids),
          `删除 ${ids.length} ${measure}${noun}`,
          `已删除 ${ids.length} ${measure}${noun}，可在“已删除”中找回`,
        ),
      restore: (ids) =>
        void save(
          forAll('restore', ids),
          `恢复 ${ids.length} ${measure}${noun}`,
          `已恢复 ${ids.length} ${measure}${noun}`,
        ),
      undo: () => void takeBack(register),
      redo: () => void doAgain(register),
    };
  }, [register, table, labelOf, homeId]);
}

/** The draft fits its table; the union of all collections cannot express that a table decides it. */
export const createOperation = (
  table: LedgerTable,
  townshipId: string | null,
  values: Readonly<Record<string, unknown>>,
): Operation => ({ op: 'create', collection: table, draft: draftOf(table, townshipId, values) }) as Operation;
