/** What a plan is made against: the register, with the township it does not have yet put in as a draft. */
import type { RegisterStore } from '@renderer/data/register-store';
import type { Register } from '@shared/domain/collections';
import type { OrgUnit } from '@shared/domain/org-unit';
import type { Office } from '@shared/domain/setting';
import type { ColumnMemory } from '@shared/import/model';
import type { ImportTarget } from './import-session';
import { draftTownship } from './import-target';

export interface PlanBasis {
  readonly register: Register;
  readonly townshipId: string;
  /** To create with the import; null when the township is in the register. */
  readonly newTownship: OrgUnit | null;
}

/** @param draftId id for a township that is not in the register yet */
export function planBasis(store: RegisterStore, target: ImportTarget, draftId: string): PlanBasis {
  const register = store.snapshot();
  if (target.kind === 'township') return { register, townshipId: target.townshipId, newTownship: null };
  const county = register.orgUnits.find(({ level, deletedAt }) => level === 'county' && deletedAt === null);
  const township = draftTownship(draftId, county?.id ?? draftId, target.townshipName, store.now());
  return {
    register: { ...register, orgUnits: [...register.orgUnits, township] },
    townshipId: draftId,
    newTownship: target.kind === 'newTownship' ? township : null,
  };
}

export const officeOf = (store: RegisterStore): Office | null =>
  store
    .table('settings')
    .all()
    .find((setting) => setting.kind === 'office') ?? null;

/** Corrected columns of earlier imports, with the document each is kept in. */
export function columnMemoryOf(store: RegisterStore): (ColumnMemory & { readonly id: string })[] {
  return store
    .table('settings')
    .all()
    .filter((setting) => setting.kind === 'columnMemory')
    .map(({ id, sheetKind, columns }) => ({
      id,
      // Written by this wizard with the kind of a sheet; one the reader does not know fits no sheet.
      sheetKind: sheetKind as ColumnMemory['sheetKind'],
      columns,
    }));
}
