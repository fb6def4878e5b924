/** An enterprise ledger (F1, 64 columns under three heading rows) of any length, as an office would hand it in. */
import { writeReportXlsx } from '@renderer/workers/export/write-xlsx';
import { buildReport } from '@shared/export/report-definitions';
import { inputOf } from '../unit/export/report-input-of';
import { countyOf } from './page/seed-register';

export async function largeLedger(rowCount: number): Promise<Uint8Array<ArrayBuffer>> {
  // More than half of the units are enterprises that still exist.
  const register = countyOf(Math.ceil(rowCount * 1.8));
  const county = register.orgUnits.find(({ level }) => level === 'county');
  const table = buildReport('F1', inputOf(register, county ? { scopeOrgUnitId: county.id } : {}));
  if (table.rows.length < rowCount) throw new Error(`only ${table.rows.length} enterprises`);
  const short = {
    ...table,
    rows: table.rows.slice(0, rowCount),
    merges: table.merges.filter(({ row, rowSpan }) => row + rowSpan <= rowCount),
    total: null,
  };
  return new Uint8Array(await writeReportXlsx([short]));
}
