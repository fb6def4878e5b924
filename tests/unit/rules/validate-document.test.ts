import { buildRelations } from '@shared/figures/build-relations';
import { keptKey } from '@shared/problems/problem';
import { openProblems, validateDocument } from '@shared/rules/validate-document';
import { describe, expect, it } from 'vitest';
import { buildDocument, type Draft, usccOf } from '../../support/build-documents';
import { countRegister } from '../../support/count-register';
import { asOf, branch, firm, found, member, own } from './find-problems';

describe('a unit', () => {
  it('has nothing to say about a sound one', () => {
    expect(found('units', firm({ uscc: usccOf('91', 1), staff: 30, foundedOn: '2015-03' }))).toEqual({});
  });

  it('lists missing musts with their labels, but not for a firm that is gone', () => {
    const open = buildDocument('units', firm());
    const gone = buildDocument('units', firm({ status: 'deregistered', statusSince: '2024' }));
    const relations = buildRelations({});
    const missing = validateDocument('units', open, relations, asOf);
    expect(missing.map((one) => one.field)).toEqual([
      'uscc',
      'operatingAddress',
      'industryCode',
      'staff',
      'aboveScale',
      'contact.phone',
    ]);
    expect(missing[0]?.text).toBe('缺项：“统一社会信用代码”未填，请补齐。');
    expect(validateDocument('units', gone, relations, asOf)).toEqual([]);
  });

  it('does not ask a sole trader for a code and asks a social organization for its kind', () => {
    const relations = buildRelations({});
    const fieldsOf = (draft: Draft<'units'>) =>
      validateDocument('units', buildDocument('units', draft), relations, asOf).map((one) => one.field);
    expect(fieldsOf(firm({ unitType: 'individualBusiness' }))).not.toContain('uscc');
    expect(fieldsOf(firm({ unitType: 'socialOrg' }))).toContain('socialType');
  });

  it('checks code, telephone and prefix against the type', () => {
    const code = usccOf('51', 7);
    const result = found('units', firm({ uscc: code, contact: { name: null, phone: '12800138000' } }));
    expect(result).toEqual({ usccPrefix: 'uscc', phoneMobile: 'contact.phone' });
    expect(found('units', firm({ uscc: '91340123MA9TXYX100' }))).toEqual({ usccCheck: 'uscc' });
  });

  it('is judged anew after a change, and beside others as they are now', () => {
    const wrong = buildDocument('units', firm({ uscc: '91340123MA9TXYX100', staff: null }));
    const right = { ...wrong, uscc: usccOf('91', 3), staff: 30 };
    const twin = buildDocument('units', firm({ id: 'v' }));
    const judged = (document: typeof wrong, others: (typeof wrong)[]) =>
      validateDocument('units', document, buildRelations({ units: [document, ...others] }), asOf)
        .filter(({ field }) => field === 'uscc' || field === 'staff' || field === 'name')
        .map((one) => own(one));
    expect(judged(wrong, [])).toEqual(['usccCheck', 'missing']);
    expect(judged(right, [])).toEqual([]);
    expect(judged(right, [twin])).toEqual(['sameName']);
    expect(judged(wrong, [twin])).toEqual(['usccCheck', 'missing', 'sameName']);
  });

  it('finds twins by code first, then by name', () => {
    const uscc = usccOf('91', 3);
    const twin = buildDocument('units', firm({ id: 'v', uscc }));
    expect(found('units', firm({ uscc }), { units: [twin] })).toEqual({ sameUscc: 'uscc' });
    expect(found('units', firm(), { units: [twin] })).toEqual({ sameName: 'name' });
    const deleted = { ...twin, deletedAt: '2025-01-01T00:00:00.000Z' };
    expect(found('units', firm({ uscc }), { units: [deleted] })).toEqual({});
  });

  it('asks only firms whether they are 规上', () => {
    const missing = (unitType: 'enterprise' | 'socialOrg' | 'individualBusiness') =>
      validateDocument('units', buildDocument('units', firm({ unitType })), buildRelations({}), asOf)
        .filter((one) => own(one) === 'missing')
        .map((one) => one.field);
    expect(missing('enterprise')).toContain('aboveScale');
    expect(missing('socialOrg')).not.toContain('aboveScale');
    expect(missing('individualBusiness')).not.toContain('aboveScale');
  });

  it('compares staff with members and parts with wholes', () => {
    const declared = { members: 8, probationary: 9, under35: 8 };
    expect(found('units', firm({ staff: 5, staffFullTime: 6, declared }))).toEqual({
      membersOverStaff: 'staff',
      partOverStaff: 'staffFullTime',
      declaredPartOver: 'declared.probationary',
    });
  });

  it('compares declared members with the roster only where there is one', () => {
    const declared = { members: 3 };
    expect(found('units', firm({ declared }))).toEqual({});
    const people = [
      member('a', { relationOrgId: null }),
      member('b', { relationOrgName: '村支部', relationOrgId: null }),
    ];
    expect(found('units', firm({ declared }), { people })).toEqual({
      declaredDifference: 'declared.members',
    });
  });

  it('counts the roster as the figures do: who works nowhere counts at the seat of the organization', () => {
    const draft = firm({ id: 'u', declared: { members: 3 }, notBuiltReason: null });
    const partyOrgs = [buildDocument('partyOrgs', branch(['u', 'v'], { hostUnitId: 'u' }))];
    const seat = { partyOrgs, units: [buildDocument('units', firm({ id: 'v', name: '恒发公司' }))] };
    const people = [member('a'), member('b'), member('retired', { workUnitId: null })];
    expect(found('units', draft, { ...seat, people })).toEqual({});
    const { facts } = countRegister(
      { ...seat, people, units: [...seat.units, buildDocument('units', draft)] },
      asOf,
    );
    expect(facts.get('u')?.declaredDifference).toBe(0);
    // Who works in the other firm of the joint branch counts there.
    const moved = [...people.slice(0, 2), member('c', { workUnitId: 'v' })];
    expect(found('units', draft, { ...seat, people: moved })).toEqual({
      declaredDifference: 'declared.members',
    });
  });

  it('asks why nothing is built, and whether the answer fits', () => {
    expect(found('units', firm({ notBuiltReason: null }))).toEqual({
      notBuiltReasonMissing: 'notBuiltReason',
    });
    expect(
      found('units', firm({ notBuiltReason: 'under3', declared: { members: 3 }, plannedBuildOn: '2025-06' })),
    ).toEqual({
      notBuiltReasonWrong: 'notBuiltReason',
      plannedBuildPast: 'plannedBuildOn',
    });
    const partyOrgs = [buildDocument('partyOrgs', branch(['u']))];
    expect(found('units', firm(), { partyOrgs })).toEqual({ notBuiltReasonLeft: 'notBuiltReason' });
  });

  it('refuses days ahead and days in the wrong order', () => {
    expect(found('units', firm({ foundedOn: '2027', statusSince: '2026-02' }))).toEqual({
      futureDate: 'statusSince',
      datesReversed: 'statusSince',
    });
    expect(found('units', firm({ foundedOn: '2021-03', statusSince: '2021' }))).toEqual({});
  });

  it('names what a closed firm leaves open', () => {
    const partyOrgs = [buildDocument('partyOrgs', branch(['u']))];
    const gone = firm({ status: 'deregistered', statusSince: '2025-05' });
    const document = buildDocument('units', gone);
    const relations = buildRelations({ units: [document], partyOrgs, people: [member('a')] });
    const [problem] = validateDocument('units', document, relations, asOf);
    expect(problem?.text).toBe('单位已注销，但党组织覆盖、党员工作单位还没有结束，请调整。');
  });
});

describe('kept warnings', () => {
  it('are left out of the open ones; errors never are', () => {
    const draft = firm({ staff: 1, declared: { members: 3 }, notBuiltReason: null });
    const document = buildDocument('units', draft);
    const relations = buildRelations({ units: [document] });
    const problems = validateDocument('units', document, relations, asOf);
    const entry = { reason: '上级同意', by: '林文', at: '2025-12-01T00:00:00.000Z' };
    const kept = Object.fromEntries(problems.map((problem) => [keptKey(problem), entry]));
    expect(Object.keys(kept).every((key) => !key.includes('.'))).toBe(true);
    expect(openProblems(problems, { kept }).map(own)).toEqual(['membersOverStaff']);
  });
});
