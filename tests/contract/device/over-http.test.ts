import { createFetchTransport } from '@renderer/sync/browser/fetch-transport';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestCounty, type TestCounty } from '../../support/county/test-county';
import { addUnit, join, openDevice, round, unitOf } from './device';

let county: TestCounty;
beforeAll(async () => {
  county = await startTestCounty();
}, 60_000);
afterAll(() => county.close());

const seen = async (condition: () => boolean) => {
  for (let i = 0; i < 300 && !condition(); i++) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(condition()).toBe(true);
};

it('[STREAM-1] an edit reaches a device that listens, over real lines and compressed', async () => {
  const transport = { ...createFetchTransport(), sent: [] };
  const [first, second] = [await openDevice(county, transport), await openDevice(county, transport)];
  await join(county, first, 'township', 'clerk');
  await join(county, second, 'township', 'lead');
  second.engine.start();
  await seen(
    () => second.engine.status.get().link === 'online' && second.engine.status.get().activity === 'idle',
  );
  const ids: string[] = [];
  for (let i = 0; i < 20; i++) ids.push(await addUnit(first, { name: `两新组织${i}` }));
  // The line of the stream is opened after the first round.
  await new Promise((resolve) => setTimeout(resolve, 300));
  await round(first);
  await seen(() => ids.every((id) => unitOf(second, id) !== undefined));
  await second.engine.stop();
}, 30_000);

it('a county that is not there is no answer, and a wrong login is one', async () => {
  const transport = { ...createFetchTransport(), sent: [] };
  const device = await openDevice(county, transport);
  expect(await device.engine.actions.enrol('http://127.0.0.1:9', 'CODE')).toMatchObject({
    problem: { code: 'sync.unreachable' },
  });
  expect(await device.engine.actions.enrol(county.url, 'WRONG-CODE')).toMatchObject({
    problem: { code: 'account.wrongCode' },
  });
});
