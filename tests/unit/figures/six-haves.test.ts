import type { Register } from '@shared/domain/collections';
import type { FactsContext } from '@shared/figures/facts-context';
import { explainSixHaves } from '@shared/figures/six-haves/derive-six-haves';
import { criteriaSetOn } from '@shared/rules/rule-set-on';
import { describe, expect, it } from 'vitest';
import { buildDocument } from '../../support/build-documents';
import { countRegister } from '../../support/count-register';
import { buildTownT, townTAsOf } from '../../support/town-t';

/** Items of one unit of town T, after a change of its register. */
function itemsOf(
  unitId: string,
  change: (town: Register) => Partial<Register> = () => ({}),
  code = 'sixHavesA',
) {
  const town = buildTownT();
  const { context, facts } = countRegister({ ...town, ...change(town) }, townTAsOf);
  const unit = context.relations.documents.units.get(unitId);
  const own = facts.get(unitId);
  if (!unit || !own) throw new Error(unitId);
  const judged: FactsContext = { ...context, criteriaSet: criteriaSetOn(townTAsOf, [], code) };
  return Object.fromEntries(explainSixHaves(unit, own, judged).map((item) => [item.code, item]));
}

describe('六有 set A', () => {
  it('says what was found for every item that is met', () => {
    const items = itemsOf('solo-1');
    expect(Object.values(items).map((item) => item.why)).toEqual([
      '中共田湾镇恒兴1号支部委员会，任期至2027-06-01',
      '党员活动室，30㎡',
      '本年收入5000元，其中企业投入5000元、党费返还0元、财政列支0元，已纳入管理费预算',
      '近12个月活动12次，12个月有活动，到会率80%',
      '五项核心制度已有5项',
      '近12个月登记作用发挥2条，已确认2条',
    ]);
    expect(Object.values(items).every((item) => item.isMet && item.missing === null)).toBe(true);
  });

  it('says what is missing for every item that is not', () => {
    const missing = (unitId: string) => Object.values(itemsOf(unitId)).map((item) => item.missing);
    expect(missing('solo-9')).toEqual([
      null,
      null,
      '登记本年经费收入，党建经费纳入管理费预算',
      null,
      null,
      null,
    ]);
    expect(missing('joint-1')[3]).toBe(
      '2025年1季度、2025年2季度、2025年3季度、2025年4季度党员大会不足1次，有活动的月份应不少于9个，登记应到、实到人数',
    );
    expect(missing('open-8')).toEqual([
      '单独或联合组建党组织',
      '登记不少于20㎡的场地，或正在使用的共享阵地',
      '登记本年经费收入，党建经费纳入管理费预算',
      '组建后按期开展活动',
      '还缺：三会一课制度、发展党员制度、民主评议党员制度、党费收缴管理制度、流动党员管理制度',
      '还需登记并确认2条作用发挥记录',
    ]);
  });

  it('says the same in a few words for table F6', () => {
    const gaps = (items: ReturnType<typeof itemsOf>) => Object.values(items).map((item) => item.gap);
    expect(gaps(itemsOf('solo-9'))).toEqual([null, null, '无收入、未列预算', null, null, null]);
    expect(gaps(itemsOf('open-8'))).toEqual([
      '未建',
      '无场地',
      '无收入、未列预算',
      '无活动',
      '缺5项',
      '差2条',
    ]);
    const few = itemsOf('solo-1', ({ activities, partyRooms, partyOrgs, records }) => ({
      activities: activities.filter(({ startOn }) => startOn >= '2025-05-01'),
      partyRooms: partyRooms.map((room) => ({ ...room, areaM2: 9.5 })),
      partyOrgs: partyOrgs.map((org) => ({ ...org, posts: {}, termStart: '2022-06-01' })),
      records: records.filter((record) => record.kind !== 'document' || record.documentKind !== 'dues'),
    }));
    expect(gaps(few)).toEqual([
      '缺书记、逾期未换届',
      '差10.5㎡',
      null,
      '1、2季度党员大会未开、有活动的月份差1个',
      '缺党费收缴管理',
      null,
    ]);
    const unused = itemsOf('solo-1', ({ partyRooms }) => ({
      partyRooms: partyRooms.map((room) => ({ ...room, mode: 'shared' as const })),
    }));
    expect(unused['hasVenue']?.gap).toBe('共享阵地未使用');
  });

  it('needs a secretary and a term that is not over', () => {
    const { hasOrg } = itemsOf('solo-1', ({ partyOrgs }) => ({
      partyOrgs: partyOrgs.map((org) => ({ ...org, posts: {}, termStart: '2022-06-01' })),
    }));
    expect(hasOrg?.missing).toBe('配备书记，换届（任期已于2025-06-01届满）');
  });

  it.each([
    [19, 'own', false],
    [20, 'own', true],
    [60, 'shared', false],
  ] as const)('judges a room of %i ㎡ (%s) as %s', (areaM2, mode, isMet) => {
    const { hasVenue } = itemsOf('solo-1', ({ partyRooms }) => ({
      partyRooms: partyRooms.map((room) => ({ ...room, areaM2, mode })),
    }));
    expect(hasVenue?.isMet).toBe(isMet);
  });

  it('accepts a shared room the organization used within twelve months', () => {
    const used = (startOn: string) =>
      itemsOf('solo-1', ({ activities }) => ({
        partyRooms: [
          buildDocument('partyRooms', {
            id: 'hall',
            name: '镇党群中心',
            mode: 'shared',
            areaM2: 200,
            status: 'inUse',
          }),
        ],
        activities: [
          ...activities,
          buildDocument('activities', {
            id: 'use',
            kinds: ['study'],
            partyOrgId: 'org-solo-1',
            roomId: 'hall',
            startOn,
            topic: '学习',
          }),
        ],
      }))['hasVenue'];
    expect(used('2025-02-01')).toMatchObject({
      isMet: true,
      why: '镇党群中心（共享，200㎡），本组织12个月内使用1次',
    });
    expect(used('2024-12-31')?.isMet).toBe(false);
  });

  it('asks a young branch only for the whole months and quarters it has existed', () => {
    const founded = (foundedOn: string, firstMonth: string) =>
      itemsOf('solo-1', ({ partyOrgs, activities }) => ({
        partyOrgs: partyOrgs.map((org) => ({ ...org, foundedOn })),
        activities: activities.filter((activity) => activity.startOn >= firstMonth),
      }))['hasActivities']?.isMet;
    expect(founded('2025-07-01', '2025-07')).toBe(true);
    expect(founded('2025-06-30', '2025-10')).toBe(false);
    expect(founded('2025-12-20', '2026')).toBe(false);
  });

  it('counts an effect only when somebody confirmed it', () => {
    const { hasEffect } = itemsOf('solo-1', ({ records }) => ({
      records: records.map((record) =>
        record.kind === 'effect'
          ? { ...record, confirmedOn: record.on > '2025-09' ? null : record.on }
          : record,
      ),
    }));
    expect(hasEffect).toMatchObject({
      isMet: false,
      why: '近12个月登记作用发挥2条，已确认1条',
      missing: '还需登记并确认1条作用发挥记录',
    });
  });

  it('lets a person decide otherwise for a year, and says so', () => {
    const form = (on: string) =>
      buildDocument('assessments', {
        id: 'form',
        kind: 'sixAssessment',
        unitId: 'solo-9',
        criteriaSetId: 'sixHavesA',
        period: '2025',
        on,
        items: { hasFunds: { manual: true, note: '镇里统一保障' } },
      });
    const decided = itemsOf('solo-9', () => ({ assessments: [form('2025-11-01')] }))['hasFunds'];
    expect(decided).toMatchObject({
      isMet: true,
      isMetByRule: false,
      manual: true,
      note: '镇里统一保障',
      missing: null,
    });
    expect(decided?.why).toBe('人工认定达到；本年没有登记经费收入');
    expect(itemsOf('solo-9', () => ({ assessments: [form('2024-12-31')] }))['hasFunds']?.isMet).toBe(false);
  });

  it('takes what the ledger declares where nothing is registered', () => {
    const items = itemsOf('solo-9', ({ units }) => ({
      partyRooms: [],
      units: units.map((unit) => ({
        ...unit,
        declared: { ...unit.declared, venueAreaM2: 35, fundsWan: 1.5, isFundsBudgeted: true },
      })),
    }));
    expect(items['hasVenue']).toMatchObject({ isMet: true, why: '台账填报场所面积35㎡，未登记阵地' });
    expect(items['hasFunds']?.why).toContain('台账填报15000元');
  });
});

describe('other sets', () => {
  it('B and C read the room and the documents', () => {
    const b = itemsOf('solo-1', undefined, 'sixHavesB');
    expect(Object.values(b).map((item) => item.isMet)).toEqual([true, true, true, true, true, true]);
    const c = itemsOf('joint-1', undefined, 'sixHavesC');
    expect(c['records']).toMatchObject({ isMet: false });
    expect(c['rules']).toMatchObject({ isMet: true, why: '已登记制度5项' });
  });

  it('双强六好 waits for a person and 五有 has no items yet', () => {
    const items = Object.values(itemsOf('solo-1', undefined, 'twoStrongSixGood'));
    expect(items.map((item) => item.label)).toHaveLength(8);
    expect(items.every((item) => !item.isMet && item.missing === '在评估表中认定')).toBe(true);
    expect(itemsOf('solo-1', undefined, 'fiveHaves')).toEqual({});
  });
});
