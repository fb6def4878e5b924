/** What the people of an office do with their register, through the same store the screens use. */
import type { CommitAbout, Operation, RegisterStore } from '@renderer/data/register-store';
import type { CollectionName, DocumentOf } from '@shared/domain/collections';
import type { Conflict, ParkedEdit } from '@shared/domain/conflict';
import type { LedgerDocument } from '@shared/domain/document';
import type { Step, StepName } from '../plan/steps';
import { places, townshipOf } from './places';

export interface Office {
  readonly store: RegisterStore;
  /** Place of the office: where new records belong. */
  readonly homeId: string;
  readonly by: string;
  readonly isOrganizer: boolean;
}
type Work = (office: Office, step: Step) => readonly Operation[];

const pick = <T>(list: readonly T[], number: number): T | undefined =>
  list[number % Math.max(1, list.length)];
const about: CommitAbout = { label: '模拟' };

/** Does one step of people's work. @returns once it is saved or was refused; nothing happens when there is no record for it */
export async function work(office: Office, step: Step): Promise<void> {
  if (step.name === 'undo') {
    await office.store.undo();
    return;
  }
  const operations = works[step.name]?.(office, step) ?? [];
  // As on the screen: what was handed over cannot be undone.
  const isUndoable = step.name !== 'handOverParked';
  if (operations.length > 0) await office.store.commit(operations, { ...about, isUndoable });
}

export const isWork = (name: StepName): boolean => name === 'undo' || name in works;

/** What the county begins with: enough in every place for GUARD-1 to matter when somebody leaves it. */
export async function foundRecords({ store }: Office): Promise<void> {
  const unitsIn = (orgUnitId: string, count: number) =>
    Array.from({ length: count }, (_, index): Operation => {
      const townshipId = townshipOf(orgUnitId) ?? orgUnitId;
      const name = `${orgUnitId}企业${index}`;
      const draft = { orgUnitId, unitType: 'enterprise', name, townshipId, status: 'operating' } as const;
      return { op: 'create', collection: 'units', draft };
    });
  const orgsIn = (orgUnitId: string, count: number) =>
    Array.from({ length: count }, (_, index): Operation => {
      const draft = {
        orgUnitId,
        name: `${orgUnitId}支部${index}`,
        tier: 'branch',
        status: 'active',
      } as const;
      return { op: 'create', collection: 'partyOrgs', draft };
    });
  const units = [...unitsIn('town-1', 22), ...unitsIn('village-1', 8), ...unitsIn('town-2', 8)];
  const orgs = [...orgsIn('town-1', 3), ...orgsIn('town-2', 2), ...orgsIn('county', 2)];
  await store.commit([...units, ...orgs], about);
}

/** The records edits fall on: few, so that offices meet on them. */
function target(
  { store }: Office,
  number: number,
  isDeleted: boolean,
): { readonly collection: 'units' | 'partyOrgs'; readonly document: LedgerDocument } | null {
  const collection = number % 3 === 0 ? 'partyOrgs' : 'units';
  const all: readonly LedgerDocument[] = store.table(collection).allIncludingDeleted();
  const fitting = all.filter((one) => (one.deletedAt !== null) === isDeleted);
  const byId = [...fitting].sort((a, b) => (a.id < b.id ? -1 : 1));
  // The oldest ids most of the time: everybody knows those.
  const document = pick(number % 5 === 0 ? byId : byId.slice(0, 6), Math.floor(number / 7));
  return document ? { collection, document } : null;
}

const change = (
  collection: CollectionName,
  id: string,
  changes: Readonly<Record<string, unknown>>,
): Operation[] => [{ op: 'change', collection, id, changes }];

function newUnit(office: Office, number: number): Operation {
  const township = townshipOf(office.homeId) ?? pick(places, number)?.id ?? office.homeId;
  return {
    op: 'create',
    collection: 'units',
    draft: { unitType: 'enterprise', name: `单位${number}`, townshipId: township, status: 'operating' },
  };
}

