import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestCounty, type TestCounty } from '../../support/county/test-county';
import { placeIds } from '../../support/county/test-places';
import { addUnit, changeUnit, injectTransport, join, openDevice, round, unitOf } from './device';

let county: TestCounty;
beforeAll(async () => {
  county = await startTestCounty();
}, 60_000);
afterAll(() => county.close());

describe('devices of one county', () => {
  it('[PUSH][PULL][CONFLICT-1][AGREE-2] see each other, keep both sides of a conflict, and agree', async () => {
    const [first, second] = [await openDevice(county), await openDevice(county)];
    await join(county, first, 'township', 'clerk');
    await join(county, second, 'township', 'lead');
    const id = await addUnit(first, { staff: 1 });
    await round(first);
    expect(unitOf(first, id)).toMatchObject({ isPending: false, pending: [], rev: 1 });
    expect(first.engine.status.get()).toMatchObject({ link: 'online', unsentCount: 0, activity: 'idle' });
    expect(first.engine.status.get().agreement).toMatchObject({ isAgreed: true });
    await round(second);
    expect(unitOf(second, id)).toEqual(unitOf(first, id));
    await changeUnit(first, id, { staff: 2, remarks: '已走访' });
    await changeUnit(second, id, { staff: 3, 'contact.name': '钱进' });
    await round(first);
    await round(second);
    await round(first);
    const merged = { staff: 2, remarks: '已走访', contact: { name: '钱进' } };
    for (const device of [first, second]) expect(unitOf(device, id)).toMatchObject(merged);
    const conflicts = [first, second].map(({ register }) => register.table('conflicts').all());
    expect(conflicts[0]).toMatchObject([
      { kind: 'conflict', path: 'staff', mine: { value: 3 }, theirs: { value: 2 } },
    ]);
    expect(conflicts[1]).toEqual(conflicts[0]);
    expect(second.register.table('settings').all()).toMatchObject([{ kind: 'office', name: '东溪镇' }]);
  });

  it('[CONFLICT-2] settle a conflict for both', async () => {
    const [first, second] = [await openDevice(county), await openDevice(county)];
    await join(county, first, 'township', 'clerk');
    await join(county, second, 'township', 'lead');
    await round(first);
    const [conflict] = first.register.table('conflicts').all();
    const settled = {
      state: 'settled',
      choice: 'mine',
      settledAt: first.register.now(),
      settledBy: '章小溪',
    };
    await first.register.commit(
      [
        { op: 'change', collection: 'units', id: conflict!.documentId, changes: { staff: 3 } },
        { op: 'change', collection: 'conflicts', id: conflict!.id, changes: settled },
      ],
      { label: '处理冲突' },
    );
    await round(first);
    await round(second);
    expect(unitOf(second, conflict!.documentId)?.staff).toBe(3);
    expect(second.register.table('conflicts').get(conflict!.id)).toMatchObject({ state: 'settled' });
  });

  it('[SCOPE-4][SCOPE-5] hand a record over with an unsent edit, and lose neither', async () => {
    const [clerk, organizer] = [await openDevice(county), await openDevice(county)];
    await join(county, clerk, 'township', 'clerk');
    await join(county, organizer, 'county', 'organizer');
    const id = await addUnit(clerk, { name: '迁移公司', staff: 1 });
    await round(clerk);
    await round(organizer);
    await changeUnit(clerk, id, { staff: 44 });
    await changeUnit(organizer, id, {
      orgUnitId: placeIds.otherTownship,
      townshipId: placeIds.otherTownship,
    });
    await round(organizer);
    await round(clerk);
    expect(unitOf(clerk, id)).toBeUndefined();
    expect(
      clerk.register
        .table('conflicts')
        .all()
        .filter(({ kind }) => kind === 'parked'),
    ).toEqual([]);
    await round(organizer);
    expect(unitOf(organizer, id)).toMatchObject({ staff: 44, orgUnitId: placeIds.otherTownship });
  });

  it('[SCOPE-6][SCOPE-2] drop what the old township shared in the very round that tells of a move', async () => {
    const [village, organizer] = [await openDevice(county), await openDevice(county)];
    await join(county, organizer, 'county', 'organizer');
    await round(organizer);
    const shared = (name: string, orgUnitId: string) =>
      organizer.register.commit(
        [{ op: 'create', collection: 'partyOrgs', draft: { name, orgUnitId, status: 'active' } }],
        {
          label: '新增党组织',
        },
      );
    await shared('东溪镇联合支部', placeIds.township);
    await shared('西岭镇联合支部', placeIds.otherTownship);
    await round(organizer);
    await join(county, village, 'village', 'organizer');
    await round(village);
    const seen = () => {
      const { register } = village;
      return [...register.table('partyOrgs').all(), ...register.table('orgUnits').all()]
        .map(({ name }) => name)
        .sort();
    };
    expect(seen()).toEqual(['上河村', '东溪镇', '东溪镇联合支部', '测试县'].sort());

    const change = { op: 'change' as const, collection: 'orgUnits' as const, id: placeIds.village };
    const move = async (parentId: string) => {
      await organizer.register.commit([{ ...change, changes: { parentId } }], { label: '移动' });
      await round(organizer);
      await round(village);
    };
    await move(placeIds.otherTownship);
    expect(seen()).toEqual(['上河村', '西岭镇', '西岭镇联合支部', '测试县'].sort());
    expect(village.engine.status.get()).toMatchObject({ removal: null, agreement: { isAgreed: true } });
    await move(placeIds.township);
    expect(seen()).toEqual(['上河村', '东溪镇', '东溪镇联合支部', '测试县'].sort());
  });

  it('[ROLE-1][REJECT-1] park what a clerk may not do, with the reason', async () => {
    const clerk = await openDevice(county);
    await join(county, clerk, 'township', 'clerk');
    const draft = { kind: 'holidays' as const, year: 2027, daysOff: ['2027-01-01'], workdays: [] };
    const made = await clerk.register.commit(
      [{ op: 'create', collection: 'settings', draft: { ...draft, orgUnitId: placeIds.township } }],
      { label: '节假日' },
    );
    await clerk.engine.round();
    expect(made.status).toBe('saved');
    const parked = clerk.register
      .table('conflicts')
      .all()
      .filter(({ kind }) => kind === 'parked');
    expect(parked).toMatchObject([
      { problemCode: 'sync.roleMayNot', content: { year: 2027 }, state: 'open' },
    ]);
    expect(
      clerk.register
        .table('settings')
        .all()
        .map(({ kind }) => kind),
    ).toEqual(['office']);
    await clerk.register.commit(
      [
        {
          op: 'change',
          collection: 'conflicts',
          id: parked[0]!.id,
          changes: { outcome: 'handedOver', state: 'settled' },
        },
      ],
      { label: '移交' },
    );
    await round(clerk);
    const organizer = await openDevice(county);
    await join(county, organizer, 'county', 'organizer');
    await round(organizer);
    expect(organizer.register.table('conflicts').get(parked[0]!.id)).toMatchObject({ outcome: 'handedOver' });
  });

  it('[ROLE-3] an auditor reads masked and writes nothing', async () => {
    const [clerk, auditor] = [await openDevice(county), await openDevice(county)];
    await join(county, clerk, 'township', 'clerk');
    await join(county, auditor, 'county', 'auditor');
    const id = await addUnit(clerk, { contact: { name: '钱进', phone: '13800138000' } });
    await round(clerk);
    await round(auditor);
    expect(unitOf(auditor, id)?.contact.phone).not.toBe('13800138000');
    await changeUnit(auditor, id, { staff: 99 });
    await auditor.engine.round();
    await round(clerk);
    expect(unitOf(clerk, id)?.staff).toBeNull();
    expect(
      auditor.register
        .table('conflicts')
        .all()
        .some(({ kind }) => kind === 'parked'),
    ).toBe(true);
  });

  it('[DEVICE-2] a device taken out of service delivers, empties itself and is wiped', async () => {
    const clerk = await openDevice(county);
    await join(county, clerk, 'township', 'clerk');
    await round(clerk);
    const deviceId = clerk.engine.status.get().me!.device.id;
    await addUnit(clerk, { name: '最后一笔' });
    const path = `/administration/devices/${deviceId}/revoke`;
    expect((await county.ask('administrator', 'POST', path, { to: 'draining' })).status).toBe(200);
    await clerk.engine.round();
    await clerk.engine.round();
    expect(clerk.engine.status.get()).toMatchObject({ link: 'wiped', unsentCount: 0 });
    expect(clerk.register.table('units').allIncludingDeleted()).toEqual([]);
    const { body } = await county.ask('organizer', 'GET', '/held');
    expect(JSON.stringify(body)).toContain('"collection":"units"');
    const devices = JSON.stringify(
      (await county.ask('administrator', 'GET', '/administration/devices')).body,
    );
    expect(devices).toContain('"state":"wiped"');
  });
});

