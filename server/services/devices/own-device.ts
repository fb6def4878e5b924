/** What a device says about itself. */
import type { DeviceReport } from '@shared/sync/account-messages';
import { advanceDevice, findDevice, noteReport } from '../../repositories/accounts/device-repository';
import { audit } from '../accounts/audit';
import type { Caller } from '../caller';
import type { Environment } from '../environment';

/** For the county's list of devices: what it holds unsent, and whether it agrees (AGREE-2). */
export const reportDevice = (
  { database }: Environment,
  caller: Caller,
  report: DeviceReport,
): Promise<void> => noteReport(database, caller, report);

/**
 * DEVICE-2: the device has delivered what it held and cleared its register. Its session stays known, so that further
 * contact is answered `deviceWiped` and not with an invitation to log in.
 */
export async function reportWiped(environment: Environment, caller: Caller): Promise<void> {
  const { countyId, deviceId, userId } = caller;
  await environment.database.transaction(async (tx) => {
    const device = await findDevice(tx, countyId, deviceId);
    if (!(await advanceDevice(tx, { countyId, rootId: null }, deviceId, 'wiped'))) return;
    await noteReport(tx, caller, { unsentCount: 0, pulledThrough: null, agreedAt: null });
    await audit(tx, environment, {
      countyId,
      userId,
      action: 'wipeDevice',
      subject: device?.name ?? deviceId,
      detail: '设备报告已清除本机数据',
    });
  });
}
