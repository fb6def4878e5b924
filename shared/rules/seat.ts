/**
 * The seat of a Party organization: the one unit that carries it in sums, so a joint branch over five units is
 * one organization in every total.
 */
import type { PartyOrg } from '@shared/domain/party-org';
import { openCovers } from './org-state';
import { isInScope } from './unit-scope';
import type { ValidationContext } from './validation';

/**
 * Host unit where it is covered and in scope, else the first covered unit in scope, else the host or the first
 * covered unit. null for an affiliated organization: it belongs to a village or another body.
 */
export function seatOf(org: PartyOrg, context: ValidationContext): string | null {
  if (org.formation === 'affiliated') return null;
  const covered = openCovers(org, context.asOf)
    .map((cover) => cover.unitId)
    .sort();
  const inScope = covered.filter((id) => {
    const unit = context.relations.documents.units.get(id);
    return unit !== undefined && isInScope(unit, context);
  });
  const { hostUnitId } = org;
  if (hostUnitId !== null && inScope.includes(hostUnitId)) return hostUnitId;
  return inScope[0] ?? hostUnitId ?? covered[0] ?? null;
}