describe('a register kept alone', () => {
  it('joins with its records in the places of the county', async () => {
    const device = await openDevice(county);
    const at = {
      county: device.register.newId(),
      town: device.register.newId(),
      village: device.register.newId(),
    };
    const place = (
      id: string,
      name: string,
      level: 'county' | 'township' | 'village',
      parentId: string | null,
    ) => ({ op: 'create', collection: 'orgUnits', draft: { id, name, level, parentId } }) as const;
    await device.register.commit(
      [
        {
          op: 'create',
          collection: 'settings',
          draft: { kind: 'office', name: '东溪镇党建办', homeOrgUnitId: at.town, isDemo: false },
        },
        place(at.county, '测试县', 'county', null),
        place(at.town, '东溪镇', 'township', at.county),
        place(at.village, '新河村', 'village', at.town),
      ],
      { label: '建账' },
    );
    const id = await addUnit(device, { name: '单机公司', townshipId: at.town, siteIds: [at.village] });
    await join(county, device, 'township', 'clerk');
    const matches = await device.engine.actions.placeMatches();
    expect(matches.map(({ countyId }) => countyId)).toEqual([placeIds.county, placeIds.township, null]);
    expect(await device.engine.actions.confirmPlaces(matches)).toEqual({ ok: true });
    await round(device);
    expect(unitOf(device, id)).toMatchObject({
      townshipId: placeIds.township,
      siteIds: [at.village],
      isPending: false,
    });
    expect(device.register.table('orgUnits').get(at.village)).toMatchObject({
      parentId: placeIds.township,
      isPending: false,
    });
    expect(device.engine.status.get().agreement?.isAgreed).toBe(true);
  });
});

