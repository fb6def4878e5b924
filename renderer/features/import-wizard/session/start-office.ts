import type { RegisterStore } from '@renderer/data/register-store';
import { startBlank } from '@renderer/data/start';
import type { ImportTarget } from './import-session';
import { officeOf } from './plan-basis';

const unknownCounty = '本县（市、区）';
/** The body that hands ledgers in, as their 填报单位 line prints it; changed in the settings where it differs. */
const reportingUnitOf = (townshipName: string): string =>
  townshipName.endsWith('街道') ? `中共${townshipName}工作委员会` : `中共${townshipName}委员会`;

/** Sets up the empty register for the township of the first import. @returns the township's id */
export async function startOffice(
  store: RegisterStore,
  { countyName, townshipName }: Extract<ImportTarget, { kind: 'newOffice' }>,
): Promise<string> {
  const name = townshipName.trim();
  await startBlank(store, {
    officeName: reportingUnitOf(name),
    countyName: countyName.trim() || unknownCounty,
    townshipName: name,
    villages: [],
  });
  const office = officeOf(store);
  if (!office) throw new Error('the office could not be saved');
  return office.homeOrgUnitId;
}
