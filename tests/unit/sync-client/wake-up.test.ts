import '../../support/register/dev-mode';
import type { TransportRequest } from '@renderer/sync/county/transport';
import type { Windows } from '@renderer/sync/windows';
import { beforeEach, describe, expect, it } from 'vitest';
import { FakeCounty } from '../../support/fake-county/fake-county';
import {
  addUnit,
  countyUnit,
  joinedDevice,
  openFakeDevice,
  unitOf,
} from '../../support/fake-county/fake-device';

let county: FakeCounty;
beforeEach(() => {
  county = new FakeCounty();
});
const rounds = () => county.countOf('/changes');

/** The line of the stream, held open by the test. */
function openLine() {
  const line = {
    requests: [] as TransportRequest[],
    say: (_text: string) => {},
    end: (_status: number) => {},
  };
  const transport = {
    ...county.transport,
    listen(request: TransportRequest, onText: (text: string) => void) {
      line.requests.push(request);
      line.say = onText;
      return new Promise<{ status: number }>((resolve) => {
        line.end = (status) => resolve({ status });
      });
    },
  };
  return { line, transport };
}

/** Windows of one computer: the first that asks leads; when it leaves, the next does. */
function computer() {
  const listeners = new Set<(message: unknown) => void>();
  const queue: (() => void)[] = [];
  let isLed = false;
  const openWindow = (): Windows => {
    const own = new Set<(message: unknown) => void>();
    return {
      lead(begin) {
        if (isLed) queue.push(begin);
        else {
          isLed = true;
          begin();
        }
        return () => {
          isLed = false;
          queue.shift()?.();
        };
      },
      tell(message) {
        for (const listener of [...listeners]) if (!own.has(listener)) listener(structuredClone(message));
      },
      hear(listener) {
        listeners.add(listener);
        own.add(listener);
        return () => listeners.delete(listener);
      },
    };
  };
  return { openWindow };
}

describe('a device that is left to itself', () => {
  it('sends soon after an edit, once for several of them', async () => {
    const device = await joinedDevice(county);
    device.engine.start();
    await device.timers.pass(0);
    const before = county.countOf('/push');
    const ids = [await addUnit(device), await addUnit(device), await addUnit(device)];
    await device.timers.pass(1900);
    expect(county.countOf('/push')).toBe(before);
    await device.timers.pass(200);
    expect(county.countOf('/push')).toBe(before + 1);
    expect(ids.every((id) => county.find('units', id) !== null)).toBe(true);
    await device.engine.stop();
  });

  it('[STREAM-1] asks once a minute without a stream', async () => {
    const device = await joinedDevice(county);
    device.engine.start();
    await device.timers.pass(0);
    county.create('units', countyUnit({ id: 'x' }));
    await device.timers.pass(50_000);
    expect(unitOf(device, 'x')).toBeUndefined();
    await device.timers.pass(25_000);
    expect(unitOf(device, 'x')).toBeDefined();
    await device.engine.stop();
  });

  it('[STREAM-1] asks at once when told of something new, and not of what it has', async () => {
    const { line, transport } = openLine();
    const device = await joinedDevice(county, { transport });
    device.engine.start();
    await device.timers.pass(0);
    expect(line.requests[0]?.headers).toMatchObject({ authorization: 'Bearer s1' });
    county.create('units', countyUnit({ id: 'x' }));
    const before = rounds();
    line.say('data: {"epoch":"epoch-1","thr');
    await device.timers.pass(0);
    line.say('ough":0}\n\n:\n\nnonsense\ndata: {half\n');
    await device.timers.pass(0);
    expect(rounds()).toBe(before);
    line.say('data: {"epoch":"epoch-1","through":1}\n\n');
    await device.timers.pass(0);
    expect(unitOf(device, 'x')).toBeDefined();
    await device.engine.stop();
  });

  it('[STREAM-1] listens again when the line ends or falls silent', async () => {
    const { line, transport } = openLine();
    const device = await joinedDevice(county, { transport });
    device.engine.start();
    await device.timers.pass(0);
    line.end(200);
    await device.timers.pass(0);
    await device.timers.pass(2000);
    expect(line.requests).toHaveLength(2);
    await device.timers.pass(80_000);
    expect(line.requests.length).toBeGreaterThan(2);
    await device.engine.stop();
  });

  it('asks at once after a sleep', async () => {
    const device = await joinedDevice(county);
    device.engine.start();
    await device.timers.pass(0);
    const before = rounds();
    // The clock went on, the timers did not.
    device.timers.nowMs += 3 * 3_600_000;
    await device.timers.pass(0);
    expect(rounds()).toBe(before + 1);
    await device.engine.stop();
  });

  it('asks at once when the network or the person comes back', async () => {
    let awake = () => {};
    const surroundings = {
      onAwake(listener: () => void) {
        awake = listener;
        return () => {};
      },
    };
    const device = await joinedDevice(county, { surroundings });
    county.always = () => Promise.reject(new Error('no answer'));
    device.engine.start();
    await device.timers.pass(0);
    expect(device.engine.status.get().link).toBe('offline');
    county.always = (_request, pass) => Promise.resolve(pass());
    awake();
    await device.timers.pass(0);
    expect(device.engine.status.get().link).toBe('online');
    await device.engine.stop();
  });

  it('a pause ends the pull after its page; asked again, it goes on from there', async () => {
    const device = await joinedDevice(county);
    for (let i = 0; i < 6; i++) county.create('units', countyUnit({ id: `u${i}` }));
    county.pageSize = 2;
    county.next('/changes', (_request, pass) => {
      device.engine.actions.pause();
      return Promise.resolve(pass());
    });
    device.engine.start();
    await device.timers.pass(0);
    const count = () => device.register.table('units').all().length;
    expect(count()).toBeLessThan(6);
    await device.timers.pass(120_000);
    expect(count()).toBeLessThan(6);
    device.engine.actions.syncNow();
    await device.timers.pass(0);
    expect(count()).toBe(6);
    await device.engine.stop();
  });
});

describe('two windows of one register', () => {
  it('one syncs, both show it, either may ask, and the other takes over', async () => {
    const { openWindow } = computer();
    const first = await joinedDevice(county, { windows: openWindow(), open: { allowDuplicate: true } });
    const second = await openFakeDevice(county, {
      windows: openWindow(),
      open: { name: first.name, storage: first.storage, allowDuplicate: true },
    });
    first.engine.start();
    second.engine.start();
    await first.timers.pass(0);
    expect(second.engine.status.get()).toMatchObject({ link: 'online', me: { name: '李晓' } });
    const id = await addUnit(second);
    await seen(() => unitOf(first, id) !== undefined);
    const before = rounds();
    second.engine.actions.syncNow();
    await first.timers.pass(0);
    expect(rounds()).toBeGreaterThan(before);
    await seen(() => unitOf(second, id)?.isPending === false);
    expect(second.engine.status.get().unsentCount).toBe(0);
    await first.engine.stop();
    await second.timers.pass(0);
    const taken = rounds();
    second.engine.actions.syncNow();
    await second.timers.pass(0);
    expect(rounds()).toBeGreaterThan(taken);
    await second.engine.stop();
  });
});

async function seen(condition: () => boolean): Promise<void> {
  for (let i = 0; i < 200 && !condition(); i++) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(condition()).toBe(true);
}