describe('a first sync', () => {
  it('[PULL-4] of many records goes on where it was interrupted, twice', async () => {
    const clerk = await openDevice(county);
    await join(county, clerk, 'township', 'clerk');
    await round(clerk);
    const drafts = Array.from({ length: 1200 }, (_, i) => ({
      op: 'create' as const,
      collection: 'units' as const,
      draft: {
        unitType: 'enterprise' as const,
        name: `批量${i}`,
        townshipId: placeIds.township,
        status: 'operating' as const,
      },
    }));
    await clerk.register.commit(drafts, { label: '导入' });
    await round(clerk);
    const held = clerk.register.table('units').all().length;
    await clerk.register.close();
    const line = injectTransport(county);
    let asked = 0;
    const newcomer = await openDevice(county, {
      ...line,
      send(request, signal) {
        const isPage = request.url.includes('/changes?') && !request.url.includes('since=0');
        asked += isPage ? 1 : 0;
        return isPage && asked <= 2 ? Promise.reject(new Error('cut')) : line.send(request, signal);
      },
    });
    await join(county, newcomer, 'township', 'lead');
    for (let i = 0; i < 2; i++) {
      expect(await newcomer.engine.round()).toMatchObject({ kind: 'failed' });
      expect(newcomer.engine.status.get().progress?.done).toBe(500);
      expect(newcomer.engine.status.get().progress?.total).toBeGreaterThanOrEqual(1200);
    }
    await round(newcomer);
    expect(newcomer.register.table('units').all()).toHaveLength(held);
    expect(newcomer.engine.status.get()).toMatchObject({ progress: null, agreement: { isAgreed: true } });
  }, 60_000);
});
