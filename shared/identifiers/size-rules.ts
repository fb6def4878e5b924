/**
 * Size classes of firms: the 2017 classification used in statistics (统计上大中小微型企业划分办法), all sections.
 * Each bound triple is [large, medium, small]; what stays below small is micro. Revenue and assets in 万元.
 */
type Bounds = readonly [large: number, medium: number, small: number];

export interface SizeRule {
  readonly label: string;
  /** Codes (section + digits) this rule covers; the longest matching code of all rules decides. */
  readonly codes: readonly string[];
  readonly staff?: Bounds;
  readonly revenueWan?: Bounds;
  readonly assetsWan?: Bounds;
}

const others: Bounds = [300, 100, 10];

export const sizeRules: readonly SizeRule[] = [
  { label: '农、林、牧、渔业', codes: ['A'], revenueWan: [20_000, 500, 50] },
  { label: '工业', codes: ['B', 'C', 'D'], staff: [1000, 300, 20], revenueWan: [40_000, 2000, 300] },
  { label: '建筑业', codes: ['E'], revenueWan: [80_000, 6000, 300], assetsWan: [80_000, 5000, 300] },
  { label: '批发业', codes: ['F51'], staff: [200, 20, 5], revenueWan: [40_000, 5000, 1000] },
  { label: '零售业', codes: ['F52'], staff: [300, 50, 10], revenueWan: [20_000, 500, 100] },
  {
    label: '交通运输业',
    codes: ['G54', 'G55', 'G56', 'G57', 'G58', 'G591'],
    staff: [1000, 300, 20],
    revenueWan: [30_000, 3000, 200],
  },
  { label: '仓储业', codes: ['G59'], staff: [200, 100, 20], revenueWan: [30_000, 1000, 100] },
  { label: '邮政业', codes: ['G60'], staff: [1000, 300, 20], revenueWan: [30_000, 2000, 100] },
  { label: '住宿和餐饮业', codes: ['H'], staff: [300, 100, 10], revenueWan: [10_000, 2000, 100] },
  { label: '信息传输业', codes: ['I63', 'I64'], staff: [2000, 100, 10], revenueWan: [100_000, 1000, 100] },
  { label: '软件和信息技术服务业', codes: ['I65'], staff: others, revenueWan: [10_000, 1000, 50] },
  {
    label: '房地产开发经营',
    codes: ['K701'],
    revenueWan: [200_000, 1000, 100],
    assetsWan: [10_000, 5000, 2000],
  },
  { label: '物业管理', codes: ['K702'], staff: [1000, 300, 100], revenueWan: [5000, 1000, 500] },
  { label: '租赁和商务服务业', codes: ['L'], staff: others, assetsWan: [120_000, 8000, 100] },
  { label: '其他未列明行业', codes: ['K703', 'K709', 'M', 'N', 'O', 'Q85', 'R'], staff: others },
];

/** Sections and divisions the classification leaves out: railways, finance, education, health, public bodies. */
export const sizeOutOfScope: readonly string[] = ['G53', 'J', 'K704', 'P', 'Q84', 'S', 'T'];

export type AboveScaleBasis = 'stat' | 's1_2';

interface AboveScaleRule {
  readonly label: string;
  readonly codes: readonly string[];
  readonly revenueWan: number;
}
export interface AboveScaleDefinition {
  readonly label: string;
  /** First day the definition is in force, and the day it ends (null = still). */
  readonly validFrom: string;
  readonly validTo: string | null;
  /** Revenue bounds by industry; null = one bound for every industry, `revenueWan`. */
  readonly byIndustry: readonly AboveScaleRule[] | null;
  readonly revenueWan: number | null;
  /** Staff range the firm must lie in, both ends included; null = staff does not matter. */
  readonly staff: readonly [min: number, max: number] | null;
}

const trades: readonly AboveScaleRule[] = [
  { label: '批发业', codes: ['F51'], revenueWan: 2000 },
  { label: '零售业', codes: ['F52'], revenueWan: 500 },
  { label: '住宿和餐饮业', codes: ['H'], revenueWan: 200 },
];
const industryFrom = (revenueWan: number): AboveScaleRule => ({
  label: '工业',
  codes: ['B', 'C', 'D'],
  revenueWan,
});
const byIndustryOnly = { revenueWan: null, staff: null };

/**
 * Dated definitions of 规上. They never mix in one series: a figure names the one it was counted with. The
 * statistical bound for industry was 500 万元 until 2010 and is 2 000 万元 since 2011.
 */
export const aboveScaleDefinitions: Readonly<Record<AboveScaleBasis, readonly AboveScaleDefinition[]>> = {
  stat: [
    {
      label: '统计口径（2010年以前）',
      validFrom: '1998-01-01',
      validTo: '2011-01-01',
      byIndustry: [industryFrom(500), ...trades],
      ...byIndustryOnly,
    },
    {
      label: '统计口径',
      validFrom: '2011-01-01',
      validTo: null,
      byIndustry: [industryFrom(2000), ...trades],
      ...byIndustryOnly,
    },
  ],
  s1_2: [
    {
      label: '50—99人且500万元口径',
      validFrom: '2009-01-01',
      validTo: null,
      byIndustry: null,
      revenueWan: 500,
      staff: [50, 99],
    },
  ],
};
