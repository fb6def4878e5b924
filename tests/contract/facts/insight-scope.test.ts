/** Whose numbers the county answers, and how long an answer holds. */
import { updateFacts } from '@server/services/facts/update-facts';
import { createInsights } from '@server/services/insights/insights';
import { recordsQuestion, sumsQuestion, unitsQuestion } from '@shared/insights/messages';
import type { Within } from '@shared/insights/within';
import { describe, expect, it } from 'vitest';
import { databaseKinds } from '../../support/databases/fresh-database';
import { change, contentOf, creation, east, smallCounty, unitAt, west } from '../county/small-county';

describe.each(databaseKinds)('the answers of %s', (kind) => {
  const total = {
    days: ['2026-03-02'],
    groupBy: [],
    within: {},
    figures: ['C1'],
    distributions: [],
    series: 'twoNew',
  } as const;

  const withUnits = async () => {
    const county = await smallCounty(kind);
    await county.push(county.eastClerk, [creation('units', unitAt(east, `${county.id}-u1`))]);
    await county.push(county.westClerk, [
      creation('units', unitAt(west, `${county.id}-u2`)),
      creation('units', unitAt(west, `${county.id}-u3`)),
    ]);
    await updateFacts(county.environment, county.id);
    return { county, insights: createInsights(county.environment) };
  };
  const question = sumsQuestion.parse(total);

  it('are about what the caller may hold, whatever she asks for', async () => {
    const { county, insights } = await withUnits();
    const countOf = async (caller: typeof county.eastClerk, within: Within = {}) =>
      (await insights.sums(caller, { ...question, within })).answer.points[0]?.groups[0]?.figures.C1
        ?.denominator;
    expect(await countOf(county.organizer)).toBe(3);
    expect(await countOf(county.eastClerk)).toBe(1);
    expect(await countOf(county.eastClerk, { township: west })).toBe(0);
    expect(await countOf(county.westClerk)).toBe(2);
    const list = unitsQuestion.parse({
      day: '2026-03-02',
      within: {},
      mark: { kind: 'figure', id: 'C1', part: 'base' },
    });
    expect((await insights.units(county.eastClerk, list)).answer.units.map((unit) => unit.unitId)).toEqual([
      `${county.id}-u1`,
    ]);
    const drained = county.callerAt(east, 'clerk', { deviceState: 'draining' });
    await expect(insights.sums(drained, question)).rejects.toThrow('account.deviceDraining');
  });

  it('[SCOPE-8] name the people of her own place and of the levels above, and nobody of another township', async () => {
    const { county, insights } = await withUnits();
    const assigned = { unitId: `${county.id}-u1`, from: '2024-01', to: null };
    const instructor = (place: string, name: string) =>
      creation(
        'instructors',
        contentOf('instructors', `${county.id}-${name}`, place, {
          name,
          role: 'instructor',
          assignments: { a: assigned },
        }),
      );
    const people = [instructor(county.id, '县派'), instructor(east, '镇派'), instructor(west, '邻镇派')];
    expect(await county.outcomes(county.organizer, people)).toEqual(['accepted', 'accepted', 'accepted']);
    await updateFacts(county.environment, county.id);
    const question = recordsQuestion.parse({ day: '2026-03-02', within: {}, id: 'C13b' });
    const namesFor = async (caller: typeof county.organizer) =>
      (await insights.records(caller, question)).answer.records.map(({ name }) => name).sort();
    expect(await namesFor(county.organizer)).toEqual(['县派', '邻镇派', '镇派'].sort());
    expect(await namesFor(county.callerAt(county.id, 'auditor'))).toEqual(['县派', '邻镇派', '镇派'].sort());
    expect(await namesFor(county.eastClerk)).toEqual(['县派', '镇派', null].sort());
    expect(await namesFor(county.westClerk)).toEqual([]);
  });

  it('[ROLE-3] are the whole county to an auditor, with every name, and she changes none of them', async () => {
    const { county, insights } = await withUnits();
    const auditor = county.callerAt(county.id, 'auditor');
    const list = unitsQuestion.parse({
      day: '2026-03-02',
      within: {},
      mark: { kind: 'figure', id: 'C1', part: 'base' },
    });
    const flow = { from: '2026-03-01', to: '2026-03-02', within: {} };
    const answersTo = async (caller: typeof auditor) => [
      (await insights.sums(caller, question)).answer,
      (await insights.units(caller, list)).answer,
      (await insights.flow(caller, flow)).answer,
    ];
    const before = await answersTo(county.organizer);
    expect(JSON.stringify(before)).toContain(`${county.id}-u3`);
    expect(await answersTo(auditor)).toEqual(before);
    const closing = change('units', `${county.id}-u3`, { status: { from: 'operating', to: 'deregistered' } });
    expect(await county.outcomes(auditor, [closing])).toEqual(['rejected sync.roleMayNot']);
    await updateFacts(county.environment, county.id);
    expect(await answersTo(auditor)).toEqual(before);
    // The same edit of somebody who may is in all of them: what was refused would have been seen.
    expect(await county.outcomes(county.westClerk, [closing])).toEqual(['accepted']);
    await updateFacts(county.environment, county.id);
    expect(await answersTo(auditor)).not.toEqual(before);
  });

  it('are kept until the register changes, and not while the facts still follow it', async () => {
    const { county, insights } = await withUnits();
    const ask = async () => {
      const { position, answer } = await insights.sums(county.organizer, question);
      return [position.isSettled, answer.points[0]?.groups[0]?.figures.C1?.denominator];
    };
    expect(await ask()).toEqual([true, 3]);
    // Behind the back of the register, so only an answer that was kept can still be the old one.
    await county.environment.database.query(`update unit_facts set in_scope = false where unit_id = $1`, [
      `${county.id}-u3`,
    ]);
    expect(await ask()).toEqual([true, 3]);
    await county.push(county.eastClerk, [
      change('units', `${county.id}-u1`, { staff: { from: null, to: 7 } }),
    ]);
    expect(await ask()).toEqual([false, 2]);
    await updateFacts(county.environment, county.id);
    expect(await ask()).toEqual([true, 2]);
  });
});
