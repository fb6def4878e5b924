/** A read sheet as flat records, one per row, for support and for comparing many offices' files by program. */
import type {
  FieldValue,
  ReadInstructor,
  ReadPartyOrg,
  ReadPartyRoom,
  ReadPerson,
  ReadSheet,
  ReadUnit,
} from '@shared/import/model';

type Flat = Record<string, unknown>;

export interface FlatSheet {
  readonly kind: string;
  readonly headerRows: readonly number[];
  readonly villageName: string | null;
  readonly columns: readonly Flat[];
  readonly units: readonly Flat[];
  readonly partyOrgs: readonly Flat[];
  readonly instructors: readonly Flat[];
  readonly partyRooms: readonly Flat[];
  readonly people: readonly Flat[];
  readonly skippedRows: readonly number[];
  readonly problems: readonly Flat[];
}

export function toFlatSheet(sheet: ReadSheet): FlatSheet {
  return {
    // Social organizations are units; unitType tells them apart.
    kind: sheet.kind === 'socialOrgs' ? 'units' : sheet.kind,
    headerRows: sheet.headerRows,
    villageName: sheet.villageName,
    columns: sheet.columns
      .filter(({ path, field }) => path.length > 0 || field !== null)
      .map(({ index, path, field, code, confidence }) => ({ index, path, field, code, confidence })),
    units: sheet.units.map((unit) => flatUnit(unit, sheet)),
    partyOrgs: sheet.partyOrgs.map(flatOrg),
    instructors: sheet.instructors.map(flatInstructor),
    partyRooms: sheet.partyRooms.map(flatRoom),
    people: sheet.people.map(flatPerson),
    skippedRows: sheet.skippedRows.map(({ row }) => row),
    problems: sheet.problems.map(({ row, column, code, text, severity, original, fix, choices }) => ({
      row,
      column,
      code,
      severity,
      text,
      original,
      ...(fix ? { fix } : {}),
      ...(choices ? { choices } : {}),
    })),
  };
}

/** Shorter names for what sits inside a block of the model. */
const unitNames: Readonly<Record<string, string>> = {
  'owner.name': 'owner',
  'owner.isPartyMember': 'ownerIsPartyMember',
  'owner.isSecretary': 'ownerIsSecretary',
  'owner.hasPublicRole': 'ownerHasPublicRole',
  'owner.politicalStatus': 'ownerPoliticalStatus',
  'contact.phone': 'phone',
  'contact.name': 'contact',
  'massOrgs.union.has': 'union',
  'massOrgs.league.has': 'league',
  'massOrgs.women.has': 'women',
  'declared.members': 'membersHere',
  'declared.elsewhere': 'membersElsewhere',
};

const shortName = (path: string): string =>
  unitNames[path] ??
  path.replace(/^declared\.(?:notes\.)?/, (prefix) => (prefix.includes('notes') ? 'note.' : ''));

function flatValues(values: Readonly<Record<string, FieldValue>>): Flat {
  return Object.fromEntries(Object.entries(values).map(([path, value]) => [shortName(path), value]));
}

function flatUnit(unit: ReadUnit, sheet: ReadSheet): Flat {
  const org = unit.partyOrg === null ? null : (sheet.partyOrgs[unit.partyOrg] ?? null);
  const named = unit.instructors.flatMap((index) => sheet.instructors[index] ?? []);
  const nameOf = (role: string): FieldValue =>
    named.find(({ values }) => values['role'] === role)?.values['name'] ?? null;
  const secretary = org?.posts.find(({ post }) => post === 'secretary')?.name ?? null;
  const values = flatValues(unit.values);
  return {
    row: unit.row,
    ...values,
    hasInstructor: values['hasInstructor'] ?? (named.length > 0 ? true : null),
    site: unit.siteName,
    park: unit.parkName,
    orgBuilt: unit.isOrgBuilt,
    orgName: org === null || org.isNameProposed ? null : (org.values['name'] ?? null),
    formation: org?.values['formation'] ?? null,
    tier: org?.values['tier'] ?? null,
    orgFoundedOn: org?.values['foundedOn'] ?? null,
    secretary,
    secretarySource: org?.values['secretarySource'] ?? null,
    instructor: nameOf('instructor'),
    liaison: nameOf('liaison'),
    isHidden: unit.isHidden,
  };
}

const flatOrg = (org: ReadPartyOrg): Flat => ({
  row: org.row,
  rows: org.rows,
  ...org.values,
  isNameProposed: org.isNameProposed,
  secretary: org.posts.find(({ post }) => post === 'secretary')?.name ?? null,
  covers: org.covers.map(({ unitName }) => unitName),
});

function flatInstructor(instructor: ReadInstructor): Flat {
  const starts = instructor.assignments.flatMap(({ values }) =>
    typeof values['from'] === 'string' ? [values['from']] : [],
  );
  return {
    row: instructor.row,
    rows: instructor.rows,
    ...instructor.values,
    from: starts.sort()[0] ?? null,
    units: instructor.assignments.map(({ unitName }) => unitName),
    assignments: instructor.assignments.map(({ row, unitName, values }) => ({ row, unitName, ...values })),
  };
}

const flatRoom = (room: ReadPartyRoom): Flat => ({
  row: room.row,
  ...flatValues(room.values),
  site: room.siteName,
  unitName: room.unitName,
});

const flatPerson = (person: ReadPerson): Flat => ({
  row: person.row,
  ...person.values,
  workUnit: person.workUnitName,
});
