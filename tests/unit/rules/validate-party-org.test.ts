import { describe, expect, it } from 'vitest';
import { buildDocument, type Draft } from '../../support/build-documents';
import { branch, firm, found, members } from './find-problems';

describe('a Party organization', () => {
  const units = ['u', 'v', 'w', 'x', 'y', 'z'].map((id) => buildDocument('units', firm({ id, name: id })));

  it('has nothing to say about three full members under one firm', () => {
    expect(found('partyOrgs', branch(['u']), { units, people: members(3) })).toEqual({});
  });

  it.each([
    [2, { branchTooFew: 'covers' }],
    [50, { needsGeneralBranch: 'tier', committeeNotElected: 'posts' }],
    [51, { branchTooMany: 'tier', committeeNotElected: 'posts' }],
    [100, { needsCommittee: 'tier', committeeNotElected: 'posts' }],
  ])('with %i members knows its limits', (count, expected) => {
    expect(found('partyOrgs', branch(['u']), { units, people: members(count) })).toEqual(expected);
  });

  it('takes declared members where the roster is shorter', () => {
    const declared = [buildDocument('units', firm({ declared: { members: 4, probationary: 2 } }))];
    expect(found('partyOrgs', branch(['u']), { units: declared })).toEqual({ branchTooFew: 'covers' });
  });

  it('covers one firm alone, two to five jointly, and none that is gone', () => {
    const people = members(3);
    const all = ['u', 'v', 'w', 'x', 'y', 'z'];
    expect(found('partyOrgs', branch(all), { units, people })).toEqual({ jointTooMany: 'covers' });
    expect(found('partyOrgs', branch(all.slice(0, 5)), { units, people })).toEqual({});
    expect(found('partyOrgs', branch(['u'], { formation: 'joint' }), { units, people })).toEqual({
      jointTooFew: 'covers',
    });
    expect(
      found('partyOrgs', branch(['u', 'v'], { formation: 'solo', tier: 'branch' }), { units, people }),
    ).toEqual({
      soloCovers: 'covers',
    });
    expect(found('partyOrgs', branch(['u'], { hostUnitId: 'v' }), { units, people })).toEqual({
      hostNotCovered: 'hostUnitId',
    });
    const gone = [buildDocument('units', firm({ status: 'movedOut', statusSince: '2025' }))];
    expect(found('partyOrgs', branch(['u']), { units: gone, people })).toEqual({ coverOutOfScope: 'covers' });
  });

  it('watches the term', () => {
    const around = { units, people: members(3) };
    const term = (termStart: string, more: Partial<Draft<'partyOrgs'>> = {}) =>
      found('partyOrgs', branch(['u'], { termStart, ...more }), around);
    expect(term('2022-12-30')).toEqual({ termOverdue: 'termStart' });
    expect(term('2023-06-30')).toEqual({ termSoon: 'termStart' });
    expect(term('2023-07-02')).toEqual({});
    expect(term('2021-01-01', { tier: 'committee' })).toMatchObject({ termSoon: 'termStart' });
    expect(term('2022-06-01', { postponedTo: '2026-07-01' })).toEqual({ postponedTooLong: 'postponedTo' });
    expect(term('2024-01-01', { termYears: 4 })).toEqual({ termTooLong: 'termYears' });
  });

  it('asks for secretary, superior and the day of dissolution', () => {
    const around = { units, people: members(3) };
    expect(
      found('partyOrgs', branch(['u'], { posts: {}, superiorName: null, name: '恒兴支部' }), around),
    ).toEqual({
      noSecretary: 'posts',
      noSuperior: 'superiorId',
      nameStart: 'name',
    });
    expect(found('partyOrgs', branch(['u'], { status: 'dissolved' }), around)).toEqual({
      dissolvedUndated: 'statusSince',
    });
  });
});
