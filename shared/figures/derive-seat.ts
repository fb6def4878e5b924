/** Organizations that have their seat in a unit: what C11, C12, C18 and the organization columns of F2 add up. */
import type { PartyOrg } from '@shared/domain/party-org';
import { holdsOn } from '@shared/domain/span';
import type { Unit } from '@shared/domain/unit';
import { isActiveOrg, secretaryOf } from '@shared/rules/org-state';
import { related, relatedDocuments } from '@shared/rules/relations';
import { seatOf } from '@shared/rules/seat';
import type { FactsContext } from './facts-context';
import type { SeatFacts } from './unit-facts';

const noSeat: SeatFacts = {
  seatOrgIds: [],
  seatOrgs: 0,
  seatByTier: {},
  seatSecretaries: 0,
  seatOwnerSecretaries: 0,
  seatReserves: 0,
};

export function deriveSeat(unit: Unit, context: FactsContext): SeatFacts {
  const { relations, asOf } = context;
  const ids = new Set([
    ...related(relations, 'orgsByUnit', unit.id),
    ...related(relations, 'orgsByHost', unit.id),
  ]);
  if (ids.size === 0) return noSeat;
  const orgs = [...ids].sort().flatMap((id) => {
    const org = relations.documents.partyOrgs.get(id);
    return org && isActiveOrg(org, asOf) && seatOf(org, context) === unit.id ? [org] : [];
  });
  return orgs.length === 0 ? noSeat : sumOrgs(orgs, unit, context);
}

function sumOrgs(orgs: readonly PartyOrg[], unit: Unit, context: FactsContext): SeatFacts {
  const seatByTier: Partial<Record<NonNullable<PartyOrg['tier']>, number>> = {};
  let [seatSecretaries, seatOwnerSecretaries, seatReserves] = [0, 0, 0];
  for (const org of orgs) {
    const tier = org.tier ?? (org.formation === 'joint' ? 'jointBranch' : 'branch');
    seatByTier[tier] = (seatByTier[tier] ?? 0) + 1;
    seatReserves += countReserves(org, context);
    if (!secretaryOf(org, context.asOf)) continue;
    seatSecretaries += 1;
    if (isOwnerSecretary(org, unit)) seatOwnerSecretaries += 1;
  }
  const seatOrgIds = orgs.map((org) => org.id);
  return {
    seatOrgIds,
    seatOrgs: orgs.length,
    seatByTier,
    seatSecretaries,
    seatOwnerSecretaries,
    seatReserves,
  };
}

/** The source of the secretary as recorded; where it is not, the owner's own entry 兼任书记 answers. */
const isOwnerSecretary = (org: PartyOrg, unit: Unit): boolean =>
  org.secretarySource === null ? unit.owner.isSecretary === true : org.secretarySource === 'owner';

function countReserves(org: PartyOrg, { relations, asOf }: FactsContext): number {
  let count = 0;
  for (const found of relatedDocuments(relations, 'cases', 'casesByOrg', org.id))
    if (found.kind === 'reserveSecretary' && holdsOn({ from: found.since, to: found.until }, asOf))
      count += 1;
  return count;
}
