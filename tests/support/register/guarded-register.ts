/** A computer whose register is guarded: what the check of all documents finds at each start. */
import type { GuardOptions, StartCheck } from '@renderer/data/fingerprints/start-check';
import type { OpenedRegister } from '@renderer/data/open-register';
import type { Storage } from '@renderer/data/storage/open-database';
import type { TakeLead } from '@renderer/platform/take-lead';
import type { CollectionName } from '@shared/domain/collections';
import { type MemoryJournal, memoryJournal } from './memory-journal';
import { testSealer } from './test-keys';
import { addOffice, addUnit, freshName, openTestRegister, storages } from './test-register';

/** One window that always leads; the check begins at once. */
export const alone: TakeLead = (_name, begin) => {
  begin();
  return () => {};
};

export interface Window {
  readonly register: OpenedRegister;
  /** What the check found without anybody asking. */
  readonly checked: Promise<StartCheck>;
}

export interface Computer {
  readonly name: string;
  readonly journal: MemoryJournal | null;
  readonly storage?: Storage;
  readonly lead?: TakeLead;
  readonly guard?: Partial<GuardOptions>;
  /** Two windows in one realm do not fit with all of them. */
  readonly collections?: readonly CollectionName[];
}

export async function openGuarded({
  name,
  journal,
  storage,
  lead = alone,
  guard,
  collections,
}: Computer): Promise<Window> {
  let tell: (check: StartCheck) => void = () => {};
  const checked = new Promise<StartCheck>((resolve) => {
    tell = resolve;
  });
  const register = await openTestRegister('dexie', {
    name,
    storage: storage ?? storages.dexie(),
    sealer: await testSealer(),
    ...(collections ? { collections } : {}),
    allowDuplicate: true,
    ...(journal ? { journal } : {}),
    guard: { lead, beginAfterMs: 0, quietMs: 0, onChecked: tell, ...guard },
  });
  return { register, checked };
}

export const computer = (journal: MemoryJournal | null = memoryJournal()): Computer => ({
  name: freshName(),
  journal,
});

export async function foundAtNextStart(on: Computer) {
  const { register, checked } = await openGuarded(on);
  const { findings } = await checked;
  await register.close();
  return findings;
}

/** An office with three units, closed in good order. */
export async function ordinaryDay(on: Computer): Promise<string[]> {
  const { register, checked } = await openGuarded(on);
  await checked;
  await addOffice(register);
  const ids = [];
  for (const name of ['青溪纸业有限公司', '白塔物流有限公司', '红岭茶业有限公司'])
    ids.push(await addUnit(register, { name, contact: { name: '王芳', phone: '13812345678' } }));
  await register.close();
  return ids;
}

export const changeStaff = (register: OpenedRegister, id: string, staff: number) =>
  register.commit([{ op: 'change', collection: 'units', id, changes: { staff } }], { label: '修改' });
