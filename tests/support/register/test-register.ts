/** A register on real RxDB for tests: memory, or Dexie over an IndexedDB implemented in Node. */
import 'fake-indexeddb/auto';
import { type OpenedRegister, type OpenOptions, openRegister } from '@renderer/data/open-register';
import type { NewDocument, RegisterStore } from '@renderer/data/register-store';
import { diskStorage, type Storage } from '@renderer/data/storage/open-database';
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import { wrappedValidateAjvStorage } from 'rxdb/plugins/validate-ajv';
import { afterEach } from 'vitest';

/** Every write is checked once more inside the storage, as dev mode demands, and by another library than the product's. */
export const storages = {
  memory: () => wrappedValidateAjvStorage({ storage: getRxStorageMemory() }),
  dexie: () => wrappedValidateAjvStorage({ storage: diskStorage() }),
} as const;
export type StorageKind = keyof typeof storages;

let count = 0;
const opened: RegisterStore[] = [];

/** Ids count up, and every look at the clock is a second later. */
export function testClock(start = '2026-03-01T00:00:00.000Z') {
  let seconds = 0;
  return { now: () => new Date(Date.parse(start) + seconds++ * 1000).toISOString() };
}

export const freshName = (): string => `test-${process.pid}-${++count}`;

export async function openTestRegister(
  kind: StorageKind = 'memory',
  options: Partial<OpenOptions> & { storage?: Storage } = {},
): Promise<OpenedRegister> {
  let ids = 0;
  const prefix = `i${++count}-`;
  const store = await openRegister({
    name: freshName(),
    storage: storages[kind](),
    identity: () => ({ by: '李晓', device: '测试机' }),
    now: testClock().now,
    newId: () => `${prefix}${String(++ids).padStart(6, '0')}`,
    ...options,
  });
  opened.push(store);
  return store;
}

// Thirteen collections may be open in one realm: a register left open would stall the next one.
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
});

export const unitDraft = (more: Partial<NewDocument<'units'>> = {}): NewDocument<'units'> => ({
  unitType: 'enterprise',
  name: '青溪纸业有限公司',
  townshipId: 'town-1',
  status: 'operating',
  ...more,
});

/** Commits one unit and returns its id. */
export async function addUnit(
  store: RegisterStore,
  more: Partial<NewDocument<'units'>> = {},
): Promise<string> {
  const result = await store.commit([{ op: 'create', collection: 'units', draft: unitDraft(more) }], {
    label: '新增单位',
  });
  if (result.status === 'failed') throw new Error(JSON.stringify(result.problems));
  return result.ids[0]!;
}

/** The office that settings and other documents without an owner belong to. */
export async function addOffice(store: RegisterStore): Promise<void> {
  const draft = {
    kind: 'office' as const,
    name: '青溪镇党建办',
    homeOrgUnitId: 'town-1',
    isDemo: false,
  };
  await store.commit([{ op: 'create', collection: 'settings', draft }], { label: '建账', isUndoable: false });
}
