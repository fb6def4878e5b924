/**
 * F6 六有达标情况表: one row per unit that is assessed, one column per item of the criteria set in force, with the
 * quantity found beside the sign.
 */
import type { CodeOf } from '@shared/domain/define';
import type { autoRules } from '@shared/domain/rule-set';
import { sixHavesAssessed, sixHavesInScope } from '@shared/figures/indicators/c20-six-haves';
import { explainSixHaves, type SixItem } from '@shared/figures/six-haves/derive-six-haves';
import { relatedDocuments } from '@shared/rules/relations';
import { buildTable, type ColumnNode } from '../build-table';
import { countedColumn, serialColumn, signColumn, textColumn, wordColumn } from '../columns';
import { rateText } from '../figures-of';
import { frameOf, type ReportInput, type UnitRow, unitsOf, wordsOf } from '../report-input';
import { NONE, type ReportTable } from '../report-model';
import { scopeMemo } from '../scope-memo';
import { dateText } from '../words';

interface SixRow extends UnitRow {
  readonly items: ReadonlyMap<string, SixItem>;
  readonly gaps: string;
}

export function buildSixHavesTable(input: ReportInput): ReportTable {
  const all = unitsOf(input, ['enterprise', 'socialOrg']);
  const assessed = all.filter(({ facts }) => facts.inScope && facts.isSixAssessed);
  return buildTable({
    frame: frameOf(input, 'F6', '六有达标情况表', {
      memo: [...scopeMemo(input, all, '两新组织'), rateMemo(input, all)],
    }),
    columns: columnsOf(input),
    rows: assessed.map((row) => sixRow(input, row)),
    rowId: ({ unit }) => unit.id,
    hasTotal: true,
  });
}

function rateMemo(input: ReportInput, all: readonly UnitRow[]): string {
  const decimals = input.ruleSet.coverage.rateDecimals;
  const rates = [sixHavesAssessed, sixHavesInScope].map((indicator) => rateText(indicator, all, decimals));
  return `${rates.join('；')}。标准：${input.criteriaSet.name}。`;
}

function sixRow(input: ReportInput, row: UnitRow): SixRow {
  const items = explainSixHaves(row.unit, row.facts, input);
  const missing = items.flatMap(({ label, gap }) => (gap === null ? [] : [`${label}：${gap}`]));
  const deadline = deadlineOf(input, row.unit.id);
  const gaps = [
    ...missing,
    ...(missing.length === 0 || deadline === null ? [] : [`整改时限：${dateText(deadline)}`]),
  ];
  return { ...row, items: new Map(items.map((item) => [item.code, item])), gaps: gaps.join('；') || NONE };
}

/** 整改时限 of the unit's newest assessment form. */
function deadlineOf(input: ReportInput, unitId: string): string | null {
  let newest: { readonly on: string; readonly deadlineOn: string | null } | null = null;
  for (const form of relatedDocuments(input.relations, 'assessments', 'assessmentsByUnit', unitId)) {
    if (form.kind !== 'sixAssessment' || form.on > input.asOf) continue;
    if (newest === null || form.on > newest.on) newest = form;
  }
  return newest?.deadlineOn ?? null;
}

/** What is counted beside an item, by the rule that counts it. */
const measures: Readonly<Partial<Record<CodeOf<typeof autoRules>, string>>> = {
  hasVenue: '（㎡）',
  hasFunds: '（元）',
  hasActivities: '（次）',
  hasRules: '（项）',
  document: '（项）',
  hasEffect: '（条）',
};

function columnsOf(input: ReportInput): readonly ColumnNode<SixRow>[] {
  const { flag } = wordsOf(input);
  const yes = flag(true);
  const isYes = (value: unknown): boolean => typeof value === 'string' && value.split(' ')[0] === yes;
  return [
    serialColumn(),
    countedColumn(textColumn('单位', 22, ({ unit }) => unit.name)),
    textColumn('党组织', 20, ({ facts }) => facts.coverOrgName ?? NONE),
    ...input.criteriaSet.items.map(({ code, label, autoRule }) =>
      signColumn<SixRow>(
        `${label}${measures[autoRule] ?? ''}`,
        9,
        ({ items }) => itemText(flag, items.get(code)),
        isYes,
      ),
    ),
    { ...wordColumn<SixRow>('达标项数', 5, ({ facts }) => facts.sixMet), kind: 'number' },
    signColumn<SixRow>(
      '是否达标',
      8,
      ({ facts }) => (facts.isSixBasic ? '基本达标' : flag(facts.isSixPassed)),
      isYes,
    ),
    textColumn('差距与整改时限', 44, ({ gaps }) => gaps),
  ];
}

/** √ 60: the sign, then the quantity where there is one. */
const itemText = (flag: (value: boolean) => string, item: SixItem | undefined): string => {
  if (!item) return NONE;
  return item.amount === null ? flag(item.isMet) : `${flag(item.isMet)} ${item.amount}`;
};
