/** Units of a file: each row's unit found, made or asked, and what it changes. */
import { isSame, valueAt } from '@shared/domain/changes';
import type { Unit } from '@shared/domain/unit';
import { usccPrefixKindOf } from '@shared/identifiers/uscc';
import { matchingProblems as problems } from '@shared/problems/matching-problems';
import type { Problem } from '@shared/problems/problem';
import { changeStatus } from '@shared/rules/unit-status';
import { cluesOf, type UnitClues, type UnitMatcher } from './06-match-records';
import { fieldChanges, type MergeMode, nestFields } from './field-changes';
import type { KnownElsewhere } from './known-elsewhere';
import { type Match, one } from './match';
import type { FieldValue, FieldValues, ReadSheet, ReadUnit } from './model';
import { exactKey } from './normalize-name';
import type { FieldChange, PlannedDraft } from './plan-model';
import type { PlacePlanner, SiteHint } from './plan-places';
import type { Planning } from './planning';
import { textValue } from './read-values';

interface Row {
  readonly read: ReadUnit;
  readonly sheet: ReadSheet;
  readonly key: string;
  readonly townshipId: string;
  /** Village, and park or building, the row names. */
  readonly siteIds: readonly string[];
  readonly clues: UnitClues;
}

/** Fields with rules of their own, kept out of the plain comparison. */
const special = new Set(['name', 'formerNames', 'uscc', 'status', 'unitType']);
const plainValues = (values: FieldValues): FieldValues =>
  Object.fromEntries(Object.entries(values).filter(([path]) => !special.has(path)));

export class UnitPlanner {
  /** Record id → row whose content the register already has; its twins in the file were merged before. */
  private readonly settled = new Map<string, Row>();

  constructor(
    private readonly planning: Planning,
    private readonly matcher: UnitMatcher,
    private readonly places: PlacePlanner,
    private readonly elsewhere: KnownElsewhere,
  ) {}

  /** Id of each unit of each sheet by its index; null for rows skipped or still to be decided. */
  plan(sheets: readonly ReadSheet[]): ReadonlyMap<ReadSheet, readonly (string | null)[]> {
    const rows = sheets.flatMap((sheet) => this.rowsOf(sheet));
    this.findSettled(rows);
    const ids = new Map<ReadSheet, (string | null)[]>(sheets.map((sheet) => [sheet, []]));
    for (const row of rows) ids.get(row.sheet)?.push(this.planRow(row));
    return ids;
  }

  private rowsOf(sheet: ReadSheet): Row[] {
    const seen = new Map<number, number>();
    return sheet.units.map((read) => {
      const nth = seen.get(read.row) ?? 0;
      seen.set(read.row, nth + 1);
      const key = `${sheet.name}|units|${read.row}${nth === 0 ? '' : `|${nth}`}`;
      const townshipId = this.places.townshipOf(read.townshipName);
      const siteIds = this.placesOf(read, sheet, townshipId);
      const clues = cluesOf(read.values, { townshipId, siteId: siteIds[0] ?? null, key });
      return { read, sheet, key, townshipId, siteIds, clues };
    });
  }

  private placesOf(read: ReadUnit, sheet: ReadSheet, townshipId: string): string[] {
    const hint = hintOf(read.values['siteKind']);
    const place = { sheet, row: read.row, townshipId };
    const ids = [
      this.places.placeOf({ ...place, name: read.siteName, hint: null }),
      this.places.placeOf({
        ...{ ...place, name: read.parkName, hint: hint ?? 'park' },
        parkGrade: read.parkGrade,
      }),
    ];
    return [...new Set(ids.filter((id) => id !== null))];
  }

  private findSettled(rows: readonly Row[]): void {
    const byId = new Map<string, Row[]>();
    for (const row of rows) {
      const match = this.matcher.match(row.clues);
      if (match.kind === 'one') byId.set(match.id, [...(byId.get(match.id) ?? []), row]);
    }
    for (const [id, twins] of byId) {
      if (twins.length < 2) continue;
      const row = twins.find((twin) => this.changesTo(twin, this.matcher.unit(id), 'merge', id).length === 0);
      if (row) this.settled.set(id, row);
    }
  }

  private planRow(row: Row): string | null {
    const { read, sheet, key, clues } = row;
    const found = this.matcher.match(clues);
    const before = this.mergedBefore(row, found);
    const match = before ? one(before.id) : found;
    const id = this.planning.settle({
      key,
      sheet: sheet.name,
      rows: [read.row],
      collection: 'units',
      label: clues.name,
      isHidden: read.isHidden,
      match,
      problems: before ? [before.note] : this.codeProblems(row, match),
      takesProblems: true,
      build: (newId) => this.draftOf(row, newId),
      changesTo: (record, mode, target) => (before ? [] : this.changesTo(row, record, mode, target)),
    });
    if (id !== null) this.matcher.add(id);
    return id;
  }

  /** The row adds nothing to a record that already holds its twin and knows its name. */
  private mergedBefore(row: Row, match: Match): { readonly id: string; readonly note: Problem } | null {
    const id = match.kind === 'one' ? match.id : match.kind === 'ask' ? (match.candidates[0]?.id ?? '') : '';
    const settled = this.settled.get(id);
    if (!settled || settled === row || !this.matcher.hasName(id, row.clues.name)) return null;
    if (this.changesTo(row, this.matcher.unit(id), 'fill', id).length > 0) return null;
    return { id, note: problems.mergedBefore({ otherRow: settled.read.row }) };
  }

