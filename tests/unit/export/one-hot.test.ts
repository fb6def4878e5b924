import type { CodeList } from '@shared/domain/define';
import { formations, orgTiers, secretarySources } from '@shared/domain/party-org';
import { annualChecks, notBuiltReasons, ownerships, siteKinds } from '@shared/domain/unit';
import { markOf, type OneHot, oneHots } from '@shared/export/one-hot';
import { buildReport } from '@shared/export/report-definitions';
import { describe, expect, it } from 'vitest';
import { inventedTown } from './invented-town';
import { inputOf } from './report-input-of';

type Group = readonly [
  name: string,
  list: CodeList<string>,
  oneHot: OneHot<string>,
  /** Code → the heading it belongs under and what is written there; codes without a column are absent. */
  expected: Readonly<Record<string, readonly [heading: string, mark: string]>>,
];
// A group of narrower codes is read here as one of plain strings.
const group = <C extends string>(
  name: string,
  list: CodeList<C>,
  oneHot: OneHot<C>,
  expected: Readonly<Partial<Record<C, readonly [string, string]>>>,
): Group => [name, list, oneHot as unknown as OneHot<string>, expected as Group[3]];

const groups: readonly Group[] = [
  group('企业座落地', siteKinds, oneHots.siteKind, {
    park: ['园区', '√'],
    building: ['楼宇', '√'],
    other: ['其他', '√'],
  }),
  group('企业类型', ownerships, oneHots.ownership, {
    private: ['私营', '√'],
    hkmt: ['港澳台', '√'],
    foreign: ['外商', '√'],
  }),
  group('组建形式', formations, oneHots.formation, {
    solo: ['单独', '√'],
    joint: ['联合', '√'],
    grid: ['网格', '√'],
  }),
  group('类别(企业)', orgTiers, oneHots.enterpriseTier, {
    committee: ['党委', '√'],
    generalBranch: ['党总支', '√'],
    branch: ['党支部', '√'],
    jointBranch: ['党支部', '√'],
    tempBranch: ['党支部', '临时党支部'],
    floatingBranch: ['党支部', '流动党员党支部'],
  }),
  group('类别(社会组织)', orgTiers, oneHots.socialOrgTier, {
    committee: ['党委', '√'],
    generalBranch: ['总支', '√'],
    branch: ['支部', '√'],
    jointBranch: ['联合支部', '√'],
    tempBranch: ['支部', '临时党支部'],
    floatingBranch: ['支部', '流动党员党支部'],
  }),
  group('未建原因', notBuiltReasons, oneHots.notBuiltReason, {
    noMembers: ['没有党员', '√'],
    ownerUnwilling: ['出资人不支持', '√'],
    noGuidance: ['上级未及时指导', '√'],
    other: ['其他', '√'],
    under3: ['其他', '不足3人'],
  }),
  group('书记来源', secretarySources, oneHots.secretarySource, {
    owner: ['出资人', '√'],
    middle: ['中层', '√'],
    dispatched: ['上级选派', '√'],
    other: ['其他', '√'],
    insideElected: ['其他', '内部选举'],
    hired: ['其他', '外聘'],
  }),
  group('年检', annualChecks, oneHots.annualCheck, {
    passed: ['合格', '√'],
    basic: ['基本合格', '√'],
    failed: ['不合格', '√'],
    absent: ['未参检', '√'],
  }),
];

describe('one-of groups', () => {
  it.each(groups)(
    '%s: each code stands under its own heading and nowhere else',
    (_, list, oneHot, expected) => {
      for (const code of list.codes) {
        const marks = oneHot.flatMap((column) => {
          const mark = markOf(column, code);
          return mark === null ? [] : [[column.label, mark]];
        });
        expect([code, marks]).toEqual([code, expected[code] === undefined ? [] : [expected[code]]]);
      }
    },
  );

  it('a party committee is ticked under 党委 in the printed ledger, not under 党支部', () => {
    const partyOrgs = (inventedTown.partyOrgs ?? []).map((org) =>
      org.id === 'o1' ? { ...org, tier: 'committee' as const } : org,
    );
    const table = buildReport('F1', inputOf({ ...inventedTown, partyOrgs }));
    const row = table.rows[table.rowIds.indexOf('u1')];
    const under = (label: string) =>
      row?.[table.columns.findIndex(({ path }) => path.at(-2) === '类别' && path.at(-1) === label)];
    expect([under('党支部'), under('党总支'), under('党委')]).toEqual([null, null, '√']);
  });
});
