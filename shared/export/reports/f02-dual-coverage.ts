/**
 * F2 双覆盖统计表, for enterprises and likewise for social organizations: one row per village or park (per township
 * in a county). Every count is a list of units, kept beside it; rates follow the indicators, recomputed in the total.
 */
import type { CodeOf } from '@shared/domain/define';
import type { orgTiers } from '@shared/domain/party-org';
import type { UnitIndicator } from '@shared/figures/indicator';
import { orgCoverage } from '@shared/figures/indicators/c01-org-coverage';
import { workCoverage } from '@shared/figures/indicators/c03-work-coverage';
import { blankSpots } from '@shared/figures/indicators/c04-dual-coverage';
import { membersIn50, orgsIn100 } from '@shared/figures/indicators/c09-double-standard';
import { floating } from '@shared/figures/indicators/c19-floating';
import type { UnitFacts } from '@shared/figures/unit-facts';
import { type Area, areasOf } from '../areas';
import { buildTable, type ColumnLeaf, type ColumnNode } from '../build-table';
import { figureColumn, group, serialColumn, textColumn, wordColumn } from '../columns';
import { fractionOf, rateText, rateValue } from '../figures-of';
import { frameOf, orgUnitOf, type ReportInput, type UnitRow, unitsOf } from '../report-input';
import type { ReportTable } from '../report-model';
import { scopeMemo } from '../scope-memo';

type Count = (facts: UnitFacts) => number;
type Tier = CodeOf<typeof orgTiers>;

export const buildEnterpriseCoverage = (input: ReportInput): ReportTable =>
  buildDualCoverage(input, 'F2', 'enterprise', '企业', '非公有制企业双覆盖统计表');
export const buildSocialOrgCoverage = (input: ReportInput): ReportTable =>
  buildDualCoverage(input, 'F2S', 'socialOrg', '社会组织', '社会组织双覆盖统计表');

function buildDualCoverage(
  input: ReportInput,
  code: 'F2' | 'F2S',
  type: 'enterprise' | 'socialOrg',
  noun: string,
  tableName: string,
): ReportTable {
  const all = unitsOf(input, [type]);
  return buildTable({
    frame: frameOf(input, code, tableName, {
      memo: [...scopeMemo(input, all, noun), ...coverageMemo(input, all)],
    }),
    columns: columnsOf(input, noun),
    rows: areasOf(input, all),
    rowId: (area) => area.id,
    hasTotal: true,
  });
}

function columnsOf(input: ReportInput, noun: string): readonly ColumnNode<Area>[] {
  const isCounty = orgUnitOf(input, input.scopeOrgUnitId)?.level === 'county';
  return [
    serialColumn(),
    wordColumn(isCounty ? '乡镇（街道）' : '村（社区）/园区', 12, (area) => area.name),
    group(`${noun}数`, [
      units('登记', () => true),
      units('正常经营', (facts) => facts.inScope),
      units('规上', (facts) => facts.inScope && facts.isAboveScale === true),
    ]),
    group('组织覆盖', orgColumns(input, noun)),
    group('工作覆盖', workColumns(input, noun)),
    counted('空白点', blankSpots.numerator),
    group('双达标', [
      counted('50人以上', membersIn50.denominator),
      counted('有党员', membersIn50.numerator),
      counted('100人以上', orgsIn100.denominator),
      counted('有党组织', orgsIn100.numerator),
    ]),
    group('党员', [
      counted('总数', (facts) => (facts.inScope ? facts.membersHere : 0)),
      counted('预备', (facts) => (facts.inScope ? facts.probationaryHere : 0)),
      counted('流动', floating.numerator),
    ]),
    textColumn('备注', 14, (area) => remarkOf(area)),
  ];
}

const orgColumns = (input: ReportInput, noun: string): readonly ColumnNode<Area>[] => [
  counted('党委', seats('committee')),
  counted('总支', seats('generalBranch')),
  counted('支部', seats('branch', 'tempBranch', 'floatingBranch')),
  counted('联合支部', seats('jointBranch')),
  units(`单独组建${noun}`, covered('solo')),
  units(`联合覆盖${noun}`, covered('joint')),
  units(`挂靠${noun}`, covered('affiliated')),
  counted(`覆盖${noun}合计`, orgCoverage.numerator),
  rated('组织覆盖率', orgCoverage, input),
];

