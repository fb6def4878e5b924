/** Which step of connecting a device comes next, told from how things stand, so that a reload goes on where it was. */
import type { SyncStatus } from '@renderer/sync/status/sync-status';

export const connectSteps = ['enrol', 'login', 'password', 'places', 'done'] as const;
export type ConnectStep = (typeof connectSteps)[number];

/** @param placeCount places to be matched; null = not asked yet */
export function connectStepOf(
  { link, me }: Pick<SyncStatus, 'link' | 'me'>,
  placeCount: number | null,
): ConnectStep | 'asking' {
  if (link === 'alone' || link === 'wiped') return 'enrol';
  if (link === 'loggedOut' || me === null) return 'login';
  if (me.mustChangePassword) return 'password';
  if (placeCount === null) return 'asking';
  return placeCount > 0 ? 'places' : 'done';
}
