/** The final yes: office where there is none, the batch itself, and what was learned about columns. */
import { commitImport, type ImportResult } from '@renderer/data/import-batches';
import type { Operation, RegisterStore } from '@renderer/data/register-store';
import type { Platform } from '@renderer/platform/platform';
import type { OrgUnit } from '@shared/domain/org-unit';
import { pathKey } from '@shared/import/03-map-columns';
import type { PlannedOperation } from '@shared/import/plan-model';
import { answersToRemember } from '@shared/import/remembered-answers';
import { columnMemoryOf } from './plan-basis';
import { rememberColumns } from './remembered-columns';
import { takenSheets, type WizardState } from './wizard-state';

interface WriteRequest {
  readonly state: WizardState;
  readonly file: File;
  readonly fileSha256: string;
  readonly operations: readonly PlannedOperation[];
  readonly newTownship: OrgUnit | null;
  readonly onProgress: (doneCount: number, totalCount: number) => void;
}

export interface WriteParts {
  readonly store: RegisterStore;
  readonly files: Pick<Platform, 'keepFile'>;
  /** A backup of the register as it is before the import. Never rejects. */
  readonly backUpFirst: () => Promise<unknown>;
}

export async function writeImport(parts: WriteParts, request: WriteRequest): Promise<ImportResult> {
  const { state, file, fileSha256, operations, newTownship, onProgress } = request;
  // What fails here is shown by the keeper; it does not stop the import, which can be taken back as a batch.
  await parts.backUpFirst();
  const { store, files } = parts;
  const plan = state.planning.status === 'ready' ? state.planning.plan : null;
  const result = await commitImport(store, files, {
    fileName: file.name,
    fileSha256,
    bytes: new Uint8Array(await file.arrayBuffer()),
    sheets: takenSheets(state).map(({ name }) => name),
    operations: [...(newTownship ? [createTownship(newTownship)] : []), ...operations],
    counts: plan?.counts ?? {},
    answers: answersToRemember(plan?.items ?? []),
    onProgress,
  });
  if (result.status === 'saved') await saveColumnMemory(store, state);
  return result;
}

const createTownship = ({ id, orgUnitId, name, level, parentId }: OrgUnit): Operation => ({
  op: 'create',
  collection: 'orgUnits',
  draft: { id, orgUnitId, name, level, parentId, attachments: {}, kept: {} },
});

/** Its own commit: what was learned stays when the batch is taken back. */
async function saveColumnMemory(store: RegisterStore, state: WizardState): Promise<void> {
  const memory = columnMemoryOf(store);
  const learned = rememberColumns(memory, takenSheets(state), state.session.input.sheetChoices, pathKey);
  const operations = learned.map(({ sheetKind, columns }): Operation => {
    const known = memory.find((entry) => entry.sheetKind === sheetKind);
    return known
      ? { op: 'change', collection: 'settings', id: known.id, changes: { columns } }
      : {
          op: 'create',
          collection: 'settings',
          draft: { kind: 'columnMemory', sheetKind, columns, attachments: {}, kept: {} },
        };
  });
  if (operations.length > 0) await store.commit(operations, { label: '记住列对应', isUndoable: false });
}
