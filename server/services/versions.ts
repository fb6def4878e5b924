/** Which devices the county serves (SPEC.md, SKEW-1). */
import { syncProblems } from '@shared/problems/sync-problems';
import { modelVersion, protocolVersion } from '@shared/sync/protocol';
import { Refusal } from './refusal';

export interface DeviceVersions {
  readonly protocol: number;
  readonly model: number;
}

/** @throws Refusal `updateNeeded` or `serverTooOld` */
export function requireServed({ protocol, model }: DeviceVersions): void {
  if (protocol > protocolVersion || model > modelVersion) throw new Refusal(syncProblems.serverTooOld({}));
  if (protocol < protocolVersion - 1 || model < modelVersion - 1)
    throw new Refusal(syncProblems.updateNeeded({}));
}
