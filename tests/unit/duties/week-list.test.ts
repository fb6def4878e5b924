import { parseDutiesSearch } from '@renderer/features/duties/duties-search';
import { dutyCalendar } from '@renderer/features/duties/duty-calendar';
import { linkOf } from '@renderer/features/duties/duty-link';
import { placeChoices, placeNameOf } from '@renderer/features/duties/duty-places';
import { dutyTable, weekWords } from '@renderer/features/duties/duty-table';
import { narrowDuties } from '@renderer/features/duties/narrowed-duties';
import { type Duty, type DutyKind, dutyKindNames } from '@shared/duties/duty';
import { buildRelations } from '@shared/figures/build-relations';
import { describe, expect, it } from 'vitest';
import { buildDocument } from '../../support/build-documents';

const place = (id: string, level: 'county' | 'township' | 'village', parentId: string | null) =>
  buildDocument('orgUnits', { id, name: `${id}名`, level, parentId });
const relations = buildRelations({
  orgUnits: [
    place('县', 'county', null),
    place('镇', 'township', '县'),
    place('东村', 'village', '镇'),
    place('西村', 'village', '镇'),
  ],
});
const duty = (kind: DutyKind, more: Partial<Duty> = {}): Duty => ({
  id: `${kind}:x`,
  kind,
  subject: { collection: 'units', id: 'u' },
  name: '甲公司',
  situation: '没有走访记录',
  rule: '每月 1 次',
  source: '管理办法',
  dueOn: '2025-06-30',
  state: 'thisMonth',
  placeIds: ['镇', '东村'],
  ...more,
});
const late = duty('visit', { dueOn: '2025-05-31', state: 'overdue' });
const open = duty('blank', { dueOn: null, state: 'open', placeIds: ['镇', '西村'] });
const term = duty('termElection', { placeIds: ['县', '镇', '东村', '西村'] });
const all = [late, term, open];

describe('the list of the week', () => {
  it('narrows by kind, day and place; every number says what its choice would leave', () => {
    expect(narrowDuties(all, {}).shown).toEqual(all);
    const here = narrowDuties(all, { place: '西村', state: 'open' });
    expect(here.shown).toEqual([open]);
    expect([...here.byKind]).toEqual([['blank', 1]]);
    expect([here.ofAllKinds, here.inAllStates]).toEqual([1, 2]);
    expect([...narrowDuties(all, { kind: 'visit' }).byState]).toEqual([['overdue', 1]]);
    expect(narrowDuties(all, { kind: 'visit', state: 'open' }).shown).toEqual([]);
  });

  it('drops from the address what nobody could have chosen', () => {
    expect(parseDutiesSearch({ kind: 'visit', state: 'overdue', place: '西村', more: 1 })).toEqual({
      kind: 'visit',
      state: 'overdue',
      place: '西村',
    });
    expect(parseDutiesSearch({ kind: 'toString', state: 3, place: '' })).toEqual({});
  });

  it('names one village, the first of several, or the township, and offers each under its township', () => {
    expect(
      [late, term, duty('visit', { placeIds: ['镇'] }), duty('visit', { placeIds: [] })].map((one) =>
        placeNameOf(one, relations),
      ),
    ).toEqual(['东村名', '东村名等', '镇名', '']);
    expect(placeChoices([late], relations)).toEqual([
      {
        group: '镇名',
        items: [
          { value: '镇', label: '镇名（全部）' },
          { value: '东村', label: '东村名' },
        ],
      },
    ]);
  });

  it.each(dutyKindNames)('%s leads to the record it is about', (kind) => {
    expect(JSON.stringify(linkOf(duty(kind)))).toContain('"u"');
  });

  it('keeps days in the calendar, late ones on the day of writing, and none without a day', () => {
    const { events } = dutyCalendar(all, relations, {
      asOf: '2025-06-18',
      writtenAt: '2025-06-18T00:00:00Z',
    });
    expect(events.map(({ day, summary, location }) => [day, summary, location])).toEqual([
      ['2025-06-18', '【逾期】指导员走访：甲公司', '东村名'],
      ['2025-06-30', '换届：甲公司', '东村名等'],
    ]);
  });

  it('prints every line with its day, state and reason, and says what it was narrowed to', () => {
    const sheet = { office: '南岭镇', narrowedTo: ['换届', '东村'], asOf: '2025-06-30' };
    const table = dutyTable(all, relations, sheet);
    expect(table.title).toBe('本周要办清单（6月30日至7月6日）');
    expect(table.rows[2]).toEqual([
      3,
      '空白点',
      '甲公司',
      '西村名',
      '—',
      '没有规定期限',
      '没有走访记录',
      '每月 1 次（管理办法）',
      null,
    ]);
    expect(table.memo[0]).toContain('共 3 件，范围：换届、东村。');
    expect(weekWords('2025-06-29')).toBe('6月23日至6月29日');
  });
});
