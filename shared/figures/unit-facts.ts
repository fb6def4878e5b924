/**
 * What the register says about one unit on one day, flat: everything the figures, lists and official tables need
 * without looking anything up again. Derived, never stored on a document. Counts of organizations and of people
 * without a work unit are carried by exactly one unit (the seat of their organization), so plain sums over any
 * set of units count every organization and every member once.
 */

import type { sizeClasses } from '@shared/domain/code-lists';
import type { CodeOf } from '@shared/domain/define';
import type { formations, orgTiers } from '@shared/domain/party-org';
import type { keyFields, notBuiltReasons, ownerships, socialTypes, unitTypes } from '@shared/domain/unit';
import type { ScopeFacts } from '@shared/rules/unit-scope';

export const coverageStates = {
  solo: '单独组建',
  joint: '联合组建',
  regional: '区域（行业、网格）党组织覆盖',
  affiliated: '挂靠',
  work: '工作覆盖（选派指导员、联络员）',
  massOnly: '仅有群团组织',
  blank: '空白点',
} as const;
/** Strongest kind first (domain reference C, edge cases). */
export type CoverageState = keyof typeof coverageStates;
export type OrgCoverageKind = 'solo' | 'joint' | 'regional' | 'affiliated';

/** Where the member counts come from: the roster when it is at least as long as what the ledger declares. */
export type MembersBasis = 'roster' | 'declared' | 'none';

/** Which list of 应建未建 (C6) the unit is on. */
export const buildLists = {
  notBuilt: '应建未建',
  jointOnly: '应单独未单独',
  potential: '潜在应建',
} as const;
export type BuildList = keyof typeof buildLists;

export interface IdentityFacts {
  readonly unitId: string;
  readonly name: string;
  readonly unitType: CodeOf<typeof unitTypes>;
  readonly ownership: CodeOf<typeof ownerships> | null;
  readonly socialType: CodeOf<typeof socialTypes> | null;
  readonly townshipId: string;
  readonly siteIds: readonly string[];
  readonly villageIds: readonly string[];
  readonly parkIds: readonly string[];
  readonly buildingIds: readonly string[];
  /** GB/T 4754 section letter A–T. */
  readonly industrySection: string | null;
  readonly keyFields: readonly CodeOf<typeof keyFields>[];
  readonly staff: number | null;
  readonly sizeClass: CodeOf<typeof sizeClasses> | null;
  /** By the definition the rule set names; null = not known by that definition. */
  readonly isAboveScale: boolean | null;
  /** Staff known and at or above the two lines of 双达标 (50 and 100 by default). */
  readonly has50: boolean;
  readonly has100: boolean;
  readonly hasUnion: boolean;
  readonly hasLeague: boolean;
  readonly hasWomen: boolean;
  readonly hasWorkersCongress: boolean;
  readonly notBuiltReason: CodeOf<typeof notBuiltReasons> | null;
}

export interface MemberFacts {
  /** 关系在本单位党员, full and probationary. */
  readonly membersHere: number;
  readonly fullMembersHere: number;
  readonly probationaryHere: number;
  /** 在本单位工作、关系不在本单位的党员. */
  readonly membersElsewhere: number;
  /** Members that work in the unit, wherever their relation is (numerator of C10). */
  readonly membersWorking: number;
  readonly membersBasis: MembersBasis;
  /** People of the roster minus declared; null when nothing is declared. Not 0 = a finding (V7). */
  readonly declaredDifference: number | null;
  /** Full members that count for 应建: in social organizations only full-time staff (P13). */
  readonly countingFullHere: number;
  readonly countingFullElsewhere: number;
  readonly floatingOut: number;
  /** Floating members by scope of the open record; members without a record are in `unknown`. */
  readonly floatingByScope: Readonly<Record<string, number>>;
  /** Members of the roster and those among them with the hours of training the rules ask for this year. */
  readonly rosterMembers: number;
  readonly trainedMembers: number;
  /** Joined this year, and those of them on the front line, highly educated or young (C17, counted once). */
  readonly newMembers: number;
  readonly newMembersPreferred: number;
  readonly activists: number;
}

export interface CoverageFacts {
  readonly coverageState: CoverageState;
  /** The organization behind `coverageState`; null when no organization covers the unit. */
  readonly coverOrgId: string | null;
  readonly coverOrgName: string | null;
  readonly coverFormation: CodeOf<typeof formations> | null;
  /** All organizations that cover the unit on the day, strongest first. */
  readonly coverOrgIds: readonly string[];
  /** First day of the cover, the assignment or the mass organization behind the state, as precise as recorded. */
  readonly coverSince: string | null;
  /** Covered by an organization of any kind. */
  readonly hasOrg: boolean;
  /** Counts in 组织覆盖 by the switches of the rule set (C1). */
  readonly isOrgCovered: boolean;
  /** Counts in 工作覆盖 by the switches of the rule set (C3). */
  readonly isWorkCovered: boolean;
  /** C3e: by organization, or by an instructor who visited in the period. */
  readonly isEffectivelyCovered: boolean;
  /** 空白点: reached neither by organization nor by work. */
  readonly isBlank: boolean;
  readonly hasInstructor: boolean;
  readonly hasLiaison: boolean;
  readonly instructorIds: readonly string[];
  /** Latest visit by an instructor with an open assignment; null = none recorded. */
  readonly lastVisitOn: string | null;
  readonly hasMassOrg: boolean;
  readonly isShouldBuild: boolean;
  readonly buildList: BuildList | null;
}

/** Organizations whose seat is this unit; affiliated ones belong to somebody else (a village) and count nowhere. */
export interface SeatFacts {
  readonly seatOrgIds: readonly string[];
  readonly seatOrgs: number;
  readonly seatByTier: Readonly<Partial<Record<CodeOf<typeof orgTiers>, number>>>;
  readonly seatSecretaries: number;
  readonly seatOwnerSecretaries: number;
  readonly seatReserves: number;
}

export interface SixHavesFacts {
  /** Code of the criteria set judged by. */
  readonly criteriaSetCode: string;
  /** Criterion code → met. */
  readonly sixItems: Readonly<Record<string, boolean>>;
  readonly sixMet: number;
  /** Has an organization or an assessment form, so it belongs in the base of C20. */
  readonly isSixAssessed: boolean;
  readonly isSixPassed: boolean;
  /** 基本达标: at least `basicMin` items but not passed. */
  readonly isSixBasic: boolean;
}

export interface UnitFacts
  extends IdentityFacts,
    ScopeFacts,
    MemberFacts,
    CoverageFacts,
    SeatFacts,
    SixHavesFacts {}

export const siteLevels = ['park', 'building', 'street', 'market'] as const;

/** A park, building, street or market on one day (C14, C15). */
export interface SiteFacts {
  readonly siteId: string;
  readonly name: string;
  readonly level: (typeof siteLevels)[number];
  /** Township above it in the tree; null when it hangs directly under the county. */
  readonly townshipId: string | null;
  /** A building counts once enough of it is let; other sites always do. */
  readonly isDue: boolean;
  readonly hasRoom: boolean;
  /** At least one unit in scope there is reached by an organization or an instructor. */
  readonly isCovered: boolean;
  readonly unitsInScope: number;
}
