import { takeLeadIn } from '@renderer/platform/take-lead';
import { IDBFactory } from 'fake-indexeddb';
import { expect, it, vi } from 'vitest';

/** A browser at a plain-http address: databases, but no locks. */
function plainHttpBrowser() {
  const takeLead = takeLeadIn(null, new IDBFactory());
  const leading: string[] = [];
  const openWindow = (who: string) => {
    const leave = takeLead('sync', () => leading.push(who));
    return () => {
      leave();
      if (leading.includes(who)) leading.splice(leading.indexOf(who), 1);
    };
  };
  return { leading, openWindow };
}

it('lets exactly one of many windows lead where the browser has no locks', async () => {
  const { leading, openWindow } = plainHttpBrowser();
  const close = new Map(['a', 'b', 'c', 'd'].map((who) => [who, openWindow(who)]));
  for (let left = close.size; left > 0; left--) {
    await vi.waitFor(() => expect(leading).toHaveLength(1));
    const [leader = ''] = leading;
    close.get(leader)?.();
  }
});

it('lets no second window lead beside one that leads', async () => {
  const { leading, openWindow } = plainHttpBrowser();
  openWindow('a');
  await vi.waitFor(() => expect(leading).toEqual(['a']));
  for (const who of ['b', 'c', 'd']) openWindow(who);
  // Long enough for a second leader to come forward, were there to be one: every step above is a turn of the event loop.
  for (let turn = 0; turn < 200; turn++) await new Promise((resolve) => setImmediate(resolve));
  expect(leading).toEqual(['a']);
});

it('does not give the lead to a window that left the queue', async () => {
  const { leading, openWindow } = plainHttpBrowser();
  const closeA = openWindow('a');
  await vi.waitFor(() => expect(leading).toEqual(['a']));
  const closeB = openWindow('b');
  openWindow('c');
  closeB();
  closeA();
  await vi.waitFor(() => expect(leading).toEqual(['c']));
});
