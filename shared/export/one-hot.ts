/**
 * One-of groups of the official tables: which code is ticked in which column (H16). This is the only such table;
 * headings, ticks and totals all read it.
 */
import type { CodeOf } from '@shared/domain/define';
import type { formations, orgTiers, secretarySources } from '@shared/domain/party-org';
import type { annualChecks, notBuiltReasons, ownerships, siteKinds } from '@shared/domain/unit';
import type { ColumnLeaf } from './build-table';
import { signColumn } from './columns';
import { type ReportValue, TICK } from './report-model';

export interface OneHotColumn<C extends string> {
  readonly label: string;
  /** Codes ticked in this column. */
  readonly ticks: readonly C[];
  /** Codes the form has no column for: written here in words, which say more than a tick and are read back. */
  readonly words: Readonly<Partial<Record<C, string>>> | null;
}
/** Codes in no column of the group print nothing; the table's memo counts them. */
export type OneHot<C extends string> = readonly OneHotColumn<C>[];

const column = <C extends string>(
  label: string,
  ticks: readonly C[],
  words: OneHotColumn<C>['words'] = null,
): OneHotColumn<C> => ({ label, ticks, words });

type Ownership = CodeOf<typeof ownerships>;
type Tier = CodeOf<typeof orgTiers>;
type Source = CodeOf<typeof secretarySources>;
type Reason = CodeOf<typeof notBuiltReasons>;

const otherBranches = { tempBranch: '临时党支部', floatingBranch: '流动党员党支部' } as const;

export const oneHots = {
  siteKind: [
    column<CodeOf<typeof siteKinds>>('园区', ['park']),
    column<CodeOf<typeof siteKinds>>('楼宇', ['building']),
    column<CodeOf<typeof siteKinds>>('其他', ['other']),
  ],
  ownership: [
    column<Ownership>('私营', ['private']),
    column<Ownership>('港澳台', ['hkmt']),
    column<Ownership>('外商', ['foreign']),
  ],
  formation: [
    column<CodeOf<typeof formations>>('单独', ['solo']),
    column<CodeOf<typeof formations>>('联合', ['joint']),
    column<CodeOf<typeof formations>>('网格', ['grid']),
  ],
  /** F1: a joint branch is a branch formed jointly. */
  enterpriseTier: [
    column<Tier>('党支部', ['branch', 'jointBranch'], otherBranches),
    column<Tier>('党总支', ['generalBranch']),
    column<Tier>('党委', ['committee']),
  ],
  /** F10. */
  socialOrgTier: [
    column<Tier>('支部', ['branch'], otherBranches),
    column<Tier>('总支', ['generalBranch']),
    column<Tier>('党委', ['committee']),
    column<Tier>('联合支部', ['jointBranch']),
  ],
  notBuiltReason: [
    column<Reason>('没有党员', ['noMembers']),
    column<Reason>('出资人不支持', ['ownerUnwilling']),
    column<Reason>('上级未及时指导', ['noGuidance']),
    column<Reason>('其他', ['other'], { under3: '不足3人' }),
  ],
  secretarySource: [
    column<Source>('出资人', ['owner']),
    column<Source>('中层', ['middle']),
    column<Source>('上级选派', ['dispatched']),
    column<Source>('其他', ['other'], { insideElected: '内部选举', hired: '外聘' }),
  ],
  annualCheck: [
    column<CodeOf<typeof annualChecks>>('合格', ['passed']),
    column<CodeOf<typeof annualChecks>>('基本合格', ['basic']),
    column<CodeOf<typeof annualChecks>>('不合格', ['failed']),
    column<CodeOf<typeof annualChecks>>('未参检', ['absent']),
  ],
} as const;

/** What the column says for a code: a tick, words, or nothing. */
export function markOf<C extends string>(column: OneHotColumn<C>, code: C | null): ReportValue {
  if (code === null) return null;
  return column.ticks.includes(code) ? TICK : (column.words?.[code] ?? null);
}

export const hasColumn = <C extends string>(oneHot: OneHot<C>, code: C): boolean =>
  oneHot.some((column) => markOf(column, code) !== null);

/** The columns of a one-of group; totals count ticks and words alike. */
export const oneHotColumns = <C extends string, R>(
  oneHot: OneHot<C>,
  codeOf: (row: R) => C | null,
): ColumnLeaf<R>[] =>
  oneHot.map((column) =>
    signColumn<R>(
      column.label,
      column.words === null ? 3 : 5,
      (row) => markOf(column, codeOf(row)),
      (mark) => mark !== null,
    ),
  );
