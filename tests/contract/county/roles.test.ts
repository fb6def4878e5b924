import { describe, expect, it } from 'vitest';
import { databaseKinds } from '../../support/databases/fresh-database';
import {
  change,
  contentOf,
  creation,
  east,
  newId,
  personAt,
  placeBelow,
  renaming,
  smallCounty,
  unitAt,
  west,
} from './small-county';

const holidays = (orgUnitId: string) =>
  creation(
    'settings',
    contentOf('settings', newId(), orgUnitId, { kind: 'holidays', year: 2026, daysOff: [], workdays: [] }),
  );
const annualTarget = (orgUnitId: string) =>
  creation(
    'assessments',
    contentOf('assessments', newId(), orgUnitId, {
      kind: 'annualTarget',
      targetOrgUnitId: orgUnitId,
      year: 2026,
      metricCode: 'C1',
      target: 80,
      dueOn: '2026-12-31',
    }),
  );
const idNo = '340123199001011234';
const phone = '13812345678';

describe.each(databaseKinds)('roles on %s', (kind) => {
  it('[ROLE-1] lets clerks and leads write in their subtree, except the rules of the county', async () => {
    const county = await smallCounty(kind);
    for (const role of ['clerk', 'lead'] as const) {
      const caller = county.callerAt(east, role);
      const edits = [creation('units', unitAt(east)), holidays(east)];
      expect(await county.outcomes(caller, edits)).toEqual(['accepted', 'rejected sync.roleMayNot']);
    }
  });

  it('[ROLE-1] does not let a setting become a rule, and still shows the rule that was not changed', async () => {
    const county = await smallCounty(kind);
    const rule = holidays(east);
    await county.push(county.organizer, [rule]);
    const reply = await county.push(county.eastClerk, [
      change('settings', rule.documentId, { year: { from: 2026, to: 2027 } }),
    ]);
    expect(reply.answers).toMatchObject([{ problem: { code: 'sync.roleMayNot' } }]);
    expect(reply.documents).toMatchObject([{ id: rule.documentId, document: { year: 2026 } }]);
    const above = holidays(county.id);
    await county.push(county.organizer, [above]);
    const { documents } = await county.push(county.eastClerk, [
      change('settings', above.documentId, { year: { from: 2026, to: 2027 } }),
    ]);
    // Not hers to write, but hers to read: an answer without the document would make her device drop it.
    expect(documents).toMatchObject([{ id: above.documentId, document: { year: 2026 } }]);
  });

  it('[ROLE-1] keeps a target as the county handed it down, until the county takes it back', async () => {
    const county = await smallCounty(kind);
    const target = annualTarget(east);
    const { documentId } = target;
    const raise = change('assessments', documentId, { target: { from: 80, to: 60 } });
    const handDown = change('assessments', documentId, { isFrozen: { from: null, to: true } });
    const takeBack = change('assessments', documentId, { isFrozen: { from: true, to: null } });
    const lead = county.callerAt(east, 'lead');
    expect(await county.outcomes(lead, [target, handDown])).toEqual(['accepted', 'rejected sync.roleMayNot']);
    expect(await county.outcomes(county.organizer, [handDown])).toEqual(['accepted']);
    expect(await county.outcomes(lead, [raise, takeBack])).toEqual([
      'rejected sync.roleMayNot',
      'rejected sync.roleMayNot',
    ]);
    expect(await county.outcomes(county.organizer, [takeBack])).toEqual(['accepted']);
    expect(
      await county.outcomes(lead, [change('assessments', documentId, { target: { from: 80, to: 75 } })]),
    ).toEqual(['accepted']);
  });

  it('[ROLE-2] lets organizers write everywhere in their subtree and move between townships', async () => {
    const county = await smallCounty(kind);
    expect(
      await county.outcomes(county.organizer, [
        creation('units', unitAt(east, 'u1')),
        change('units', 'u1', { orgUnitId: { from: east, to: west } }),
        holidays(county.id),
      ]),
    ).toEqual(['accepted', 'accepted', 'accepted']);
    const ofEast = county.callerAt(east, 'organizer');
    expect(await county.outcomes(ofEast, [renaming('u1', '单位u1', 'x'), holidays(county.id)])).toEqual([
      'rejected sync.outsideScope',
      'rejected sync.outsideScope',
    ]);
  });

  it('[ROLE-3] answers auditors that they write nothing', async () => {
    const county = await smallCounty(kind);
    await county.push(county.eastClerk, [creation('units', unitAt(east, 'u1'))]);
    const auditor = county.callerAt(county.id, 'auditor');
    expect(
      await county.outcomes(auditor, [renaming('u1', '单位u1', 'x'), creation('units', unitAt(east))]),
    ).toEqual(['rejected sync.roleMayNot', 'rejected sync.roleMayNot']);
  });

  it('[ROLE-3] masks numbers in everything an auditor is sent', async () => {
    const county = await smallCounty(kind);
    await county.push(county.eastClerk, [creation('people', personAt(east, 'p1', { idNo, phone: '1' }))]);
    await county.push(county.eastClerk, [change('people', 'p1', { phone: { from: '1', to: phone } })]);
    await county.push(county.organizer, [
      change('people', 'p1', { phone: { from: '1', to: '13987654321' }, idNo: { from: '1', to: idNo } }),
    ]);
    const auditor = county.callerAt(county.id, 'auditor');
    const { items } = await county.pullAll(auditor);
    const text = JSON.stringify(items);
    for (const number of [idNo, phone, '13987654321']) expect(text).not.toContain(number);
    expect(text).toContain('340123********1234');
    expect(items.filter(({ collection }) => collection === 'conflicts')).toHaveLength(1);
    // Everybody else works with the numbers themselves.
    expect(JSON.stringify(await county.pullAll(county.eastClerk))).toContain(idNo);
    const refused = await county.push(auditor, [change('people', 'p1', { name: { from: 'x', to: 'y' } })]);
    expect(JSON.stringify(refused)).not.toContain(idNo);
    expect(refused.documents[0]?.document).toMatchObject({ idNo: '340123********1234' });
  });

  it('[ROLE-4] shows administrators places and rules, and lets them write places only', async () => {
    const county = await smallCounty(kind);
    const rule = holidays(county.id);
    await county.push(county.organizer, [
      creation('units', unitAt(east, 'u1')),
      creation('people', personAt(east, 'p1')),
      rule,
    ]);
    const administrator = county.callerAt(county.id, 'administrator');
    const collections = (await county.pullAll(administrator)).items.map(({ collection }) => collection);
    expect([...new Set(collections)]).toEqual(['orgUnits', 'settings']);
    const reply = await county.push(administrator, [
      creation('orgUnits', placeBelow(east, 'village-new')),
      renaming('u1', '单位u1', 'x'),
      creation('units', unitAt(east)),
      change('settings', rule.documentId, { year: { from: 2026, to: 2027 } }),
    ]);
    expect(reply.answers.map(({ outcome }) => outcome)).toEqual([
      'accepted',
      'rejected',
      'rejected',
      'rejected',
    ]);
    expect(reply.documents.find(({ id }) => id === 'u1')).toMatchObject({ document: null });
  });
});
