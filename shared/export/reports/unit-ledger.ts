/** What the two unit ledgers (F1, F10) look up about a unit: its Party organization, secretary, places, stated values. */
import type { PartyOrg } from '@shared/domain/party-org';
import { type StatedValues, statedValues } from '@shared/figures/stated-values';
import { secretaryOf } from '@shared/rules/org-state';
import { orgUnitOf, type ReportInput, type UnitRow } from '../report-input';

export interface LedgerRow extends UnitRow {
  /** The organization behind the unit's coverage; null when none covers it. */
  readonly org: PartyOrg | null;
  readonly secretary: string | null;
  readonly stated: StatedValues;
}

export function ledgerRow(input: ReportInput, row: UnitRow): LedgerRow {
  const { coverOrgId } = row.facts;
  const org = coverOrgId === null ? null : (input.relations.documents.partyOrgs.get(coverOrgId) ?? null);
  return {
    ...row,
    org,
    secretary: org === null ? null : (secretaryOf(org, input.asOf)?.name ?? null),
    stated: statedValues(row.unit, row.facts, input),
  };
}

/** Parks, buildings and other places the unit sits in besides its village. */
export function placeNames(input: ReportInput, { facts }: UnitRow): string | null {
  const villages = new Set(facts.villageIds);
  const names = facts.siteIds.filter((id) => !villages.has(id)).map((id) => orgUnitOf(input, id)?.name ?? '');
  return names.filter((name) => name !== '').join('、') || null;
}

/** Says so where the stated numbers and the roster differ: the other tables go by the longer of the two. */
export function differenceMemo(rows: readonly LedgerRow[]): string[] {
  const differing = rows.filter(
    ({ stated, facts }) => (stated['declared.members'] ?? facts.membersHere) !== facts.membersHere,
  );
  if (differing.length === 0) return [];
  const counted = rows.reduce((sum, { facts }) => sum + facts.membersHere, 0);
  return [
    `党员数按填报数列示；与党员花名册不一致的 ${differing.length} 户，按花名册计全表党员 ${counted} 人。`,
  ];
}
