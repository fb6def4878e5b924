/** Villages, parks and buildings the rows name: found in the register, proposed as new, or asked. */
import { type OrgUnit, orgUnitLevels, parkGrades } from '@shared/domain/org-unit';
import { matchingProblems as problems } from '@shared/problems/matching-problems';
import { fieldChanges } from './field-changes';
import { type Match, none } from './match';
import { matchPlace, placeKey, placeLevelOf } from './match-place';
import type { ReadSheet } from './model';
import { exactKey } from './normalize-name';
import type { FieldChange, PlannedDraft } from './plan-model';
import type { Planning } from './planning';

/** What the column 企业座落地 says about the place a row names. */
export type SiteHint = 'park' | 'building' | null;

const levelLabels = orgUnitLevels.labels;
const chosenLevels = new Map<`create:${string}`, OrgUnit['level']>([
  ['create:village', 'village'],
  ['create:park', 'park'],
  ['create:building', 'building'],
]);
const chosenLevel = (code: string): OrgUnit['level'] =>
  [...chosenLevels].find(([each]) => each === code)?.[1] ?? 'village';

interface Place {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly level: OrgUnit['level'];
}

/** A place as a row names it. */
export interface NamedPlace {
  readonly name: string | null;
  readonly sheet: ReadSheet;
  readonly row: number;
  readonly hint: SiteHint;
  /** 园区级别 the row gives it; kept when the place is new. */
  readonly parkGrade?: string | null;
  /** Township it is looked for under. */
  readonly townshipId: string;
}

export class PlacePlanner {
  private readonly live: readonly OrgUnit[];
  private readonly townships: ReadonlyMap<string, string>;
  private readonly byTownship = new Map<string, Place[]>();
  private readonly resolved = new Map<string, string | null>();

  constructor(
    private readonly planning: Planning,
    orgUnits: readonly OrgUnit[],
  ) {
    this.live = orgUnits.filter((orgUnit) => orgUnit.deletedAt === null);
    for (const orgUnit of this.live) planning.know(orgUnit);
    this.townships = new Map(
      this.live
        .filter(({ level }) => level === 'township')
        .flatMap(({ id, name, aliases }) => [name, ...aliases].map((each) => [exactKey(each), id] as const)),
    );
  }

  /** Township a row names in a column of its own; the file's township where it names none, or an unknown one. */
  townshipOf(name: string | null): string {
    const known = name === null ? undefined : this.townships.get(exactKey(name));
    return known ?? this.planning.context.townshipId;
  }

  levelOf(id: string): OrgUnit['level'] | null {
    return this.planning.recordOf<Pick<OrgUnit, 'level'>>(id)?.level ?? null;
  }

  /** Id of the place a row names; null when it names none, or somebody has to decide first. */
  placeOf(named: NamedPlace): string | null {
    const { name, townshipId } = named;
    // A ledger of the whole township names the township itself in this column.
    if (name === null || exactKey(name) === '' || this.townships.has(exactKey(name))) return null;
    const scope = townshipId === this.planning.context.townshipId ? '' : `|${townshipId}`;
    const key = `orgUnits|${placeKey(name)}|${exactKey(name)}${scope}`;
    const found = this.resolved.get(key);
    if (found !== undefined) return found;
    const id = this.settle(key, name, named);
    this.resolved.set(key, id);
    return id;
  }

  private placesIn(townshipId: string): Place[] {
    const found = this.byTownship.get(townshipId) ?? listBelow(this.live, townshipId);
    this.byTownship.set(townshipId, found);
    return found;
  }

  private settle(key: string, name: string, named: NamedPlace): string | null {
    const { sheet, row, hint, townshipId } = named;
    const places = this.placesIn(townshipId);
    const found = matchPlace(name, places);
    if (found.kind === 'one') return found.place.id;
    const level = placeLevelOf(name) ?? hint;
    const id = this.planning.settle({
      key,
      sheet: sheet.name,
      rows: [row],
      collection: 'orgUnits',
      label: name,
      isHidden: false,
      match: this.matchOf(name, found.kind === 'similar' ? found.candidates : [], level !== null),
      problems: [],
      takesProblems: false,
      build: (newId, code): PlannedDraft<'orgUnits'> => ({
        ...{ id: newId, orgUnitId: townshipId, parentId: townshipId },
        ...{ name, level: level ?? chosenLevel(code) },
        parkGrade: parkGrades.codes.find((grade) => grade === named.parkGrade) ?? null,
      }),
      // Choosing an existing place teaches its alias, so that the next file is not asked about it again.
      changesTo: (record) => aliasChanges(record, name),
    });
    const made = id === null ? undefined : this.planning.recordOf<Omit<Place, 'aliases'>>(id);
    if (made && !places.some((place) => place.id === made.id)) places.push({ ...made, aliases: [] });
    return id;
  }

  private matchOf(name: string, candidates: readonly Place[], isLevelKnown: boolean): Match {
    if (candidates.length === 0 && isLevelKnown) return none;
    return {
      kind: 'ask',
      question:
        candidates.length === 0
          ? problems.placeKindUnknown({ name })
          : problems.similarPlace({ name, others: candidates.map((place) => place.name) }),
      candidates: candidates.map((place) => ({ id: place.id, label: place.name })),
      proposed: null,
      creates: isLevelKnown
        ? [{ code: 'create', label: `登记为新的“${name}”` }]
        : [...chosenLevels].map(([code, level]) => ({ code, label: `登记为${levelLabels[level]}` })),
      skipLabel: '不登记座落地',
    };
  }
}

function aliasChanges(record: object, name: string): readonly FieldChange[] {
  // Only places are offered as candidates here.
  const { name: own, aliases = [] } = record as Partial<OrgUnit>;
  const isKnown = [own ?? '', ...aliases].some((each) => exactKey(each) === exactKey(name));
  return isKnown ? [] : fieldChanges(record, { aliases: [...aliases, name] }, 'merge');
}

/** All places under a township, however deep. */
function listBelow(live: readonly OrgUnit[], townshipId: string): Place[] {
  const inside = new Set([townshipId]);
  for (let size = 0; size !== inside.size; ) {
    size = inside.size;
    for (const { id, parentId } of live) if (parentId !== null && inside.has(parentId)) inside.add(id);
  }
  return live
    .filter(({ id }) => inside.has(id) && id !== townshipId)
    .map(({ id, name, aliases, level }) => ({ id, name, aliases, level }));
}
