import '../../support/register/dev-mode';
import { readBackup, writeBackup } from '@renderer/data/backup';
import { restoreBackup } from '@renderer/data/restore-backup';
import { startBlank } from '@renderer/data/start';
import type { OrgUnit } from '@shared/domain/org-unit';
import { beforeEach, describe, expect, it } from 'vitest';
import { buildDocument } from '../../support/build-documents';
import { breakingStorage } from '../../support/fake-county/breaking-storage';
import { FakeCounty } from '../../support/fake-county/fake-county';
import {
  addUnit,
  type FakeDevice,
  joinedDevice,
  openFakeDevice,
  unitOf,
} from '../../support/fake-county/fake-device';
import { freshName, storages } from '../../support/register/test-register';

const place = (
  id: string,
  name: string,
  level: OrgUnit['level'],
  parentId: string | null,
  more = {},
): OrgUnit => buildDocument('orgUnits', { id, name, level, parentId, orgUnitId: id, ...more });

let county: FakeCounty;
beforeEach(() => {
  county = new FakeCounty();
  county.create('orgUnits', content(place('c', '青溪县', 'county', null)));
  county.create('orgUnits', content(place('town-1', '青溪镇', 'township', 'c')));
  county.create('orgUnits', content(place('v-east', '东山村', 'village', 'town-1')));
});
const content = ({ pending: _, isPending: __, history: ___, seq: ____, ...rest }: OrgUnit) => rest;

/** An office that worked alone: its own county, township and two villages, and a unit in one of them. */
async function workAlone(device: FakeDevice) {
  const { register } = device;
  await startBlank(register, {
    officeName: '青溪镇党建办',
    countyName: '青溪县',
    townshipName: '青溪镇',
    villages: ['东山村委会', '新村'],
  });
  const at = (name: string) =>
    register
      .table('orgUnits')
      .all()
      .find((one) => one.name === name)!.id;
  const [town, east, fresh] = [at('青溪镇'), at('东山村委会'), at('新村')];
  const unit = await addUnit(device, { name: '纸业', townshipId: town, siteIds: [east] });
  await register.commit(
    [{ op: 'change', collection: 'units', id: unit, changes: { siteIds: [east, fresh] } }],
    { label: '改' },
  );
  await register.commit(
    [{ op: 'change', collection: 'orgUnits', id: east, changes: { divisionCode: '340123001209' } }],
    { label: '改' },
  );
  return { town, east, fresh, unit };
}

async function connect({ engine }: FakeDevice) {
  expect(await engine.actions.enrol(county.url, 'code')).toEqual({ ok: true });
  expect(await engine.actions.login('clerk', 'password')).toEqual({ ok: true });
}

