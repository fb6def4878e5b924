/** The lists of a briefing: what is to be done, where most depends on it first. */
import type { BriefingInput, BriefingUnits } from './briefing-input';
import type { BriefingBlock, BriefingColumn } from './briefing-model';
import { listSentence } from './briefing-sentences';

/** What fits on a page; the ledger has all. */
const shownUnits = 20;

type Listed = BriefingUnits['units'][number];

const column = (label: string, share: number, align: BriefingColumn['align'] = 'left'): BriefingColumn => ({
  label,
  share,
  align,
});
const serial = column('序号', 1, 'center');
const unitColumns = [serial, column('单位名称', 6), column('所属乡镇（街道）', 3)];
const staffColumn = column('从业人员', 2, 'right');

const none = '—';
const staffText = ({ staff }: Listed): string => (staff === null ? none : String(staff));
const byStaff = (a: Listed, b: Listed): number =>
  (b.staff ?? -1) - (a.staff ?? -1) || a.name.localeCompare(b.name, 'zh-CN');

interface ListSpec {
  readonly label: string;
  readonly list: BriefingUnits;
  readonly order: (a: Listed, b: Listed) => number;
  readonly more: readonly BriefingColumn[];
  readonly cells: (unit: Listed) => readonly string[];
}

function listBlocks({ label, list, order, more, cells }: ListSpec): BriefingBlock[] {
  const shown = [...list.units].sort(order).slice(0, shownUnits);
  const paragraph = { kind: 'paragraph', text: listSentence(label, list.total, shown.length) } as const;
  if (shown.length === 0) return [paragraph];
  return [
    paragraph,
    {
      kind: 'table',
      caption: label,
      columns: [...unitColumns, ...more],
      rows: shown.map((unit, i) => [String(i + 1), unit.name, unit.townshipName || none, ...cells(unit)]),
    },
  ];
}

/** 应建未建 with most members first, 空白点 with most staff first, then those one item short of 六有. */
export function workLists({ shouldBuild, blank, nearly, items }: BriefingInput): BriefingBlock[] {
  const missing = (unit: Listed) =>
    items
      .filter(({ code }) => !unit.sixMetItems.includes(code))
      .map(({ label }) => label)
      .join('、');
  return [
    ...listBlocks({
      label: '应建未建单位',
      list: shouldBuild,
      order: (a, b) => b.fullMembersHere - a.fullMembersHere || byStaff(a, b),
      more: [column('正式党员', 2, 'right'), staffColumn],
      cells: (unit) => [String(unit.fullMembersHere), staffText(unit)],
    }),
    ...listBlocks({
      label: '空白点单位',
      list: blank,
      order: byStaff,
      more: [staffColumn],
      cells: (unit) => [staffText(unit)],
    }),
    ...listBlocks({
      label: '六有只差一步的单位',
      list: nearly,
      order: (a, b) => missing(a).localeCompare(missing(b), 'zh-CN') || byStaff(a, b),
      more: [column('所差项目', 3)],
      cells: (unit) => [missing(unit) || none],
    }),
  ];
}

/** Targets past their day that were not met. */
export function lateTargets({ targets }: BriefingInput): BriefingBlock[] {
  const late = targets.filter(({ state }) => state === 'late');
  if (late.length === 0) return [];
  return [
    {
      kind: 'table',
      caption: '逾期目标',
      columns: [
        serial,
        column('单位', 3),
        column('指标', 4),
        column('现状', 2, 'right'),
        column('目标', 2, 'right'),
        column('时限', 2, 'center'),
      ],
      rows: late.map(({ placeName, label, now, target, dueOn }, i) => [
        String(i + 1),
        placeName,
        label,
        now,
        target,
        dueOn,
      ]),
    },
  ];
}
