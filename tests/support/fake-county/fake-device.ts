/** A device with a real register and a county in memory, driven by hand: no timer fires unless a test says so. */
import type { OpenedRegister } from '@renderer/data/open-register';
import type { NewDocument } from '@renderer/data/register-store';
import type { Storage } from '@renderer/data/storage/open-database';
import { createSyncEngine, type SyncEngine, type SyncOptions } from '@renderer/sync/sync-engine';
import { buildDocument, type Draft } from '../build-documents';
import {
  freshName,
  openTestRegister,
  type StorageKind,
  storages,
  unitDraft,
} from '../register/test-register';
import type { FakeCounty } from './fake-county';

export interface FakeDevice {
  /** Where its register lies, for a second window on it. */
  readonly name: string;
  readonly storage: Storage;
  readonly register: OpenedRegister;
  readonly engine: SyncEngine;
  readonly timers: ManualTimers;
}

export const fakeCollections = ['units', 'orgUnits', 'settings', 'conflicts'] as const;

/** Timers that fire when told; time passes only then. */
export class ManualTimers {
  nowMs = Date.parse('2026-03-02T08:00:00.000Z');
  private readonly planned = new Set<{ atMs: number; run: () => void }>();

  readonly after = (ms: number, run: () => void): (() => void) => {
    const one = { atMs: this.nowMs + ms, run };
    this.planned.add(one);
    return () => this.planned.delete(one);
  };

  /** Milliseconds until each planned call, soonest first. */
  waiting(): number[] {
    return [...this.planned].map(({ atMs }) => atMs - this.nowMs).sort((a, b) => a - b);
  }

  /** Lets time pass and fires what became due, in order. */
  async pass(ms: number): Promise<void> {
    const untilMs = this.nowMs + ms;
    for (;;) {
      const [next] = [...this.planned].filter(({ atMs }) => atMs <= untilMs).sort((a, b) => a.atMs - b.atMs);
      if (!next) break;
      this.planned.delete(next);
      this.nowMs = Math.max(this.nowMs, next.atMs);
      next.run();
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    this.nowMs = untilMs;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

interface FakeDeviceOptions extends Partial<SyncOptions> {
  readonly kind?: StorageKind;
  readonly open?: Parameters<typeof openTestRegister>[1];
}

export async function openFakeDevice(
  county: FakeCounty,
  { kind = 'memory', open = {}, ...options }: FakeDeviceOptions = {},
): Promise<FakeDevice> {
  const place = { name: open.name ?? freshName(), storage: open.storage ?? storages[kind]() };
  const register = await openTestRegister(kind, { collections: fakeCollections, ...open, ...place });
  const timers = new ManualTimers();
  const engine = createSyncEngine({
    register,
    transport: county.transport,
    clock: { nowMs: () => timers.nowMs },
    timers,
    random: () => 0.5,
    fillRandom: (into) => void crypto.getRandomValues(into),
    deviceName: '测试机',
    ...options,
  });
  return { ...place, register, engine, timers };
}

/** Enrolled, logged in, and through its first round. */
export async function joinedDevice(county: FakeCounty, options: FakeDeviceOptions = {}): Promise<FakeDevice> {
  const device = await openFakeDevice(county, options);
  await device.engine.actions.enrol(county.url, 'code');
  await device.engine.actions.login('clerk', 'password');
  await device.engine.round();
  return device;
}

export async function addUnit(
  { register }: Pick<FakeDevice, 'register'>,
  more: Partial<NewDocument<'units'>> = {},
): Promise<string> {
  const result = await register.commit([{ op: 'create', collection: 'units', draft: unitDraft(more) }], {
    label: '新增单位',
  });
  if (result.status === 'failed') throw new Error(JSON.stringify(result.problems));
  return result.ids[0]!;
}

export const changeUnit = (
  { register }: Pick<FakeDevice, 'register'>,
  id: string,
  changes: Record<string, unknown>,
) => register.commit([{ op: 'change', collection: 'units', id, changes }], { label: '修改' });

export const unitOf = ({ register }: Pick<FakeDevice, 'register'>, id: string) =>
  register.table('units').getIncludingDeleted(id);

/** A unit as another office created it. */
export function countyUnit(more: Partial<Draft<'units'>> & { id: string }): Record<string, unknown> {
  const draft = { ...unitDraft(), orgUnitId: 'town-1', ...more };
  const { pending: _, isPending: __, history: ___, seq: ____, ...content } = buildDocument('units', draft);
  return content;
}
