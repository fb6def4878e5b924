/** A register with one unit that two offices worked on, and conflicts about it as the county makes them. */
import { lookupsOf } from '@renderer/data/history';
import type { NewDocument, RegisterStore } from '@renderer/data/register-store';
import { type ConflictView, viewConflict } from '@renderer/features/conflicts/conflict-view';
import type { Conflict } from '@shared/domain/conflict';
import { addOffice, addUnit, openTestRegister } from '../../support/register/test-register';

export const today = '2026-03-10';

export interface Two {
  readonly register: RegisterStore;
  readonly unitId: string;
}

export async function openTwo(more: Partial<NewDocument<'units'>> = {}): Promise<Two> {
  const register = await openTestRegister();
  await addOffice(register);
  return { register, unitId: await addUnit(register, more) };
}

type Sides = Pick<Conflict, 'path'> & {
  readonly before?: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
  readonly mineBy?: string;
  readonly theirsBy?: string;
  readonly mineAt?: string;
  readonly theirsAt?: string;
  readonly documentId?: string;
  readonly editId?: string;
};

export async function addConflict({ register, unitId }: Two, sides: Sides): Promise<string> {
  const draft: NewDocument<'conflicts'> = {
    kind: 'conflict',
    documentCollection: 'units',
    documentId: sides.documentId ?? unitId,
    state: 'open',
    path: sides.path,
    before: sides.before ?? null,
    mine: {
      value: sides.mine,
      by: sides.mineBy ?? '李晓',
      at: sides.mineAt ?? '2026-03-05T02:00:00.000Z',
      editId: sides.editId ?? 'edit-mine',
    },
    theirs: {
      value: sides.theirs,
      by: sides.theirsBy ?? '周海',
      at: sides.theirsAt ?? '2026-03-03T02:00:00.000Z',
      editId: null,
    },
  };
  const result = await register.commit([{ op: 'create', collection: 'conflicts', draft }], { label: '冲突' });
  if (result.status === 'failed') throw new Error(JSON.stringify(result.problems));
  return result.ids[0]!;
}

export function viewOf({ register }: Two, id: string): ConflictView {
  const conflict = register.table('conflicts').get(id);
  if (conflict?.kind !== 'conflict') throw new Error('no such conflict');
  const view = viewConflict(conflict, register, lookupsOf(register));
  if (view === null) throw new Error('unknown table');
  return view;
}

/** A conflict and how the screen sees it. */
export const conflictOf = async (two: Two, sides: Sides): Promise<ConflictView> =>
  viewOf(two, await addConflict(two, sides));

export async function change({ register, unitId }: Two, changes: Record<string, unknown>): Promise<void> {
  const result = await register.commit([{ op: 'change', collection: 'units', id: unitId, changes }], {
    label: '改',
  });
  if (result.status === 'failed') throw new Error(JSON.stringify(result.problems));
}
