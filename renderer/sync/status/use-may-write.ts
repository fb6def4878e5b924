import type { CollectionName } from '@shared/domain/collections';
import { mayWrite } from '@shared/sync/access';
import { useSyncPart } from './react';

/** Whether the person logged in to the county may write such a document (ROLE). Without a county everybody may. */
export function useMayWrite(
  collection: CollectionName,
  document: { readonly [field: string]: unknown } = {},
): boolean {
  const role = useSyncPart((status) => status.me?.role ?? null);
  return role === null || mayWrite(role, collection, document);
}
