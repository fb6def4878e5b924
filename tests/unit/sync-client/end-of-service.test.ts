import { accountProblems } from '@shared/problems/account-problems';
import type { PushRequest } from '@shared/sync/messages';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeCounty, jsonReply, refusal } from '../../support/fake-county/fake-county';
import { addUnit, countyUnit, joinedDevice } from '../../support/fake-county/fake-device';
import { unitDraft } from '../../support/register/test-register';

let county: FakeCounty;
beforeEach(() => {
  county = new FakeCounty();
});

/** DEVICE-2 at the county: pushes are held, nothing else is answered. */
function drain() {
  const held: string[] = [];
  county.always = (request, pass) => {
    if (request.url.endsWith('/push')) {
      const { edits } = JSON.parse(request.body ?? '') as PushRequest;
      held.push(...edits.map(({ edit }) => edit.editId));
      const answers = edits.map(({ edit }) => ({ outcome: 'held', editId: edit.editId }));
      return Promise.resolve(
        jsonReply(200, { epoch: 'epoch-1', answers, documents: [], serverTime: '2026-03-02T08:00:00.000Z' }),
      );
    }
    if (request.url.endsWith('/wiped') || request.url.endsWith('/me')) return Promise.resolve(pass());
    return Promise.resolve(refusal(403, accountProblems.deviceDraining({})));
  };
  return held;
}
const total = (device: Awaited<ReturnType<typeof joinedDevice>>) =>
  Object.values(device.register.snapshot()).reduce((sum, all: readonly unknown[]) => sum + all.length, 0);

describe('a device that is being drained', () => {
  it('[DEVICE-2] delivers what it has, empties itself, and says so', async () => {
    const onWiped = vi.fn();
    const device = await joinedDevice(county, { onWiped });
    county.create('units', countyUnit({ id: 'x' }));
    await device.engine.round();
    const held = drain();
    await device.engine.round();
    expect(device.engine.status.get()).toMatchObject({ link: 'draining' });
    await device.engine.round();
    expect(device.engine.status.get().link).toBe('wiped');
    expect(total(device)).toBe(0);
    expect(held).toEqual([]);
    expect(onWiped).toHaveBeenCalledOnce();
    expect(county.countOf('/devices/self/wiped')).toBe(1);
    expect(device.register.county.memory.get()).toMatchObject({
      deviceToken: '',
      sessionToken: null,
      me: null,
    });
  });

  it('[DEVICE-2] keeps the register until its unsent edits are held', async () => {
    const device = await joinedDevice(county);
    await addUnit(device);
    await addUnit(device);
    const held = drain();
    county.next('/push', () => Promise.reject(new Error('no answer')));
    await device.engine.round();
    expect(device.engine.status.get()).toMatchObject({ unsentCount: 2 });
    await device.engine.round();
    expect(held).toHaveLength(2);
    expect(device.engine.status.get()).toMatchObject({ link: 'wiped', unsentCount: 0 });
  });

  it('[DEVICE-2] tells the county later when it cannot be reached', async () => {
    const device = await joinedDevice(county);
    drain();
    county.next('/devices/self/wiped', () => Promise.reject(new Error('no answer')));
    await device.engine.round();
    await device.engine.round();
    await device.engine.round();
    expect(county.countOf('/devices/self/wiped')).toBe(2);
    expect(device.engine.status.get().link).toBe('wiped');
  });

  it('[DEVICE-2] saves nothing from emptying itself until the county knows, and says so', async () => {
    const device = await joinedDevice(county);
    drain();
    county.next('/devices/self/wiped', () => Promise.reject(new Error('no answer')));
    await device.engine.round();
    await device.engine.round();
    expect(await saveUnit(device)).toEqual(['account.deviceBeingWiped']);
    expect(total(device)).toBe(0);
    await device.engine.round();
    expect(device.engine.status.get().link).toBe('wiped');
    expect(await saveUnit(device)).toEqual([]);
  });

  it('[DEVICE-2] loses nothing that is saved in the moment it empties itself', async () => {
    const device = await joinedDevice(county);
    const held = drain();
    const saves: Promise<string[]>[] = [];
    const { memory } = device.register.county;
    memory.subscribe(() => {
      if (memory.get()?.['standing'] === 'wiping' && saves.length === 0) saves.push(saveUnit(device));
    });
    for (let round = 0; round < 4; round++) await device.engine.round();
    const refused = (await Promise.all(saves)).flat();
    expect(saves).toHaveLength(1);
    expect(refused.length + held.length).toBe(1);
    expect(device.engine.status.get()).toMatchObject({ link: 'wiped', unsentCount: 0 });
  });

  it('[DEVICE-2] delivers what another window saved before it heard that the register goes', async () => {
    const device = await joinedDevice(county);
    const held = drain();
    await device.engine.round();
    await addUnit(device);
    await device.register.county.memory.change((now) => now && { ...now, standing: 'wiping' });
    for (let round = 0; round < 3; round++) await device.engine.round();
    expect(held).toHaveLength(1);
    expect(device.engine.status.get()).toMatchObject({ link: 'wiped', unsentCount: 0 });
  });
});

/** @returns codes of what was wrong; empty = saved */
async function saveUnit({ register }: Awaited<ReturnType<typeof joinedDevice>>): Promise<string[]> {
  const result = await register.commit([{ op: 'create', collection: 'units', draft: unitDraft() }], {
    label: '新建单位',
  });
  return result.status === 'failed' ? result.problems.map(({ problem }) => problem.code) : [];
}

it('[DEVICE-3] a wiped device empties itself on contact and asks no more', async () => {
  const device = await joinedDevice(county);
  await addUnit(device);
  county.always = () => Promise.resolve(refusal(403, accountProblems.deviceWiped({})));
  await device.engine.round();
  expect(device.engine.status.get()).toMatchObject({ link: 'wiped' });
  expect(total(device)).toBe(0);
  const asked = county.requests.length;
  await device.engine.round();
  expect(county.requests).toHaveLength(asked);
});

it('a device the county has forgotten keeps everything and asks for a new enrolment', async () => {
  const device = await joinedDevice(county);
  await addUnit(device);
  county.always = () => Promise.resolve(refusal(401, accountProblems.unknownDevice({})));
  await device.engine.round();
  expect(device.engine.status.get()).toMatchObject({ link: 'loggedOut', unsentCount: 1 });
  expect(device.register.table('units').all()).toHaveLength(1);
  expect(await device.engine.actions.login('clerk', 'password')).toMatchObject({ ok: false });
  expect(device.engine.status.get()).toMatchObject({ link: 'alone', unsentCount: 1 });
  county.always = (_request, pass) => Promise.resolve(pass());
  await device.engine.actions.enrol(county.url, 'code');
  await device.engine.actions.login('clerk', 'password');
  await device.engine.round();
  expect(device.engine.status.get()).toMatchObject({ link: 'online', unsentCount: 0, problem: null });
});
