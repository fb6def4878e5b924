/** What a device says about itself. */
import type { DeviceReport } from '@shared/sync/account-messages';
import type { Queryable } from '../../db/database';
import { forgetDeposit, keepDeposit } from '../../repositories/accounts/deposit-repository';
import { advanceDevice, findDevice, noteReport } from '../../repositories/accounts/device-repository';
import { audit } from '../accounts/audit';
import type { Caller } from '../caller';
import type { Environment } from '../environment';

/** For the county's list of devices: what it holds unsent, and whether it agrees (AGREE-2). */
export const reportDevice = (
  { database, now }: Environment,
  caller: Caller,
  report: DeviceReport,
): Promise<void> => database.transaction((tx) => takeReport(tx, caller, report, now()));

/** The same inside a transaction; over the network and by stick alike. */
export async function takeReport(
  tx: Queryable,
  device: { readonly countyId: string; readonly deviceId: string },
  report: DeviceReport,
  at: string,
): Promise<void> {
  await noteReport(tx, device, report);
  if (report.deposit !== null) await keepDeposit(tx, device, report.deposit, at);
}

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
    await forgetDeposit(tx, countyId, deviceId);
    await audit(tx, environment, {
      countyId,
      userId,
      action: 'wipeDevice',
      subject: device?.name ?? deviceId,
      detail: '设备报告已清除本机数据',
    });
  });
}
