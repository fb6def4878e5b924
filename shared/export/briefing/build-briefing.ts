/** Puts a briefing together; every number of its text also stands, with its parts, in a table. */
import type { Counted, FigureId } from '@shared/figures/figure';
import { formatFraction, formatRate } from '@shared/figures/format-rate';
import { percentOf } from '@shared/insights/change';
import { emptyCharts } from '@shared/insights/empty-charts';
import { headlineRows, headlineTexts } from '@shared/insights/headline';
import { dayInWords } from '../words';
import type { BriefingFigures, BriefingInput } from './briefing-input';
import { lateTargets, workLists } from './briefing-lists';
import type { Briefing, BriefingBlock, BriefingChart, BriefingSection } from './briefing-model';
import {
  countSentence,
  doubleStandardSentence,
  itemsSentence,
  rateSentence,
  rulesSentence,
  spreadSentence,
  targetsSentence,
} from './briefing-sentences';

const zero: Counted = { numerator: 0, denominator: 0 };
const of = (figures: BriefingFigures | null, id: FigureId): Counted => figures?.[id] ?? zero;
/** A day before the register began has zeros everywhere: nothing is compared with it. */
const beforeOf = ({ before }: BriefingInput, id: FigureId): Counted | null =>
  of(before, 'C1').denominator === 0 ? null : of(before, id);

const paragraph = (...sentences: readonly (string | null)[]): BriefingBlock => ({
  kind: 'paragraph',
  text: sentences.filter((sentence) => sentence !== null).join(''),
});

export function buildBriefing(input: BriefingInput): Briefing {
  const parts: readonly { readonly name: string; readonly blocks: readonly BriefingBlock[] }[] = [
    { name: '总体情况', blocks: overall(input) },
    { name: '覆盖走势', blocks: trend(input) },
    ...(input.belowName === null ? [] : [{ name: `各${input.belowName}情况`, blocks: places(input) }]),
    { name: '六有达标情况', blocks: six(input) },
    {
      name: '年度目标',
      blocks: [paragraph(targetsSentence(input.targets, targetsOf(input))), ...lateTargets(input)],
    },
    { name: '待办清单', blocks: workLists(input) },
  ];
  return {
    title: `${input.place}两新组织党建工作分析简报`,
    place: input.place,
    asOf: input.asOf,
    cover: coverOf(input),
    sections: parts.map(
      ({ name, blocks }, i): BriefingSection => ({
        heading: `${'一二三四五六'.charAt(i)}、${name}`,
        blocks,
      }),
    ),
  };
}

const targetsOf = ({ asOf, belowName }: BriefingInput): string =>
  `${asOf.slice(0, 4)}${belowName === null ? '年度目标' : '年度目标（含下级）'}`;

const coverOf = (input: BriefingInput): Briefing['cover'] => [
  { label: '统计范围', text: input.place },
  { label: '统计时点', text: dayInWords(input.asOf) },
  { label: '对比时点', text: `${dayInWords(input.against.day)}${againstName(input)}` },
  {
    label: '统计口径',
    text: `${input.rules.now === null ? '—' : `${input.rules.now}版`}；六有标准：${input.criteria}`,
  },
  { label: '数据来源', text: input.source },
  { label: '编制', text: `${input.madeBy}，${input.madeAt}` },
];

const againstName = ({ against }: BriefingInput): string =>
  against.words === against.day ? '' : `（${against.words}）`;
/** 上年同期, or the day in words where it has no name. */
const againstWords = ({ against }: BriefingInput): string =>
  against.words === against.day ? dayInWords(against.day) : against.words;

