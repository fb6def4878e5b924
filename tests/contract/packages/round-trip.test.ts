import { describe, expect, it, onTestFinished } from 'vitest';
import { startTestCounty, type TestCounty } from '../../support/county/test-county';
import { placeIds } from '../../support/county/test-places';
import { unitDraft } from '../../support/register/test-register';
import { addUnit, changeUnit, join, openDevice, round, unitOf } from '../device/device';
import { bytesOf, exportReport, joinedThenUnplugged, mustImport, takeAt, trip } from './stick';

async function begin(kind: 'pglite' | 'postgres'): Promise<TestCounty> {
  const county = await startTestCounty({ kind });
  onTestFinished(() => county.close());
  return county;
}

describe.each(['pglite', 'postgres'] as const)('a township without a network, county on %s', (kind) => {
  it('[PACKAGE-5][PACKAGE-6][PACKAGE-7] reports, is answered, sees conflicts and the work of others, and agrees', async () => {
    const county = await begin(kind);
    const away = await joinedThenUnplugged(county);
    const organizer = await openDevice(county);
    await join(county, organizer, 'county', 'organizer');
    const id = await addUnit(away, { name: '远山公司', staff: 1 });
    expect(await trip(county, away)).toMatchObject({
      kind: 'receipt',
      counts: { accepted: 1 },
      unsentCount: 0,
    });
    expect(unitOf(away, id)).toMatchObject({ isPending: false, rev: 1, history: [{ sentBy: '章小溪' }] });
    await round(organizer);
    expect(unitOf(organizer, id)).toEqual(unitOf(away, id));

    await changeUnit(organizer, id, { staff: 2, remarks: '已走访' });
    await changeUnit(away, id, { staff: 3, 'contact.name': '钱进' });
    await round(organizer);
    const report = await exportReport(away);
    const imported = await mustImport(county, report);
    expect(imported).toMatchObject({
      number: 2,
      person: '章小溪',
      placeName: '东溪镇',
      counts: { accepted: 0, conflicted: 1, rejected: 0, postponed: 0 },
      edits: [{ collection: 'units', documentId: id, paths: ['staff', 'contact.name'] }],
      receipt: { number: 2 },
    });
    expect(await takeAt(away, bytesOf(imported.receipt))).toMatchObject({
      answers: 2,
      counts: { conflicted: 1 },
    });
    expect(unitOf(away, id)).toMatchObject({
      staff: 2,
      remarks: '已走访',
      contact: { name: '钱进' },
      pending: [],
    });
    expect(away.register.table('conflicts').all()).toMatchObject([
      { kind: 'conflict', path: 'staff', mine: { value: 3 } },
    ]);
    expect(away.engine.status.get()).toMatchObject({
      agreement: { isAgreed: true },
      packages: { exported: { number: 2 }, answered: { number: 2 } },
    });
  }, 120_000);

  it('[PACKAGE-7] keeps what was typed after the report, and the next one brings it', async () => {
    const county = await begin(kind);
    const away = await joinedThenUnplugged(county);
    const id = await addUnit(away, { name: '后山公司', staff: 1 });
    const imported = await mustImport(county, await exportReport(away));
    await changeUnit(away, id, { staff: 9 });
    expect(await takeAt(away, bytesOf(imported.receipt))).toMatchObject({ unsentCount: 1 });
    expect(unitOf(away, id)).toMatchObject({ staff: 9, isPending: true, history: [{ op: 'create' }] });
    expect(await trip(county, away)).toMatchObject({ counts: { accepted: 1 }, unsentCount: 0 });
  }, 120_000);
});

describe('a township without a network', () => {
  it('[PACKAGE-5] loses nothing when report or receipt is lost', async () => {
    const county = await begin('pglite');
    const away = await joinedThenUnplugged(county);
    await addUnit(away, { name: '丢失的包' });
    await exportReport(away);
    await mustImport(county, await exportReport(away));
    expect(await trip(county, away)).toMatchObject({ counts: { accepted: 1 }, unsentCount: 0 });
    const units = away.register.table('units').all();
    expect(units.filter(({ name }) => name === '丢失的包')).toMatchObject([{ history: [{ op: 'create' }] }]);
  });

  it('[SKEW-4] is not told that its clock is wrong because a package took days', async () => {
    const county = await begin('pglite');
    const away = await joinedThenUnplugged(county);
    const before = away.engine.status.get();
    await trip(county, away);
    expect(away.engine.status.get()).toMatchObject({
      clockAheadMs: before.clockAheadMs,
      lastContactAt: before.lastContactAt,
    });
  });

  it('goes on over the network where the stick left off', async () => {
    const county = await begin('pglite');
    const away = await joinedThenUnplugged(county);
    await addUnit(away, { name: '先带包' });
    await trip(county, away);
    await addUnit(away, { name: '后联网' });
    away.cable.isOut = false;
    await round(away);
    expect(away.engine.status.get()).toMatchObject({ unsentCount: 0, agreement: { isAgreed: true } });
  });
});

it('[PACKAGE-6] others are answered while a large report is taken', async () => {
  // The embedded database of tests runs in this very thread; a server's does not.
  const county = await begin('postgres');
  const away = await joinedThenUnplugged(county);
  const operations = Array.from({ length: 1000 }, (_, at) => ({
    op: 'create' as const,
    collection: 'units' as const,
    draft: unitDraft({ name: `远山第${at + 1}号公司`, townshipId: placeIds.township }),
  }));
  expect(await away.register.commit(operations, { label: '导入' })).toMatchObject({ status: 'saved' });
  const report = await exportReport(away);
  let isTaken = false;
  const importing = mustImport(county, report).finally(() => {
    isTaken = true;
  });
  let answeredCount = 0;
  while (!isTaken) {
    expect((await fetch(`${county.url}/health`)).status).toBe(200);
    if (!isTaken) answeredCount += 1;
  }
  expect((await importing).counts.accepted).toBe(1000);
  // However slow the machine: not only before and after.
  expect(answeredCount).toBeGreaterThan(2);
}, 120_000);
