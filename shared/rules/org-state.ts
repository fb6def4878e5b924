/** Small dated questions about Party organizations and instructors that rules and figures both ask. */

import type { Instructor } from '@shared/domain/instructor';
import type { Cover, PartyOrg, Post } from '@shared/domain/party-org';
import type { RuleSet } from '@shared/domain/rule-set';
import { holdsOn } from '@shared/domain/span';
import { addMonths, firstDayOf } from '@shared/lib/day';

/** Founded and not dissolved on the day; 软弱涣散 is still an organization. */
export const isActiveOrg = (org: PartyOrg, day: string): boolean =>
  (org.foundedOn === null || org.foundedOn <= day) &&
  (org.status !== 'dissolved' || (org.statusSince !== null && day < org.statusSince));

export const openCovers = (org: PartyOrg, day: string): Cover[] =>
  Object.values(org.covers).filter((cover) => holdsOn(cover, day));

/**
 * The open cover of a unit by an organization; null when there is none on the day. Of several the one that began first,
 * whatever order they were entered in: device and county must not answer differently.
 */
export function coverOf(org: PartyOrg, unitId: string, day: string): Cover | null {
  let first: Cover | null = null;
  for (const key in org.covers) {
    const cover = org.covers[key];
    if (cover?.unitId !== unitId || !holdsOn(cover, day)) continue;
    if (first === null || (cover.from ?? '') < (first.from ?? '')) first = cover;
  }
  return first;
}

/** Secretary in post on the day; null = vacant or not recorded. */
export const secretaryOf = (org: PartyOrg, day: string): Post | null =>
  Object.values(org.posts).find((post) => post.post === 'secretary' && holdsOn(post, day)) ?? null;

/** Last day of the present term plus one (termEnd), or of its approved postponement; null = term not recorded. */
export function termEndOf(org: PartyOrg, rules: RuleSet['orgs']): string | null {
  if (org.postponedTo !== null) return org.postponedTo;
  if (org.termStart === null) return null;
  const years =
    org.termYears ?? (org.tier === 'committee' ? rules.termYearsCommittee : rules.termYearsBranch);
  return addMonths(firstDayOf(org.termStart), years * 12);
}

export const isInService = (instructor: Instructor, day: string): boolean =>
  instructor.leftOn === null || day < instructor.leftOn;

/** Units an instructor has an open assignment to, each once. */
export const assignedUnits = (instructor: Instructor, day: string): string[] =>
  isInService(instructor, day)
    ? [
        ...new Set(
          Object.values(instructor.assignments)
            .filter((one) => holdsOn(one, day))
            .map((one) => one.unitId),
        ),
      ]
    : [];
