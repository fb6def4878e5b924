import '../../support/register/dev-mode';
import { accountProblems } from '@shared/problems/account-problems';
import { syncProblems } from '@shared/problems/sync-problems';
import { beforeEach, describe, expect, it } from 'vitest';
import { FakeCounty, jsonReply, refusal } from '../../support/fake-county/fake-county';
import { addUnit, joinedDevice, openFakeDevice } from '../../support/fake-county/fake-device';

let county: FakeCounty;
beforeEach(() => {
  county = new FakeCounty();
});

const lost = () => Promise.reject(new Error('no answer'));
const status =
  (code: number, text = '<html>Bad Gateway</html>') =>
  () =>
    Promise.resolve({ status: code, text, header: () => null });

describe('a register that was never enrolled', () => {
  it('makes no request, whatever happens', async () => {
    const device = await openFakeDevice(county);
    device.engine.start();
    await addUnit(device);
    await device.timers.pass(10 * 60_000);
    device.engine.actions.syncNow();
    await device.engine.round();
    expect(county.requests).toEqual([]);
    expect(device.engine.status.get()).toMatchObject({ link: 'alone', unsentCount: 1, problem: null });
    await device.engine.stop();
  });
});

describe('failures', () => {
  it.each([
    ['an HTML page of a proxy', status(502), 'sync.unexpectedReply', 'offline'],
    ['a page where JSON was meant', status(200, '<html>'), 'sync.unexpectedReply', 'online'],
    ['no answer', lost, 'sync.unreachable', 'offline'],
    [
      'an answer of another shape',
      () => Promise.resolve(jsonReply(200, { kind: 'page' })),
      'sync.unexpectedReply',
      'online',
    ],
  ])('%s is told, and the next round goes on', async (_name, fault, code, link) => {
    const device = await joinedDevice(county);
    county.next('/changes', fault);
    expect(await device.engine.round()).toMatchObject({ kind: 'failed' });
    expect(device.engine.status.get()).toMatchObject({ link });
    expect(device.engine.status.get().problem?.code).toBe(code);
    expect(await device.engine.round()).toMatchObject({ kind: 'done' });
    expect(device.engine.status.get()).toMatchObject({ link: 'online', problem: null });
  });

  it('gives up on an answer that hangs', async () => {
    const device = await joinedDevice(county);
    county.next('/changes', () => new Promise(() => {}));
    const round = device.engine.round();
    await new Promise((resolve) => setTimeout(resolve, 20));
    await device.timers.pass(91_000);
    expect(await round).toMatchObject({ kind: 'failed' });
    expect(device.engine.status.get().problem?.code).toBe('sync.timedOut');
  });

  it('waits longer after each failure, and at least as long as the county asks', async () => {
    const device = await joinedDevice(county);
    device.engine.start();
    await device.timers.pass(0);
    const waits: number[] = [];
    county.always = lost;
    for (let i = 0; i < 12; i++) {
      device.engine.actions.syncNow();
      await device.timers.pass(0);
      waits.push(Math.max(...device.timers.waiting().filter((ms) => ms !== 15_000)));
    }
    expect(waits.slice(0, 4)).toEqual([1500, 3000, 6000, 12_000]);
    expect(waits.at(-1)).toBe(225_000);
    county.always = () =>
      Promise.resolve(refusal(429, syncProblems.tooManyRequests({}), { 'retry-after': '400' }));
    device.engine.actions.syncNow();
    await device.timers.pass(0);
    expect(Math.max(...device.timers.waiting())).toBeGreaterThanOrEqual(400_000);
    await device.engine.stop();
  });

  it('an expired session logs out and keeps every edit; the next login goes on', async () => {
    const device = await joinedDevice(county);
    const id = await addUnit(device);
    county.next('/push', () => Promise.resolve(refusal(401, accountProblems.sessionExpired({}))));
    expect(await device.engine.round()).toMatchObject({ kind: 'stopped' });
    expect(device.engine.status.get()).toMatchObject({ link: 'loggedOut', unsentCount: 1, me: null });
    await device.engine.actions.login('clerk', 'password');
    await device.engine.round();
    expect(county.find('units', id)).not.toBeNull();
  });

  it('[SKEW-4] a wrong clock is told and stops nothing', async () => {
    const device = await joinedDevice(county);
    device.timers.nowMs += 10 * 365 * 86_400_000;
    const id = await addUnit(device);
    expect(await device.engine.round()).toMatchObject({ kind: 'done' });
    expect(county.find('units', id)).not.toBeNull();
    expect(device.engine.status.get().problem?.code).toBe('sync.clockDiffers');
  });
});
