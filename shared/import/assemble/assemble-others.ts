/** Sheets in which one row is one record: Party organizations, rooms, people. */
import type { FieldValues, ImportProblem, ReadPartyOrg, ReadPartyRoom, ReadPerson, ReadPost } from '../model';
import type { ParsedRow, ParsedSheet } from '../parsed-rows';
import { PartyOrgGroups } from './party-org-groups';
import { listIn, textIn, valuesOf } from './record-values';

export const assembleRooms = (sheet: ParsedSheet, villageName: string | null): readonly ReadPartyRoom[] =>
  sheet.rows.map((row) => ({
    row: row.row,
    isHidden: row.isHidden,
    values: { ...freeOf(row), ...valuesOf(row, 'room') },
    siteName: textIn(row, 'row.site') ?? row.section ?? villageName,
    unitName: textIn(row, 'row.unitName'),
  }));

/** 是否收费：否 is 免费. */
const freeOf = ({ values: { 'row.isCharged': isCharged } }: ParsedRow): FieldValues =>
  typeof isCharged === 'boolean' ? { isFree: !isCharged } : {};

export const assemblePeople = (sheet: ParsedSheet): readonly ReadPerson[] =>
  sheet.rows.map((row) => {
    const values = valuesOf(row, 'person');
    // The id says both more surely than a column of its own would.
    values['birthOn'] = textIn(row, 'row.idBirthOn') ?? values['birthOn'] ?? null;
    values['gender'] ??= textIn(row, 'row.idGender');
    return { row: row.row, isHidden: row.isHidden, values, workUnitName: textIn(row, 'row.workUnit') };
  });

const postColumns = ['deputy', 'organization', 'publicity', 'discipline', 'member'] as const;

/** Rows with one name are one organization: some rosters print a joint branch once per firm (H23). */
export function assemblePartyOrgs(sheet: ParsedSheet): {
  readonly partyOrgs: readonly ReadPartyOrg[];
  readonly problems: readonly ImportProblem[];
} {
  const groups = new PartyOrgGroups(sheet);
  for (const row of sheet.rows) {
    const name = textIn(row, 'partyOrg.name');
    if (name === null) continue;
    groups.add({
      row,
      name,
      values: valuesOf(row, 'partyOrg'),
      units: listIn(row, 'row.hostUnit').map((unitName) => ({ unitName, unit: null })),
      named: listIn(row, 'row.covers'),
      secretaries: listIn(row, 'partyOrg.secretary'),
      remarks: textIn(row, 'partyOrg.remarks'),
      posts: postsOf(row),
    });
  }
  const { partyOrgs, problems } = groups.finish([], new Map());
  return { partyOrgs, problems };
}

const postsOf = (row: ParsedRow): ReadPost[] =>
  postColumns.flatMap((post) =>
    listIn(row, `row.${post}`).map((name): ReadPost => ({ row: row.row, post, name })),
  );
