/** A county that never was: long names, an empty township, rates without a base. */

import type { BriefingInput, BriefingUnits } from '@shared/export/briefing/briefing-input';
import { briefingCharts } from '@shared/export/briefing/briefing-model';
import { buildBriefing } from '@shared/export/briefing/build-briefing';

const of = (numerator: number, denominator: number) => ({ numerator, denominator });
const unitsOf = (count: number): BriefingUnits => ({
  total: count,
  units: Array.from({ length: count }, (_, i) => ({
    unitId: `u${i}`,
    name: `安徽威达环保科技股份有限公司第${i + 1}分公司`,
    townshipId: 't',
    townshipName: '青澜县高新技术产业开发区街道办事处',
    scopeReason: 'operating',
    coverageState: 'blank',
    coverOrgName: null,
    fullMembersHere: i % 7,
    membersHere: i % 7,
    floatingOut: 0,
    staff: i === 0 ? null : i * 3,
    sixMetItems: ['org'],
    isSixAssessed: true,
  })),
});

/** @param townships how many places lie below */
export const sampleInput = (townships: number, lists = 30): BriefingInput => ({
  place: '青澜县',
  belowName: townships === 0 ? null : '乡镇（街道）',
  asOf: '2026-06-30',
  against: { day: '2025-06-30', words: '上年同期' },
  decimals: 1,
  rules: { now: '2026', before: '2024' },
  criteria: '六有标准2024版，达到6项为达标',
  source: '本机台账即时计算',
  madeBy: '中共青澜县委两新工委',
  madeAt: '2026年7月1日 09:30',
  now: {
    C1: of(22, 30),
    C3: of(28, 30),
    C4: of(2, 30),
    C6: of(1, 11),
    C20: of(0, 0),
    C9a: of(9, 10),
    C9b: of(3, 4),
  },
  before: { C1: of(20, 30), C3: of(28, 30), C4: of(4, 30), C6: of(1, 11) },
  groups: Array.from({ length: townships }, (_, i) => ({
    name: i === 0 ? '没有单位的乡' : `青澜县高新技术产业开发区第${i}街道办事处`,
    figures: i === 0 ? {} : { C1: of(i % 10, 10), C3: of(10, 10) },
  })),
  items: [
    { code: 'org', label: '有组织', met: 0 },
    { code: 'venue', label: '有场地', met: 0 },
  ],
  shouldBuild: unitsOf(lists),
  blank: unitsOf(Math.min(lists, 2)),
  nearly: unitsOf(0),
  targets: [
    {
      placeName: '柳湾乡',
      label: '组织覆盖率',
      now: '73.3%',
      target: '80.0%',
      dueOn: '2026-06-01',
      state: 'late',
    },
  ],
});
export const sampleBriefing = (townships: number) => buildBriefing(sampleInput(townships));

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="240" viewBox="0 0 640 240"><rect width="640" height="240" fill="#e8f5ee"/></svg>';
export const samplePictures = Object.fromEntries(
  briefingCharts.map((chart) => [chart, svg]),
  // Every chart is there: the list is that of the type.
) as Record<(typeof briefingCharts)[number], string>;
