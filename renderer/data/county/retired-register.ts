/**
 * DEVICE-2: a register whose edits the county holds is emptied, and the county is told. Between the two, which may take days
 * without a network, nothing is saved in it: it would go with the rest, and nobody would know.
 */
import { accountProblems } from '@shared/problems/account-problems';
import type { Problem } from '@shared/problems/problem';
import type { Remembered } from '../storage/local-memory';

/** @param county what sync remembers: see renderer/sync/sync-memory.ts */
export const whyNothingIsSaved = (county: Remembered): Problem | null =>
  county?.['standing'] === 'wiping' ? accountProblems.deviceBeingWiped({}) : null;