/** The three counts are of units without organization, so that they and 覆盖合计 add up to the work coverage. */
const workColumns = (input: ReportInput, noun: string): readonly ColumnNode<Area>[] => [
  units(`指导员${noun}`, (facts) => covered('work')(facts) && !isServedByLiaisonOnly(input, facts)),
  units(`联络员${noun}`, (facts) => covered('work')(facts) && isServedByLiaisonOnly(input, facts)),
  units(`仅群团${noun}`, covered('massOnly')),
  rated('工作覆盖率', workCoverage, input),
];

const covered = (state: UnitFacts['coverageState']) => {
  return (facts: UnitFacts): boolean => facts.inScope && facts.coverageState === state;
};

const seats = (...tiers: readonly Tier[]): Count => {
  return (facts) => (facts.inScope ? tiers.reduce((sum, tier) => sum + (facts.seatByTier[tier] ?? 0), 0) : 0);
};

const isServedByLiaisonOnly = ({ relations }: ReportInput, facts: UnitFacts): boolean =>
  facts.instructorIds.length > 0 &&
  facts.instructorIds.every((id) => relations.documents.instructors.get(id)?.role === 'liaison');

const unitsIn = (areas: readonly Area[]): UnitRow[] => areas.flatMap((area) => area.units);

/** A sum over units, with the units that add to it. */
const counted = (label: string, count: Count): ColumnLeaf<Area> =>
  figureColumn<Area>(
    label,
    5,
    'number',
    (areas) => unitsIn(areas).reduce((sum, { facts }) => sum + count(facts), 0),
    {
      behind: (areas) => unitsIn(areas).flatMap(({ facts }) => (count(facts) > 0 ? [facts.unitId] : [])),
    },
  );

const units = (label: string, isCounted: (facts: UnitFacts) => boolean): ColumnLeaf<Area> =>
  counted(label, (facts) => (isCounted(facts) ? 1 : 0));

const rated = (label: string, indicator: UnitIndicator, { ruleSet }: ReportInput): ColumnLeaf<Area> => {
  const decimals = ruleSet.coverage.rateDecimals;
  return figureColumn<Area>(
    label,
    7,
    'percent',
    (areas) => rateValue(fractionOf(indicator, unitsIn(areas)), decimals),
    {
      decimals,
      behind: (areas) =>
        unitsIn(areas).flatMap(({ facts }) => (indicator.numerator(facts) > 0 ? [facts.unitId] : [])),
    },
  );
};

const regional = (rows: readonly UnitRow[]): number =>
  rows.filter(({ facts }) => covered('regional')(facts)).length;

const remarkOf = ({ units: rows }: Area): string | null =>
  regional(rows) === 0 ? null : `区域性党组织覆盖 ${regional(rows)} 户`;

/** What the two rates count, since every switch of the rules changes a printed number. */
function coverageMemo({ ruleSet }: ReportInput, all: readonly UnitRow[]): string[] {
  const { countsAffiliated, countsRegional, countsMassOrgs, rateDecimals } = ruleSet.coverage;
  const rates = [orgCoverage, workCoverage].map((indicator) => rateText(indicator, all, rateDecimals));
  const counts = (is: boolean): string => (is ? '计入' : '不计入');
  const regionalUnits = regional(all);
  return [
    `${rates.join('，')}；挂靠${counts(countsAffiliated)}、区域性（行业、网格）党组织${counts(countsRegional)}组织覆盖，群团组织${counts(countsMassOrgs)}工作覆盖；工作覆盖各栏只列未建党组织的单位。`,
    ...(regionalUnits === 0
      ? []
      : [
          `由区域性（行业、网格）党组织覆盖的 ${regionalUnits} 户${countsRegional ? '计入覆盖合计' : '不计入覆盖合计'}，见备注。`,
        ]),
  ];
}
