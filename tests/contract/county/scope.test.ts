import { describe, expect, it } from 'vitest';
import { databaseKinds } from '../../support/databases/fresh-database';
import {
  change,
  contentOf,
  creation,
  east,
  eastVillage,
  placeBelow,
  renaming,
  smallCounty,
  unitAt,
  west,
  westVillage,
} from './small-county';

const moving = (documentId: string, from: string, to: string) =>
  change('units', documentId, { orgUnitId: { from, to } });

const partyOrg = { name: '青溪联合支部', formation: 'joint', status: 'active' };

describe.each(databaseKinds)('scopes on %s', (kind) => {
  const withUnits = async () => {
    const county = await smallCounty(kind);
    await county.push(county.organizer, [
      creation('units', unitAt(east, 'u-east')),
      creation('units', unitAt(eastVillage, 'u-village')),
      creation('units', unitAt(west, 'u-west')),
    ]);
    return county;
  };

  it('[SCOPE-1] shows a place its own subtree and nothing beside or above it', async () => {
    const county = await withUnits();
    const unitsOf = async (placeId: string) =>
      (await county.newIds(county.callerAt(placeId), 0)).filter((id) => id.startsWith('u-'));
    expect(await unitsOf(east)).toEqual(['u-east', 'u-village']);
    expect(await unitsOf(eastVillage)).toEqual(['u-village']);
    expect(await unitsOf(west)).toEqual(['u-west']);
    expect(await unitsOf(county.id)).toEqual(['u-east', 'u-village', 'u-west']);
  });

  it('[SCOPE-2] reads places, rules, organizations and instructors of the levels above', async () => {
    const county = await smallCounty(kind);
    const org = (id: string, placeId: string) =>
      creation('partyOrgs', contentOf('partyOrgs', id, placeId, partyOrg));
    const instructor = contentOf('instructors', 'i-county', county.id, {
      name: '周明',
      role: 'instructor',
      politicalStatus: '01',
    });
    const holidays = contentOf('settings', 's-county', county.id, {
      kind: 'holidays',
      year: 2026,
      daysOff: [],
      workdays: [],
    });
    const { answers } = await county.push(county.organizer, [
      org('o-county', county.id),
      org('o-west', west),
      creation('instructors', instructor),
      creation('settings', holidays),
      creation('units', unitAt(county.id, 'u-county')),
    ]);
    expect(answers.map(({ outcome }) => outcome)).toEqual(Array(5).fill('accepted'));
    expect(await county.newIds(county.callerAt(eastVillage), 0)).toEqual([
      county.id,
      east,
      eastVillage,
      'o-county',
      'i-county',
      's-county',
    ]);
  });

  it('[SCOPE-3] takes an edit only if its document lies in the subtree before and after it', async () => {
    const county = await withUnits();
    expect(
      await county.outcomes(county.eastClerk, [
        renaming('u-west', '单位u-west', '不该'),
        moving('u-east', east, west),
        moving('u-east', east, 'nowhere'),
        creation('units', unitAt(west)),
        creation('units', unitAt(county.id)),
        moving('u-east', east, eastVillage),
      ]),
    ).toEqual([...Array(5).fill('rejected sync.outsideScope'), 'accepted']);
    expect(await county.document('units', 'u-west')).toMatchObject({ name: '单位u-west', rev: 1 });
  });

  it('[SCOPE-3] lets a place be kept by those above it, and moved by those above both its parents', async () => {
    const county = await smallCounty(kind);
    const move = (id: string, from: unknown, to: unknown) =>
      change('orgUnits', id, { parentId: { from, to } });
    expect(
      await county.outcomes(county.eastClerk, [
        change('orgUnits', east, { aliases: { from: [], to: ['东镇'] } }),
        change('orgUnits', west, { aliases: { from: [], to: ['西镇'] } }),
        move(east, county.id, west),
        move(eastVillage, east, west),
        move(westVillage, west, east),
        move(eastVillage, east, null),
        creation('orgUnits', placeBelow(west, 'village-new')),
        creation('orgUnits', { ...placeBelow(east, 'county-new'), parentId: null }),
      ]),
    ).toEqual(['accepted', ...Array(7).fill('rejected sync.outsideScope')]);
    expect(
      await county.outcomes(county.organizer, [
        move(east, county.id, eastVillage),
        move(county.id, null, east),
        move(eastVillage, east, eastVillage),
      ]),
    ).toEqual(Array(3).fill('rejected sync.placeInsideItself'));
  });

  it('[SCOPE-4] tells the scope a document leaves, and the one it enters', async () => {
    const county = await withUnits();
    const last = await county.lastNumber();
    await county.push(county.organizer, [moving('u-village', eastVillage, westVillage)]);
    expect(await county.newIds(county.callerAt(eastVillage), last)).toEqual(['-u-village']);
    expect(await county.newIds(county.eastClerk, last)).toEqual(['-u-village']);
    expect(await county.newIds(county.westClerk, last)).toEqual(['u-village']);
    expect(await county.newIds(county.organizer, last)).toEqual(['u-village']);
  });

  it('[SCOPE-4] tells nothing to a scope the document only moves within, and all of its travels in order', async () => {
    const county = await withUnits();
    const last = await county.lastNumber();
    await county.push(county.organizer, [moving('u-village', eastVillage, east)]);
    expect(await county.newIds(county.eastClerk, last)).toEqual(['u-village']);
    await county.push(county.organizer, [moving('u-village', east, west)]);
    await county.push(county.organizer, [moving('u-village', west, east)]);
    // Whoever follows item by item ends with the document.
    expect(await county.newIds(county.eastClerk, last)).toEqual(['-u-village', 'u-village']);
    expect(await county.newIds(county.westClerk, last)).toEqual(['-u-village']);
  });

  it('[SCOPE-4] tells all places below a level that something shared from there is gone', async () => {
    const county = await smallCounty(kind);
    const org = contentOf('partyOrgs', 'o1', county.id, partyOrg);
    await county.push(county.organizer, [creation('partyOrgs', org)]);
    const last = await county.lastNumber();
    await county.push(county.organizer, [
      change('partyOrgs', 'o1', { orgUnitId: { from: county.id, to: east } }),
    ]);
    expect(await county.newIds(county.westClerk, last)).toEqual(['-o1']);
    expect(await county.newIds(county.callerAt(westVillage), last)).toEqual(['-o1']);
    expect(await county.newIds(county.eastClerk, last)).toEqual(['o1']);
    expect(await county.newIds(county.callerAt(eastVillage), last)).toEqual(['o1']);
  });

  it('[SCOPE-5] judges an edit made before the device knew that the document had left', async () => {
    const county = await withUnits();
    const pulledThrough = await county.lastNumber();
    await county.push(county.organizer, [moving('u-east', east, west)]);
    const edit = renaming('u-east', '单位u-east', '青溪机械厂');
    const reply = await county.push(county.eastClerk, [edit], { pulledThrough });
    expect(reply).toMatchObject({
      answers: [{ outcome: 'accepted' }],
      documents: [{ id: 'u-east', seq: 0, document: null }],
    });
    expect(await county.document('units', 'u-east')).toMatchObject({ name: '青溪机械厂', orgUnitId: west });
    const told = renaming('u-east', '青溪机械厂', '南岭机械厂');
    expect(
      await county.outcomes(county.eastClerk, [told], { pulledThrough: await county.lastNumber() }),
    ).toEqual(['rejected sync.outsideScope']);
  });

  it('[SCOPE-5] judges no edit of a document that was only read from above when it moved elsewhere', async () => {
    const county = await withUnits();
    const shared = contentOf('partyOrgs', 'o-county', county.id, partyOrg);
    await county.push(county.organizer, [creation('partyOrgs', shared)]);
    const pulledThrough = await county.lastNumber();
    const moved = change('partyOrgs', 'o-county', { orgUnitId: { from: county.id, to: west } });
    await county.push(county.organizer, [moved]);
    const edit = change('partyOrgs', 'o-county', { name: { from: partyOrg.name, to: '青溪支部' } });
    expect(await county.outcomes(county.eastClerk, [edit], { pulledThrough })).toEqual([
      'rejected sync.outsideScope',
    ]);
  });

  it('[SCOPE-5] keeps such an edit with the new owner: conflicts, history and all', async () => {
    const county = await withUnits();
    const pulledThrough = await county.lastNumber();
    await county.push(county.organizer, [
      moving('u-east', east, west),
      renaming('u-east', '单位u-east', '县改'),
    ]);
    const reply = await county.push(
      county.eastClerk,
      [renaming('u-east', '单位u-east', '镇改'), moving('u-east', east, eastVillage)],
      { pulledThrough },
    );
    expect(reply.answers.map(({ outcome }) => outcome)).toEqual(['conflicted', 'conflicted']);
    expect(reply.documents.every(({ document }) => document === null)).toBe(true);
    const [last = 0] = reply.answers.map((answer) => ('seq' in answer ? answer.seq - 1 : 0));
    expect((await county.newIds(county.westClerk, last)).length).toBe(3);
    expect(await county.newIds(county.eastClerk, last)).toEqual([]);
  });

  it('[SCOPE-6] moves a place with all that lies in it, tells who loses it, and renames its scope', async () => {
    const county = await withUnits();
    const villageClerk = county.callerAt(eastVillage);
    const scope = await county.scopeOf(villageClerk);
    const last = await county.lastNumber();
    const reply = await county.push(county.organizer, [
      change('orgUnits', eastVillage, { parentId: { from: east, to: west } }),
    ]);
    expect(reply.documents.map(({ id }) => id)).toEqual([eastVillage]);
    expect(await county.newIds(county.westClerk, last)).toEqual([eastVillage, 'u-village']);
    expect(await county.newIds(county.eastClerk, last)).toEqual([`-${eastVillage}`, '-u-village']);
    expect(await county.lastNumber()).toBe(last + 2);
    expect(await county.scopeOf(villageClerk)).not.toBe(scope);
    expect(await county.pull(villageClerk, { scope, since: last })).toMatchObject({
      kind: 'reset',
      reason: 'scope',
    });
    // What it reads from above is its new township's.
    expect(await county.newIds(villageClerk, 0)).toEqual([county.id, west, eastVillage, 'u-village']);
    expect(await county.document('units', 'u-village')).toMatchObject({ seq: last + 2, rev: 1 });
  });

  it('[SCOPE-6] moves a place into one created by the same push', async () => {
    const county = await withUnits();
    expect(
      await county.outcomes(county.organizer, [
        change('orgUnits', eastVillage, { parentId: { from: east, to: 'town-new' } }),
        creation('orgUnits', placeBelow(county.id, 'town-new', { level: 'township' })),
      ]),
    ).toEqual(['accepted', 'accepted']);
    expect(await county.newIds(county.callerAt('town-new'), 0)).toEqual(
      expect.arrayContaining(['town-new', eastVillage, 'u-village']),
    );
  });

  it('[SCOPE-8] tells nothing of foreign documents, whatever is tried on them', async () => {
    const county = await withUnits();
    const secret = { name: '绝密单位', remarks: '绝密' };
    await county.push(county.westClerk, [creation('units', unitAt(west, 'u-secret', secret))]);
    const reply = await county.push(county.eastClerk, [
      renaming('u-secret', 'x', 'y'),
      renaming('u-secret', '绝密单位', ''),
      change('units', 'u-secret', { status: { from: 'x', to: 'nonsense' } }),
      creation('units', unitAt(east, 'u-secret')),
      creation('units', unitAt(west, 'u-secret', secret)),
    ]);
    expect(reply.answers.map((answer) => 'problem' in answer && answer.problem.code)).toEqual(
      Array(5).fill('sync.outsideScope'),
    );
    expect(reply.documents).toEqual([{ collection: 'units', id: 'u-secret', seq: 0, document: null }]);
    expect(JSON.stringify(reply)).not.toContain('绝密');
    expect(JSON.stringify(await county.pullAll(county.eastClerk))).not.toContain('绝密');
  });
});
