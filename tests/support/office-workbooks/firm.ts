/** One invented enterprise and what a clerk reads from its row. */
import { inventFirm, inventName, inventPhone, inventUscc } from './invented';
import type { Seeded } from './seeded';

export interface Firm {
  name: string;
  uscc: string;
  village: string;
  phone: string;
  ownership: 'private' | 'hkmt' | 'foreign';
  revenueWan: number;
  staff: number;
  aboveScale: boolean;
  owner: string;
  tier: 'branch' | 'generalBranch' | 'committee' | null;
  formation: 'solo' | 'joint' | 'grid' | null;
  orgFoundedOn: string | null;
  notBuiltReason: 'noMembers' | 'ownerUnwilling' | 'noGuidance' | 'other' | null;
  hasInstructor: boolean;
  secretary: string | null;
  secretarySource: 'owner' | 'middle' | 'dispatched' | 'other' | null;
  members: number;
  union: boolean;
}

export function inventFirmRecord(random: Seeded, n: number, village: string): Firm {
  const members = random.pick([0, 0, 1, 2, 3, 4, 5, 9, 14]);
  const isBuilt = members >= 3 ? random.chance(0.8) : members > 0 && random.chance(0.4);
  const isSolo = isBuilt && members >= 3 && random.chance(0.7);
  const owner = inventName(random);
  const source = random.pick(['owner', 'middle', 'dispatched', 'other'] as const);
  const revenueWan = 100 + random.below(30_000);
  return {
    name: inventFirm(random, n),
    uscc: inventUscc(random, '91'),
    village,
    phone: inventPhone(random),
    ownership: random.pick(['private', 'private', 'private', 'hkmt', 'foreign'] as const),
    revenueWan,
    staff: members + 5 + random.below(240),
    aboveScale: revenueWan >= 2000,
    owner,
    tier: isBuilt
      ? isSolo && members > 12
        ? random.pick(['generalBranch', 'committee'] as const)
        : 'branch'
      : null,
    formation: isBuilt ? (isSolo ? 'solo' : random.pick(['joint', 'joint', 'grid'] as const)) : null,
    orgFoundedOn: isBuilt
      ? `${2005 + random.below(18)}-${String(1 + random.below(9)).padStart(2, '0')}`
      : null,
    notBuiltReason: isBuilt
      ? null
      : members === 0
        ? 'noMembers'
        : random.pick(['ownerUnwilling', 'noGuidance', 'other'] as const),
    hasInstructor: random.chance(0.5),
    secretary: isBuilt ? (source === 'owner' ? owner : inventName(random)) : null,
    secretarySource: isBuilt ? source : null,
    members,
    union: random.chance(0.5),
  };
}

export const truthOf = (firm: Firm): Record<string, unknown> => ({
  name: firm.name,
  uscc: firm.uscc,
  staff: firm.staff,
  revenueWan: firm.revenueWan,
  ownership: firm.ownership,
  aboveScale: firm.aboveScale,
  owner: firm.owner,
  orgBuilt: firm.tier !== null,
  formation: firm.formation,
  tier: firm.formation === 'joint' ? undefined : firm.tier,
  orgFoundedOn: firm.orgFoundedOn,
  notBuiltReason: firm.notBuiltReason,
  hasInstructor: firm.tier === null ? firm.hasInstructor : undefined,
  secretary: firm.secretary,
  secretarySource: firm.secretarySource,
  membersHere: firm.members,
  union: firm.union,
  phone: firm.phone,
});