  private codeProblems({ clues }: Row, match: Match): Problem[] {
    const holder = match.kind === 'one' && clues.uscc ? this.matcher.holderOf(clues.uscc, match.id) : null;
    if (holder === null || clues.uscc === null) return [];
    const other = this.matcher.unit(holder).name;
    return [problems.codeTaken({ name: clues.name, other, code: clues.uscc }, 'uscc')];
  }

  private draftOf(row: Row, id: string): PlannedDraft<'units'> {
    const { values } = row.read;
    const { officeId, townshipId: home } = this.planning.context;
    const { townshipId, siteIds } = row;
    const orgUnitId = townshipId === home ? officeId : townshipId;
    const { uscc } = row.clues;
    const isFree = uscc !== null && this.matcher.holderOf(uscc, id) === null;
    const unitType = textValue(values, 'unitType') ?? unitTypeOf(row.sheet, uscc);
    // Values carry the reader's own types, field by field; the store validates the whole before it writes.
    return {
      ...nestFields({ ...plainValues(values), formerNames: values['formerNames'] ?? null }),
      ...{ id, orgUnitId, townshipId, unitType, name: row.clues.name },
      uscc: isFree ? uscc : null,
      siteIds: [...siteIds],
      status: textValue(values, 'status') ?? 'operating',
      ...basisOf(values, null),
    } as PlannedDraft<'units'>;
  }

  private changesTo(row: Row, record: object, mode: MergeMode, id: string): readonly FieldChange[] {
    const { values } = row.read;
    const known = record as Unit;
    const status = textValue(values, 'status');
    const isNewStatus = mode === 'merge' && status !== null && status !== known.status;
    const { statusSince, ...others } = plainValues(values);
    return [
      ...nameChanges(row.clues, known, mode),
      ...this.codeChanges(row.clues, known, mode, id),
      ...fieldChanges(
        known,
        { ...others, ...(isNewStatus ? {} : { statusSince: statusSince ?? null }) },
        mode,
      ).filter(({ path, after }) => !this.elsewhere.isRepeated(id, path, after)),
      ...(known.aboveScale === values['aboveScale']
        ? []
        : fieldChanges(known, basisOf(values, known.aboveScaleBasis ?? null), 'fill')),
      ...(isNewStatus ? this.statusChanges(known, values) : []),
      ...this.placeChanges(row, known, mode),
    ];
  }

  private codeChanges({ uscc }: UnitClues, known: Unit, mode: MergeMode, id: string): FieldChange[] {
    return uscc === null || this.matcher.holderOf(uscc, id) !== null
      ? []
      : fieldChanges(known, { uscc }, mode);
  }

  private statusChanges(known: Unit, values: FieldValues): FieldChange[] {
    // `status` was read as a code of the list; drafts of this file may lack the defaults.
    const full = { ...known, statusSince: known.statusSince ?? null, foundedOn: known.foundedOn ?? null };
    const since = textValue(values, 'statusSince') ?? this.planning.context.asOf;
    const changes = changeStatus(full, values['status'] as Unit['status'], since);
    return Object.entries(changes).map(([path, after]) => ({ path, before: valueAt(known, path), after }));
  }

  private placeChanges(row: Row, known: Unit, mode: MergeMode): FieldChange[] {
    const moved = mode === 'merge' ? fieldChanges(known, { townshipId: row.townshipId }, mode) : [];
    const before = known.siteIds ?? [];
    const after = row.siteIds.reduce((ids, id) => this.withPlace(ids, id, mode), before);
    return isSame(before, after) ? moved : [...moved, { path: 'siteIds', before, after }];
  }

  /** A unit sits in one village; a park or building is added beside it. */
  private withPlace(ids: string[], id: string, mode: MergeMode): string[] {
    if (ids.includes(id)) return ids;
    const level = this.places.levelOf(id);
    const sameLevel = ids.filter((each) => this.places.levelOf(each) === level);
    if (mode === 'fill' && sameLevel.length > 0) return ids;
    return [...(level === 'village' ? ids.filter((each) => !sameLevel.includes(each)) : ids), id];
  }
}

const hintOf = (siteKind: FieldValue | undefined): SiteHint =>
  siteKind === 'park' || siteKind === 'building' ? siteKind : null;

function unitTypeOf(sheet: ReadSheet, uscc: string | null): string {
  if (sheet.kind === 'socialOrgs') return 'socialOrg';
  return (uscc === null ? null : usccPrefixKindOf(uscc)?.unitType) ?? 'enterprise';
}

/** 是否规上 of a ledger is the ledger's own judgement unless it names the definition. */
const basisOf = (values: FieldValues, known: string | null): FieldValues => {
  const said = values['aboveScaleBasis'] ?? null;
  const isSaid = typeof values['aboveScale'] === 'boolean';
  return isSaid && said === null && known === null ? { aboveScaleBasis: 'declared' } : {};
};

/** A new name makes the old one a former name; a former name in an old ledger changes nothing. */
function nameChanges(clues: UnitClues, known: Unit, mode: MergeMode): FieldChange[] {
  const before = known.formerNames ?? [];
  const isKnownName = [known.name, ...before].some((name) => exactKey(name) === exactKey(clues.name));
  const isRenamed = mode === 'merge' && !isKnownName;
  const current = isRenamed ? clues.name : known.name;
  const after = [...before];
  for (const former of [...clues.formerNames, ...(isKnownName ? [] : [clues.name, known.name])])
    if (![current, ...after].some((name) => exactKey(name) === exactKey(former))) after.push(former);
  return [
    ...(isRenamed ? [{ path: 'name', before: known.name, after: clues.name }] : []),
    ...(after.length > before.length ? [{ path: 'formerNames', before, after }] : []),
  ];
}
