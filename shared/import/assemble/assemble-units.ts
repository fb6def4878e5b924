/** One row of a ledger of units: the unit, its Party organization, its instructors (F1, F10). */
import { usccPrefixKindOf } from '@shared/identifiers/uscc';
import type { FieldValue, ImportProblem, ReadInstructor, ReadPartyOrg, ReadUnit } from '../model';
import { firmKey } from '../normalize-name';
import type { ParsedRow, ParsedSheet } from '../parsed-rows';
import { InstructorGroups } from './instructor-groups';
import { type OrgClaim, PartyOrgGroups } from './party-org-groups';
import { listIn, textIn, valuesOf } from './record-values';

export interface AssembledUnits {
  readonly units: readonly ReadUnit[];
  readonly partyOrgs: readonly ReadPartyOrg[];
  readonly instructors: readonly ReadInstructor[];
  readonly problems: readonly ImportProblem[];
}

/** @param villageName village the whole sheet stands for; null when rows name their own */
export function assembleUnits(sheet: ParsedSheet, villageName: string | null): AssembledUnits {
  const orgs = new PartyOrgGroups(sheet);
  const instructors = new InstructorGroups(sheet);
  const units: ReadUnit[] = [];
  const indexOfName = new Map<string, number>();
  for (const row of sheet.rows) {
    const isBuilt = isOrgBuilt(row);
    const names =
      row.values['row.isOrgOnly'] === true ? [] : [textIn(row, 'unit.name'), ...listIn(row, 'row.moreUnits')];
    const first = units.length;
    const partyOrg = isBuilt === true ? orgs.add(claimOf(row, names, first)) : null;
    const named = namedInstructors(row).map((one) => instructors.add(row, one, names, first));
    names.forEach((name, i) => {
      const values = i === 0 ? unitValues(sheet, row) : { name, unitType: unitTypeOf(sheet, null) };
      if (name !== null) indexOfName.set(firmKey(name), units.length);
      units.push({
        row: row.row,
        isHidden: row.isHidden,
        values,
        siteName: textIn(row, 'row.site') ?? row.section ?? villageName,
        parkName: textIn(row, 'row.park'),
        parkGrade: textIn(row, 'row.parkGrade'),
        townshipName: textIn(row, 'row.township'),
        isOrgBuilt: isBuilt,
        partyOrg,
        instructors: named,
      });
    });
  }
  const finished = orgs.finish(units, indexOfName);
  return {
    units: units.map((unit, i) => ({ ...unit, partyOrg: finished.orgOfUnit.get(i) ?? null })),
    partyOrgs: finished.partyOrgs,
    instructors: instructors.finish(),
    problems: finished.problems,
  };
}

/** What the row says outright, else what its organization columns let conclude. */
function isOrgBuilt(row: ParsedRow): boolean | null {
  const said = row.values['row.orgBuilt'];
  if (typeof said === 'boolean') return said;
  const isFilled =
    textIn(row, 'partyOrg.name') !== null ||
    textIn(row, 'partyOrg.foundedOn') !== null ||
    textIn(row, 'partyOrg.formation') !== null ||
    textIn(row, 'partyOrg.tier') !== null ||
    listIn(row, 'partyOrg.secretary').length > 0;
  if (isFilled) return true;
  const named = row.values['row.orgNamed'];
  if (typeof named === 'boolean') return named;
  if (textIn(row, 'unit.notBuiltReason') !== null) return false;
  // A column for the organization's name that is empty says as much as 无.
  return row.values['partyOrg.name'] === null ? false : null;
}

function unitValues(sheet: ParsedSheet, row: ParsedRow): Record<string, FieldValue> {
  const values = valuesOf(row, 'unit');
  values['unitType'] ??= unitTypeOf(sheet, textIn(row, 'unit.uscc'));
  if (typeof values['aboveScale'] === 'boolean') values['aboveScaleBasis'] = 'declared';
  // 正式 and 预备 in columns of their own, and no total beside them.
  const full = row.values['row.fullMembers'];
  if (typeof full === 'number' && values['declared.members'] === undefined)
    values['declared.members'] = full + Number(values['declared.probationary'] ?? 0);
  const landline = textIn(row, 'row.landline');
  if (landline !== null) values['contact.phone'] ??= landline;
  const elsewhere = elsewhereOf(values['declared.members'], row.values['row.membersInCharge']);
  if (elsewhere !== null) values['declared.elsewhere'] ??= elsewhere;
  return values;
}

/** 纳入管理 less 关系在内: members whose relation is elsewhere. null = not said; two equal numbers do not say 0. */
const elsewhereOf = (here: FieldValue | undefined, inCharge: FieldValue | undefined): number | null =>
  typeof here === 'number' && typeof inCharge === 'number' && inCharge > here ? inCharge - here : null;

/** A registration code proves the type; without one it is what the sheet is about. */
function unitTypeOf(sheet: ParsedSheet, uscc: string | null): string {
  const byCode = uscc === null ? null : (usccPrefixKindOf(uscc)?.unitType ?? null);
  return byCode ?? (sheet.kind === 'socialOrgs' ? 'socialOrg' : 'enterprise');
}

function claimOf(row: ParsedRow, names: readonly (string | null)[], firstUnit: number): OrgClaim {
  return {
    row,
    name: textIn(row, 'partyOrg.name'),
    values: valuesOf(row, 'partyOrg'),
    units: names.map((unitName, i) => ({ unitName: unitName ?? '', unit: firstUnit + i })),
    named: listIn(row, 'row.covers'),
    secretaries: listIn(row, 'partyOrg.secretary'),
    remarks: textIn(row, 'unit.remarks'),
  };
}

export interface NamedInstructor {
  readonly name: string;
  readonly phone: string | null;
  readonly role: 'instructor' | 'liaison' | 'envoy';
}

function namedInstructors(row: ParsedRow): NamedInstructor[] {
  const found = roles.flatMap((role) => {
    const names = listIn(row, `row.${role}Names`);
    const phones = phonesOf(textIn(row, `row.${role}Phone`), names.length);
    return names.map((name, i): NamedInstructor => ({ name, role, phone: phones[i] ?? null }));
  });
  const said = roles.flatMap((role) => textIn(row, `row.${role}Phone`) ?? []);
  const [only, other] = found;
  return only && !other ? [{ ...only, phone: only.phone ?? said[0] ?? null }] : found;
}
const roles = ['instructor', 'liaison', 'envoy'] as const;

/** As many telephones as names belong to them in order; one beside several belongs to none for certain. */
function phonesOf(written: string | null, people: number): readonly string[] {
  const phones = people === 1 && written !== null ? [written] : (written?.split('、') ?? []);
  return phones.length === people ? phones : [];
}
