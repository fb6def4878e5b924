/** ROLE-3, ROLE-4 on the device: who may only read is told at once, not when the county refuses the edit. */
import { accountProblems } from '@shared/problems/account-problems';
import type { Problem } from '@shared/problems/problem';
import { isSynced, mayWrite, roles } from '@shared/sync/access';
import { z } from 'zod';
import type { DocumentEdit } from '../document-edit';
import type { LocalMemory, Remembered } from '../storage/local-memory';
import { whyNothingIsSaved } from './retired-register';

const remembered = z.object({ role: roles.schema }).nullable().catch(null);

/**
 * Why the person logged in to the county may not save these edits; null = she may. What never leaves the device is hers.
 * Clerks and their leads are answered by the county: what they may write can change while they are offline.
 * @param county what sync remembers: see renderer/sync/sync-memory.ts
 */
function whyRoleMayNotSave(county: Remembered, edits: readonly DocumentEdit[]): Problem | null {
  const role = remembered.parse(county?.['me'] ?? null)?.role;
  if (role !== 'auditor' && role !== 'administrator') return null;
  const isAllowed = ({ collection, after }: DocumentEdit): boolean =>
    // Documents are plain objects; which fields one has is the schema's business.
    !isSynced(collection, after) || mayWrite(role, collection, after);
  return edits.every(isAllowed) ? null : accountProblems.mayOnlyRead({ role: roles.labels[role] });
}

/** Everything sync remembers that keeps an edit from being saved, for the writer. */
export const refusalOf =
  (memory: Pick<LocalMemory, 'get'>) =>
  (edits: readonly DocumentEdit[]): Problem | null =>
    whyNothingIsSaved(memory.get()) ?? whyRoleMayNotSave(memory.get(), edits);
