import { refusalMessage } from '@shared/sync/messages';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestCounty, type TestCounty } from '../../support/county/test-county';
import { placeIds } from '../../support/county/test-places';
import { testUsers } from '../../support/county/test-users';
import { addUnit, join, openDevice, round, unitOf } from '../device/device';
import { joinedThenUnplugged, openUnplugged, seedFor, stateOf, takeAt, trip } from './stick';

let county: TestCounty;
beforeAll(async () => {
  county = await startTestCounty();
});
afterAll(() => county.close());

const forNewDevice = {
  to: 'newDevice',
  orgUnitId: placeIds.township,
  deviceName: '山里的台式机',
  userId: testUsers.clerk.id,
} as const;

describe('[PACKAGE-9] a first-sync package', () => {
  it('makes a computer that was never connected a device, with its person logged in and everything there', async () => {
    const known = await joinedThenUnplugged(county);
    known.cable.isOut = false;
    const id = await addUnit(known, { name: '早就有的公司' });
    await round(known);
    const { bytes, code } = await seedFor(county, forNewDevice);
    const away = await openUnplugged(county);
    expect(await takeAt(away, bytes, code)).toMatchObject({ kind: 'seed' });
    expect(away.engine.status.get()).toMatchObject({
      me: { name: '章小溪', device: { name: '山里的台式机' } },
      agreement: { isAgreed: true },
      serverUrl: null,
    });
    expect(unitOf(away, id)).toEqual(unitOf(known, id));
    expect(away.register.table('settings').all()).toMatchObject([{ kind: 'office', name: '东溪镇' }]);
    const made = await addUnit(away, { name: '山里新办的公司' });
    expect(await trip(county, away)).toMatchObject({ counts: { accepted: 1 }, unsentCount: 0 });
    await round(known);
    expect(unitOf(known, made)).toMatchObject({ name: '山里新办的公司' });
  }, 60_000);

  it('opens with its code only, and only where nobody is enrolled', async () => {
    const { bytes, code } = await seedFor(county, forNewDevice);
    const away = await openUnplugged(county);
    const before = stateOf(away);
    expect(await takeAt(away, bytes)).toBe('package.codeNeeded');
    expect(await takeAt(away, bytes, 'AAAAA-AAAAA-AAAAA')).toBe('package.wrongCode');
    expect(stateOf(away)).toBe(before);
    const enrolled = await joinedThenUnplugged(county);
    const untouched = stateOf(enrolled);
    expect(await takeAt(enrolled, bytes, code)).toBe('package.enrolledAlready');
    expect(stateOf(enrolled)).toBe(untouched);
  }, 60_000);

  it('asks a register with places of its own to join over the network', async () => {
    const { bytes, code } = await seedFor(county, forNewDevice);
    const alone = await openUnplugged(county);
    const draft = { name: '自建镇', level: 'township' as const, parentId: null };
    await alone.register.commit([{ op: 'create', collection: 'orgUnits', draft }], { label: '建账' });
    const before = stateOf(alone);
    expect(await takeAt(alone, bytes, code)).toBe('package.placesFirst');
    expect(stateOf(alone)).toBe(before);
  });

  it('brings an enrolled device what its thin line does not, and goes on over the network', async () => {
    const device = await openUnplugged(county);
    device.cable.isOut = false;
    await join(county, device, 'township', 'lead');
    device.cable.isOut = true;
    const deviceId = device.engine.status.get().me?.device.id ?? '';
    const early = await device.engine.actions.exportReport();
    expect(early).toMatchObject({ ok: false, problem: { code: 'package.firstDataMissing' } });
    const { bytes, code } = await seedFor(county, { to: 'device', deviceId, userId: testUsers.lead.id });
    expect(code).toBeNull();
    expect(await takeAt(device, bytes)).toMatchObject({ kind: 'seed' });
    expect(device.register.table('units').all().length).toBeGreaterThan(0);
    device.cable.isOut = false;
    await round(device);
    expect(device.engine.status.get()).toMatchObject({ link: 'online', agreement: { isAgreed: true } });
  }, 60_000);

  it('logs nobody in whom its maker does not keep', async () => {
    const ask = async (request: object) => {
      const { status, body } = await county.ask(
        'organizer',
        'POST',
        '/administration/packages/seed',
        request,
      );
      return [status, refusalMessage.parse(body).problem.code];
    };
    const asAdministrator = { ...forNewDevice, userId: testUsers.administrator.id };
    expect(await ask(asAdministrator)).toEqual([403, 'account.notAllowed']);
    expect(await ask({ ...forNewDevice, userId: testUsers.otherClerk.id })).toEqual([
      400,
      'package.unknownPerson',
    ]);
    const other = await openDevice(county);
    expect(other.register.county.memory.get()).toBeNull();
  });
});
