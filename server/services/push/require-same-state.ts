import { accountProblems } from '@shared/problems/account-problems';
import type { DeviceState } from '../../repositories/accounts/device-repository';
import type { Caller } from '../caller';
import { Refusal } from '../refusal';

/**
 * DEVICE-2, DEVICE-3: the device may have been revoked since the session was looked at.
 * @param state now; null = nobody's device: the county's own
 * @throws Refusal `deviceDraining`, `deviceWiped`
 */
export function requireSameState({ deviceState }: Caller, state: DeviceState | null): void {
  if (state === 'wiped') throw new Refusal(accountProblems.deviceWiped({}));
  if (state === 'draining' && deviceState === 'active') throw new Refusal(accountProblems.deviceDraining({}));
}