/** Values two offices may well both type. */
const unitEdits: readonly ((b: number) => Readonly<Record<string, unknown>>)[] = [
  (b) => ({ staff: b % 4 }),
  (b) => ({ name: `单位${b % 5}` }),
  (b) => ({ aboveScale: [true, false, null][b % 3] }),
  (b) => ({ 'contact.phone': `0755-${b % 3}`, legalRep: `法人${b % 3}` }),
  (b) => ({ remarks: b % 3 === 0 ? null : `备注${b % 4}`, operatingAddress: `工业路${b % 3}号` }),
  (b) => ({ 'owner.name': `出资人${b % 3}`, staff: b % 50, keyFields: b % 2 === 0 ? ['building'] : [] }),
  (b) => ({ status: b % 2 === 0 ? 'operating' : 'suspended' }),
];
const orgEdits: readonly ((b: number) => Readonly<Record<string, unknown>>)[] = [
  (b) => ({ name: `党支部${b % 4}` }),
  (b) => ({ tier: b % 2 === 0 ? 'branch' : null, remarks: `备注${b % 3}` }),
  (b) => ({ status: ['active', 'weak', 'dissolved'][b % 3] }),
];

function editFields(office: Office, { a, b }: Step): Operation[] {
  const found = target(office, a, false);
  if (!found) return [];
  const { collection, document } = found;
  const edit = pick(collection === 'units' ? unitEdits : orgEdits, Math.floor(b / 11));
  return edit ? change(collection, document.id, edit(b)) : [];
}

/** An entry of a party organization's covers, and fields below it. */
function entryOf(office: Office, a: number, b: number) {
  const orgs = office.store.table('partyOrgs').all();
  const org = pick([...orgs].sort((x, y) => (x.id < y.id ? -1 : 1)).slice(0, 4), a);
  const entryId = org ? pick(Object.keys(org.covers).sort(), b) : undefined;
  return { org, entryId };
}

const conflictsOf = ({ store }: Office): Conflict[] =>
  store
    .table('conflicts')
    .all()
    .filter((one): one is Conflict => one.kind === 'conflict' && one.state === 'open')
    .sort((x, y) => (x.id < y.id ? -1 : 1));
const parkedOf = ({ store }: Office): ParkedEdit[] =>
  store
    .table('conflicts')
    .all()
    .filter((one): one is ParkedEdit => one.kind === 'parked' && one.outcome === null)
    .sort((x, y) => (x.id < y.id ? -1 : 1));

const settledBy = ({ by, store }: Office) => ({ state: 'settled', settledAt: store.now(), settledBy: by });

