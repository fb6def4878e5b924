import { instructorTable } from './instructor-table';
import { orgUnitTable } from './org-unit-table';
import { partyOrgTable } from './party-org-table';
import { partyRoomTable } from './party-room-table';
import { personTable } from './person-table';
import { type LedgerTable, ledgerTables, type TableModel } from './table-model';
import { unitTable } from './unit-table';

const models: { readonly [T in LedgerTable]: TableModel<T> } = {
  units: unitTable,
  partyOrgs: partyOrgTable,
  instructors: instructorTable,
  partyRooms: partyRoomTable,
  people: personTable,
  orgUnits: orgUnitTable,
};

/** The model of a table, as code that serves every table reads it: each model only ever meets its own documents. */
export const tableModel = (table: LedgerTable): TableModel => models[table] as unknown as TableModel;

export const isLedgerTable = (text: string): text is LedgerTable =>
  (ledgerTables as readonly string[]).includes(text);
