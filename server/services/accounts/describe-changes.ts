import { roles } from '@shared/sync/access';
import type { Place } from '../../repositories/accounts/place-repository';
import type { UserRow } from '../../repositories/accounts/user-repository';

type Described = Pick<UserRow, 'name' | 'role' | 'orgUnitId'> & { readonly isActive?: boolean };

/** What of an account changed, in words for the audit log. @param before null for a new account. @returns '' = nothing */
export function describeChanges(
  before: Described | null,
  after: Described,
  places: ReadonlyMap<string, Place>,
): string {
  const rows: readonly [label: string, of: (user: Described) => string][] = [
    ['姓名', ({ name }) => name],
    ['角色', ({ role }) => roles.labels[role]],
    ['所属单位', ({ orgUnitId }) => places.get(orgUnitId)?.name ?? orgUnitId],
    ['状态', ({ isActive }) => (isActive === false ? '停用' : '在用')],
  ];
  return rows
    .map(([label, of]) => {
      const [from, to] = [before === null ? null : of(before), of(after)];
      if (from === null) return `${label}：${to}`;
      return from === to ? '' : `${label}：${from} → ${to}`;
    })
    .filter((line) => line !== '')
    .join('；');
}
