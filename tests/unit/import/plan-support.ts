/** Read workbooks and registers for planning tests, and the register a plan leads to. */

import { withValueAt } from '@shared/domain/changes';
import {
  type CollectionName,
  collectionNames,
  collectionSchemas,
  type Register,
} from '@shared/domain/collections';
import { applyDecisions } from '@shared/import/apply-decisions';
import type {
  FieldValues,
  ReadAssignment,
  ReadCover,
  ReadInstructor,
  ReadPartyOrg,
  ReadPartyRoom,
  ReadPerson,
  ReadPost,
  ReadSheet,
  ReadUnit,
  ReadWorkbook,
  SheetKind,
} from '@shared/import/model';
import type {
  Decisions,
  ImportPlan,
  PlanContext,
  PlanItem,
  PlannedOperation,
} from '@shared/import/plan-model';
import { answersToRemember } from '@shared/import/remembered-answers';

export const townshipId = 'township-1';
const at = '2026-07-01T00:00:00.000Z';

/** Never the same id twice, also over several plannings of one test. */
let nextId = 0;

export function testContext(more: Partial<PlanContext> = {}): PlanContext {
  return {
    now: at,
    newId: () => `new-${++nextId}`,
    townshipId,
    officeId: townshipId,
    asOf: '2026-06-30',
    fileSha256: null,
    decisions: {},
    ids: {},
    ...more,
  };
}

/** Fields of a document by name; `stored` checks them. */
export interface StoredFields {
  readonly id: string;
  readonly [field: string]: unknown;
}

const bookkeeping = (id: string) => ({
  id,
  orgUnitId: townshipId,
  createdAt: at,
  createdBy: '测试',
  updatedAt: at,
  updatedBy: '测试',
  rev: 1,
  deletedAt: null,
  source: 'import',
});

/** A stored document from its own fields; whatever does not satisfy the schema fails here. */
export const stored = (collection: CollectionName, fields: StoredFields): unknown =>
  collectionSchemas[collection].parse({ ...bookkeeping(fields.id), ...fields });

export function registerOf(documents: Partial<Record<CollectionName, readonly StoredFields[]>>): Register {
  const township = { id: townshipId, name: '清溪镇', level: 'township', parentId: 'county' };
  const all = { ...documents, orgUnits: [township, ...(documents.orgUnits ?? [])] };
  const parsed = collectionNames.map((name) => [name, (all[name] ?? []).map((each) => stored(name, each))]);
  // Every collection is present and parsed by its own schema.
  return Object.fromEntries(parsed) as Register;
}

/** The register after these writes, each document checked against its schema. */
export function afterWriting(register: Register, operations: readonly PlannedOperation[]): Register {
  const collections = new Map<CollectionName, Map<string, StoredFields>>(
    collectionNames.map((name) => [name, new Map(register[name].map((each) => [each.id, each]))]),
  );
  for (const operation of operations) {
    const documents = collections.get(operation.collection)!;
    if (operation.op === 'create') {
      documents.set(operation.draft.id, { ...bookkeeping(operation.draft.id), ...operation.draft });
      continue;
    }
    const before = documents.get(operation.id)!;
    const after = Object.entries(operation.changes).reduce(
      (state, [path, value]) => withValueAt(state, path, value),
      before,
    );
    documents.set(operation.id, after);
  }
  const parsed = [...collections].map(([name, documents]) => [
    name,
    [...documents.values()].map((each) => collectionSchemas[name].parse(each)),
  ]);
  return Object.fromEntries(parsed) as Register;
}

export const afterImport = (plan: ImportPlan, decisions: Decisions = plan.decisions): Register =>
  afterWriting(plan.source.register, applyDecisions(plan, decisions));

/** The batch an import leaves behind, with the answers given in it. */
export const batchOf = (plan: ImportPlan, more: object = {}): StoredFields => ({
  id: `batch-${++nextId}`,
  kind: 'importBatch',
  fileName: plan.fileName,
  fileSha256: 'a'.repeat(64),
  fileSizeBytes: 1,
  importedAt: at,
  undoneAt: null,
  counts: {},
  touched: {},
  sheets: [],
  answers: answersToRemember(plan.items),
  ...more,
});
export const withBatches = (register: Register, ...batches: StoredFields[]): Register => ({
  ...register,
  // Checked by the schema of settings.
  settings: batches.map((batch) => stored('settings', batch)) as Register['settings'],
});

export const readUnit = (row: number, values: FieldValues, more: Partial<ReadUnit> = {}): ReadUnit => ({
  row,
  isHidden: false,
  values,
  siteName: null,
  parkName: null,
  parkGrade: null,
  townshipName: null,
  isOrgBuilt: null,
  partyOrg: null,
  instructors: [],
  ...more,
});
export const readOrg = (
  rows: readonly number[],
  values: FieldValues,
  covers: readonly ReadCover[],
  more: { isNameProposed?: boolean; secretary?: string } = {},
): ReadPartyOrg => {
  const posts: ReadPost[] = more.secretary
    ? [{ row: rows[0]!, post: 'secretary', name: more.secretary }]
    : [];
  return {
    row: rows[0]!,
    rows,
    isHidden: false,
    values,
    covers,
    posts,
    isNameProposed: more.isNameProposed ?? false,
  };
};
export const readInstructor = (
  row: number,
  values: FieldValues,
  assignments: readonly ReadAssignment[],
): ReadInstructor => ({ row, rows: [row], isHidden: false, values, assignments });
export const assignmentTo = (row: number, unitName: string, values: FieldValues = {}): ReadAssignment => ({
  row,
  unitName,
  unit: null,
  values,
});
export const readRoom = (
  row: number,
  values: FieldValues,
  more: Partial<ReadPartyRoom> = {},
): ReadPartyRoom => ({
  row,
  isHidden: false,
  values,
  siteName: null,
  unitName: null,
  ...more,
});
export const readPerson = (
  row: number,
  values: FieldValues,
  workUnitName: string | null = null,
): ReadPerson => ({
  row,
  isHidden: false,
  values,
  workUnitName,
});

export const readSheet = (kind: SheetKind, more: Partial<ReadSheet>): ReadSheet => ({
  name: '表1',
  kind,
  isHidden: false,
  headerRows: [1],
  headerPaths: [],
  columns: [],
  title: null,
  reportingUnit: null,
  villageName: null,
  units: [],
  partyOrgs: [],
  instructors: [],
  partyRooms: [],
  people: [],
  skippedRows: [],
  problems: [],
  ...more,
});
export const workbookOf = (...sheets: ReadSheet[]): ReadWorkbook => ({
  fileName: '台账.xlsx',
  sheets,
  problems: [],
});
export const unitsBook = (...units: ReadUnit[]): ReadWorkbook => workbookOf(readSheet('units', { units }));

export const itemAt = (plan: ImportPlan, row: number, collection = 'units'): PlanItem => {
  const item = plan.items.find((each) => each.row === row && each.collection === collection);
  if (!item) throw new Error(`no ${collection} item for row ${row}`);
  return item;
};
