/** Whose register this is: the office of the place its computer, or who works at it, belongs to (SPEC, SCOPE-9). */
import type { OpenedRegister } from '@renderer/data/open-register';
import type { Me } from '@shared/sync/account-messages';

/**
 * A register that begins with its county gets its office from the county, so that nobody types it again. One whose computer
 * was enrolled for a place beside its own becomes that place's: otherwise everything new would be written for the old one
 * and refused.
 */
export async function settleOffice(register: OpenedRegister, me: Me): Promise<void> {
  const home = me.device.orgUnit.level === 'county' ? me.orgUnit : me.device.orgUnit;
  const office = register
    .table('settings')
    .all()
    .find((setting) => setting.kind === 'office');
  const named = { name: home.name, countyName: me.county.name, homeOrgUnitId: home.id };
  if (office === undefined) {
    const draft = { kind: 'office' as const, ...named, filler: me.name, isDemo: false };
    await register.commit([{ op: 'create', collection: 'settings', draft }], {
      label: '接入县级',
      isUndoable: false,
    });
  } else if (isApart(register, office.homeOrgUnitId, home.id)) {
    // First, so that it is done again when the next step is not reached.
    await register.county.moveParked(home.id);
    await register.commit([{ op: 'change', collection: 'settings', id: office.id, changes: named }], {
      label: '换登记到另一个层级',
      isUndoable: false,
    });
  }
}

/** Neither below the other. A register without places does not tell; a place that is gone from it is nobody's home. */
const isApart = (register: OpenedRegister, oneId: string, otherId: string): boolean =>
  register.table('orgUnits').all().length > 0 &&
  !placesAbove(register, oneId).has(otherId) &&
  !placesAbove(register, otherId).has(oneId);

/** With the place itself. */
function placesAbove({ table }: OpenedRegister, id: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (let at: string | null = id; at !== null && !found.has(at); ) {
    found.add(at);
    at = table('orgUnits').get(at)?.parentId ?? null;
  }
  return found;
}