const works: Partial<Record<StepName, Work>> = {
  editFields,
  addEntry: (office, { a, b }) => {
    const { org } = entryOf(office, a, b);
    const unit = pick(office.store.table('units').all(), b);
    if (!org || !unit) return [];
    // A few fixed names: two offices adding the same entry is the case to see.
    const entryId = b % 3 === 0 ? `cover-${b % 4}` : office.store.newId();
    return change('partyOrgs', org.id, { [`covers.${entryId}`]: { unitId: unit.id, from: null, to: null } });
  },
  removeEntry: (office, { a, b }) => {
    const { org, entryId } = entryOf(office, a, b);
    return org && entryId !== undefined
      ? change('partyOrgs', org.id, { [`covers.${entryId}`]: undefined })
      : [];
  },
  changeEntry: (office, { a, b }) => {
    const { org, entryId } = entryOf(office, a, b);
    if (!org || entryId === undefined) return [];
    return change('partyOrgs', org.id, { [`covers.${entryId}.to`]: ['2026-03', '2026-04', null][b % 3] });
  },
  createRecord: (office, { a, b }) => {
    if (a % 3 !== 0) return [newUnit(office, b)];
    const draft = { name: `党支部${b}`, tier: 'branch', formation: 'solo', status: 'active' } as const;
    return [{ op: 'create', collection: 'partyOrgs', draft }];
  },
  importRows: (office, { a }) => Array.from({ length: 500 }, (_, row) => newUnit(office, a + row)),
  deleteRecord: (office, { a }) => {
    const found = target(office, a, false);
    return found ? [{ op: 'delete', collection: found.collection, id: found.document.id }] : [];
  },
  undeleteRecord: (office, { a }) => {
    const found = target(office, a, true);
    return found ? [{ op: 'restore', collection: found.collection, id: found.document.id }] : [];
  },
  moveRecord: (office, { a, b }) => {
    const found = target(office, a, false);
    const to = pick(places, b)?.id;
    // Clerks try it too, and are refused by the county.
    if (!found || to === undefined || (!office.isOrganizer && b % 10 !== 0)) return [];
    const moved = found.collection === 'units' ? { orgUnitId: to, townshipId: to } : { orgUnitId: to };
    return change(found.collection, found.document.id, moved);
  },
  createPlace: (office, { b }) => {
    const draft = { name: `村${b}`, level: 'village', parentId: office.homeId } as const;
    const site = { id: office.store.newId(), orgUnitId: undefined };
    const unit = newUnit(office, b);
    if (unit.op !== 'create' || unit.collection !== 'units') return [];
    return [
      { op: 'create', collection: 'orgUnits', draft: { ...draft, id: site.id } },
      { op: 'create', collection: 'units', draft: { ...unit.draft, orgUnitId: site.id, siteIds: [site.id] } },
    ];
  },
  settleConflict: (office, { a, b }) => {
    const conflict = pick(conflictsOf(office), a);
    return conflict ? settle(office, conflict, b) : [];
  },
  resendParked: (office, { a }) => {
    const parked = pick(parkedOf(office), a);
    if (!parked) return [];
    const changes = { ...settledBy(office), outcome: 'resent' };
    return [...resent(office, parked), ...change('conflicts', parked.id, changes)];
  },
  discardParked: (office, { a }) => {
    const parked = pick(parkedOf(office), a);
    if (!parked) return [];
    return change('conflicts', parked.id, { ...settledBy(office), outcome: 'discarded', reason: '不再需要' });
  },
  handOverParked: (office, { a }) => {
    const parked = pick(parkedOf(office), a);
    return parked ? change('conflicts', parked.id, { ...settledBy(office), outcome: 'handedOver' }) : [];
  },
};

function settle(office: Office, conflict: Conflict, b: number): Operation[] {
  // The name was written by the county, which knows its collections.
  const collection = conflict.documentCollection as CollectionName;
  const document = office.store.table(collection).getIncludingDeleted(conflict.documentId);
  const choice = document ? (['mine', 'theirs', 'other'] as const)[b % 3] : 'theirs';
  const settled = change('conflicts', conflict.id, { ...settledBy(office), choice });
  if (!document || choice === 'theirs') return settled;
  const isEntry = /^covers\.[^.]+$/.test(conflict.path);
  const mine = isEntry && conflict.mine.value === null ? undefined : conflict.mine.value;
  const value = choice === 'other' && conflict.path === 'name' ? `另名${b}` : mine;
  return [...change(collection, conflict.documentId, { [conflict.path]: value }), ...settled];
}

/** The parked change once more, on the record as it is now; a parked creation under a new number. */
function resent(office: Office, { documentCollection, documentId, edit, content }: ParkedEdit): Operation[] {
  const collection = documentCollection as CollectionName;
  if (edit.op === 'create') {
    if (content === null || collection !== 'units') return [];
    const { name, unitType, townshipId, status } = content as DocumentOf<'units'>;
    return [{ op: 'create', collection: 'units', draft: { name, unitType, townshipId, status } }];
  }
  if (!office.store.table(collection).getIncludingDeleted(documentId)) return [];
  const to = Object.entries(edit.changes).map(([path, { to: value }]) => [path, value]);
  return change(collection, documentId, Object.fromEntries(to));
}