describe('a register that was kept alone', () => {
  it('sends nothing before a person has matched its places', async () => {
    const device = await openFakeDevice(county);
    await workAlone(device);
    await connect(device);
    await device.engine.round();
    expect(county.countOf('/push')).toBe(0);
    expect(device.engine.status.get().problem?.code).toBe('sync.placesToMatch');
    const matches = await device.engine.actions.placeMatches();
    expect(matches.map(({ localName, countyId }) => [localName, countyId])).toEqual([
      ['青溪县', 'c'],
      ['青溪镇', 'town-1'],
      ['东山村委会', 'v-east'],
      ['新村', null],
    ]);
  });

  it('keeps every record, in the places of the county, and sends the rest as new', async () => {
    const device = await openFakeDevice(county);
    const own = await workAlone(device);
    await connect(device);
    expect(await device.engine.actions.confirmPlaces(await device.engine.actions.placeMatches())).toEqual({
      ok: true,
    });
    const places = device.register.table('orgUnits').allIncludingDeleted();
    expect(places.map(({ id }) => id).sort()).toEqual(['c', own.fresh, 'town-1', 'v-east'].sort());
    expect(JSON.stringify(device.register.snapshot())).not.toMatch(new RegExp(`${own.town}|${own.east}`));
    expect(device.register.undoState.get().canUndo).toBe(false);
    await device.engine.round();
    expect(county.find('units', own.unit)).toMatchObject({
      orgUnitId: 'town-1',
      townshipId: 'town-1',
      siteIds: ['v-east', own.fresh],
    });
    expect(county.find('orgUnits', own.fresh)).toMatchObject({ name: '新村', parentId: 'town-1' });
    expect(county.find('orgUnits', 'v-east')).toMatchObject({
      divisionCode: '340123001209',
      aliases: ['东山村委会'],
    });
    expect(device.engine.status.get()).toMatchObject({
      unsentCount: 0,
      problem: null,
      agreement: { isAgreed: true },
    });
    const office = device.register.table('settings').all()[0];
    expect(office).toMatchObject({ kind: 'office', name: '青溪镇党建办', homeOrgUnitId: 'town-1' });
    expect(unitOf(device, own.unit)?.history.map(({ op }) => op)).toEqual(['create', 'change']);
  });

  it('goes on where it was interrupted, at whichever write', async () => {
    for (let at = 1; ; at++) {
      county = new FakeCounty();
      county.create('orgUnits', content(place('c', '青溪县', 'county', null)));
      county.create('orgUnits', content(place('town-1', '青溪镇', 'township', 'c')));
      county.create('orgUnits', content(place('v-east', '东山村', 'village', 'town-1')));
      const disk = breakingStorage(storages.memory());
      const device = await openFakeDevice(county, { open: { name: freshName(), storage: disk.storage } });
      const own = await workAlone(device);
      await connect(device);
      const matches = await device.engine.actions.placeMatches();
      disk.arm(at, 'once');
      await device.engine.actions.confirmPlaces(matches).catch(() => undefined);
      const isThrough = disk.count < at;
      disk.heal();
      if (at === 1) await device.engine.actions.confirmPlaces(matches);
      await device.engine.round();
      await device.engine.round();
      expect(county.find('units', own.unit)).toMatchObject({
        townshipId: 'town-1',
        siteIds: ['v-east', own.fresh],
      });
      expect([...county.documents.keys()].sort()).toEqual(
        [
          'orgUnits/c',
          `orgUnits/${own.fresh}`,
          'orgUnits/town-1',
          'orgUnits/v-east',
          `units/${own.unit}`,
        ].sort(),
      );
      await device.engine.stop();
      await device.register.close();
      if (isThrough) return;
    }
  });

  it('put back from a backup on a device of the county, it is matched like any other', async () => {
    const alone = await openFakeDevice(county);
    const own = await workAlone(alone);
    const backup = readBackup(writeBackup(alone.register.snapshot(), '2026-03-02T08:00:00.000Z'));
    if ('problem' in backup) throw new Error(backup.problem.text);
    await alone.register.close();
    const device = await joinedDevice(county);
    await restoreBackup(device.register, backup.backup, device);
    await device.engine.stop();
    const again = await openFakeDevice(county, { open: { name: device.name, storage: device.storage } });
    await again.engine.round();
    expect(county.countOf('/push')).toBe(0);
    expect(again.engine.status.get()).toMatchObject({
      link: 'online',
      problem: { code: 'sync.placesToMatch' },
    });
    await again.engine.actions.confirmPlaces(await again.engine.actions.placeMatches());
    await again.engine.round();
    expect(county.find('units', own.unit)).toMatchObject({ townshipId: 'town-1' });
    expect(again.register.table('conflicts').all()).toEqual([]);
  });

  it('a village made since then and known to the county under its own id is nothing to ask about', async () => {
    const device = await joinedDevice(county);
    await device.register.commit(
      [
        {
          op: 'create',
          collection: 'orgUnits',
          draft: { id: 'v-new', name: '新村', level: 'village', parentId: 'town-1' },
        },
      ],
      { label: '新增' },
    );
    const backup = readBackup(writeBackup(device.register.snapshot(), '2026-03-02T08:00:00.000Z'));
    if ('problem' in backup) throw new Error(backup.problem.text);
    await device.engine.round();
    await restoreBackup(device.register, backup.backup, device);
    await device.engine.stop();
    const again = await openFakeDevice(county, { open: { name: device.name, storage: device.storage } });
    await again.engine.round();
    expect(again.engine.status.get()).toMatchObject({
      problem: null,
      unsentCount: 0,
      agreement: { isAgreed: true },
    });
    expect(again.register.table('orgUnits').get('v-new')?.seq).not.toBeNull();
  });

  it('is refused while it holds demonstration data, and leaves cleared ones behind', async () => {
    const device = await openFakeDevice(county);
    const own = await workAlone(device);
    const demo = await addUnit(device, { name: '虚构公司', source: 'demo' });
    expect(await device.engine.actions.enrol(county.url, 'code')).toMatchObject({
      ok: false,
      problem: { code: 'sync.removeDemoFirst' },
    });
    expect(county.requests).toEqual([]);
    await device.register.commit([{ op: 'delete', collection: 'units', id: demo }], { label: '清除' });
    await connect(device);
    await device.engine.actions.confirmPlaces(await device.engine.actions.placeMatches());
    await device.engine.round();
    expect(county.find('units', demo)).toBeNull();
    expect(unitOf(device, demo)).toBeUndefined();
    expect(county.find('units', own.unit)).not.toBeNull();
  });
});

it('a register of another county is not given to this one, and no code is spent on it', async () => {
  const device = await joinedDevice(county);
  const id = await addUnit(device);
  await device.engine.round();
  county.countyId = 'c2';
  expect(await device.engine.actions.enrol(county.url, 'code')).toMatchObject({
    problem: { code: 'sync.otherCounty' },
  });
  expect(county.codesUsed).toBe(1);
  await device.engine.round();
  expect(device.engine.status.get()).toMatchObject({ link: 'online', problem: null });
  expect(unitOf(device, id)).toBeDefined();
});

describe('a register that begins with its county', () => {
  it('gets its office from the county and asks nothing', async () => {
    const device = await openFakeDevice(county);
    await connect(device);
    await device.engine.round();
    expect(device.register.table('settings').all()).toMatchObject([
      {
        kind: 'office',
        name: '青溪镇',
        countyName: '青溪县',
        homeOrgUnitId: 'town-1',
        filler: '李晓',
        isPending: false,
      },
    ]);
    expect(await device.engine.actions.placeMatches()).toEqual([]);
    expect(device.register.table('orgUnits').all()).toHaveLength(3);
  });

  it.each([
    ['192.168.1.10:8080', null],
    ['ftp://county', null],
    ['', null],
  ])('does not ask at an address that is none: %s', async (address) => {
    const device = await openFakeDevice(county);
    const asked = await device.engine.actions.enrol(address, 'code');
    if (address.startsWith('192'))
      expect(county.requests[0]?.url).toMatch(/^https:\/\/192\.168\.1\.10:8080\/api/);
    else expect(asked).toMatchObject({ ok: false, problem: { code: 'sync.wrongAddress' } });
  });
});