function overall(input: BriefingInput): BriefingBlock[] {
  const { now, decimals, asOf, place } = input;
  const words = againstWords(input);
  const rate = (id: FigureId, label: string) =>
    rateSentence(label, of(now, id), beforeOf(input, id), words, decimals);
  const count = (id: FigureId, label: string) =>
    countSentence(label, of(now, id).numerator, beforeOf(input, id)?.numerator ?? null, words);
  return [
    paragraph(
      `截至${dayInWords(asOf)}，${place}纳入统计的两新组织${of(now, 'C1').denominator}户，党组织${of(now, 'C18').denominator}个，党员${of(now, 'C19').denominator}名。`,
      rate('C1', '组织覆盖率'),
      rate('C3', '工作覆盖率'),
    ),
    paragraph(count('C6', '应建未建'), count('C4', '空白点'), rate('C5', '组建率')),
    paragraph(doubleStandardSentence(of(now, 'C9a'), of(now, 'C9b'))),
    paragraph(rulesSentence(input.rules.now, input.rules.before, words)),
    figureTable(input),
  ].filter((block) => block.kind !== 'paragraph' || block.text !== '');
}

function figureTable(input: BriefingInput): BriefingBlock {
  const { now, before, decimals } = input;
  const words = againstWords(input);
  const rows = headlineRows(now, before, decimals).map((row) => {
    const present = headlineTexts(row, row.now, decimals);
    const past = headlineTexts(row, row.before, decimals);
    return [row.label, present.value, present.fraction, past.value, past.fraction, row.change.short];
  });
  return {
    kind: 'table',
    caption: '主要指标',
    columns: [
      { label: '指标', align: 'left', share: 4 },
      { label: '本期', align: 'right', share: 2 },
      { label: '分子/分母', align: 'right', share: 2 },
      { label: words, align: 'right', share: 2 },
      { label: '分子/分母', align: 'right', share: 2 },
      { label: '变化', align: 'left', share: 4 },
    ],
    rows,
  };
}

const chartBlock = (chart: BriefingChart, caption: string): BriefingBlock => ({
  kind: 'chart',
  chart,
  caption,
  empty: emptyCharts[chart],
});

const trend = ({ place }: BriefingInput): BriefingBlock[] => [
  chartBlock('coverageTrend', `${place}组织覆盖率、工作覆盖率三年走势（按季末）`),
  chartBlock('composition', `${place}覆盖方式的变化（按季末，户数）`),
];

/** A county with more places is told by its lowest ones; the board and its workbook have all. */
const shownPlaces = 40;

function places({ groups, belowName, decimals }: BriefingInput): BriefingBlock[] {
  const sorted = [...groups].sort(
    (a, b) =>
      (percentOf(of(a.figures, 'C1')) ?? 101) - (percentOf(of(b.figures, 'C1')) ?? 101) ||
      a.name.localeCompare(b.name, 'zh-CN'),
  );
  const rates = sorted.map(({ name, figures }) => ({ name, figure: of(figures, 'C1') }));
  const rows = sorted
    .slice(0, shownPlaces)
    .map(({ name, figures }) => [
      name,
      ...(['C1', 'C3', 'C20'] as const).flatMap((id) => [
        formatRate(of(figures, id), decimals),
        formatFraction(of(figures, id)),
      ]),
      String(of(figures, 'C6').numerator),
      String(of(figures, 'C4').numerator),
    ]);
  const heads = ['组织覆盖率', '工作覆盖率', '六有达标率'].flatMap((label) => [label, '分子/分母']);
  return [
    paragraph(
      spreadSentence('组织覆盖率', rates, decimals),
      sorted.length > shownPlaces ? `共${sorted.length}个，下表列出组织覆盖率最低的${shownPlaces}个。` : null,
    ),
    {
      kind: 'table',
      caption: `各${belowName ?? ''}情况（组织覆盖率由低到高）`,
      columns: [
        { label: '名称', align: 'left', share: 4 },
        ...heads.map((label) => ({ label, align: 'right' as const, share: 2 })),
        { label: '应建未建', align: 'right', share: 1.4 },
        { label: '空白点', align: 'right', share: 1.4 },
      ],
      rows,
    },
  ];
}

function six(input: BriefingInput): BriefingBlock[] {
  const { now, items, decimals, place } = input;
  const assessed = of(now, 'C20').denominator;
  return [
    paragraph(
      rateSentence('六有达标率', of(now, 'C20'), beforeOf(input, 'C20'), againstWords(input), decimals),
      itemsSentence(items, assessed),
    ),
    chartBlock('sixItems', `${place}六有各项达到率`),
  ];
}
