/** Villages, parks and buildings the rows name: found in the register, proposed as new, or asked. */
import { type OrgUnit, orgUnitLevels } from '@shared/domain/org-unit';
import { matchingProblems as problems } from '@shared/problems/matching-problems';
import { fieldChanges } from './field-changes';
import { matchPlace, placeKey, placeLevelOf } from './match-place';
import type { ReadSheet } from './model';
import { exactKey } from './normalize-name';
import type { FieldChange, PlannedDraft } from './plan-model';
import { type Match, none, type Planning } from './planning';

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

export class PlacePlanner {
  private readonly places: Place[];
  private readonly townshipName: string | null;
  private readonly resolved = new Map<string, string | null>();

  constructor(
    private readonly planning: Planning,
    orgUnits: readonly OrgUnit[],
  ) {
    const township = orgUnits.find(({ id }) => id === planning.context.townshipId);
    this.townshipName = township?.name ?? null;
    const inTownship = listBelow(orgUnits, planning.context.townshipId);
    for (const orgUnit of inTownship) planning.know(orgUnit);
    this.places = inTownship.map(({ id, name, aliases, level }) => ({ id, name, aliases, level }));
  }

  levelOf(id: string): OrgUnit['level'] | null {
    return this.places.find((place) => place.id === id)?.level ?? null;
  }

  /** Id of the place a row names; null when it names none, or somebody has to decide first. */
  placeOf(name: string | null, sheet: ReadSheet, row: number, hint: SiteHint = null): string | null {
    // A ledger of the whole township names the township itself in this column.
    if (name === null || exactKey(name) === '' || name === this.townshipName) return null;
    const key = `orgUnits|${placeKey(name)}|${exactKey(name)}`;
    const found = this.resolved.get(key);
    if (found !== undefined) return found;
    const id = this.settle(key, name, sheet, row, hint);
    this.resolved.set(key, id);
    return id;
  }

  private settle(key: string, name: string, sheet: ReadSheet, row: number, hint: SiteHint): string | null {
    const found = matchPlace(name, this.places);
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
      build: (newId, code) => this.draftOf(newId, name, level ?? chosenLevel(code)),
      // Choosing an existing place teaches its alias, so that the next file is not asked about it again.
      changesTo: (record) => aliasChanges(record, name),
      takesProblems: false,
    });
    const made = id === null ? undefined : this.planning.recordOf<Omit<Place, 'aliases'>>(id);
    if (made && !this.places.some((place) => place.id === made.id))
      this.places.push({ ...made, aliases: [] });
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

  private draftOf(id: string, name: string, level: OrgUnit['level']): PlannedDraft<'orgUnits'> {
    const { officeId, townshipId } = this.planning.context;
    return { id, orgUnitId: officeId, name, level, parentId: townshipId };
  }
}

function aliasChanges(record: object, name: string): readonly FieldChange[] {
  // Only places are offered as candidates here.
  const { name: own, aliases = [] } = record as Partial<OrgUnit>;
  const isKnown = [own ?? '', ...aliases].some((each) => exactKey(each) === exactKey(name));
  return isKnown ? [] : fieldChanges(record, { aliases: [...aliases, name] }, 'merge');
}

/** All places under a township, however deep. */
function listBelow(orgUnits: readonly OrgUnit[], townshipId: string): OrgUnit[] {
  const live = orgUnits.filter((orgUnit) => orgUnit.deletedAt === null);
  const inside = new Set([townshipId]);
  for (let size = 0; size !== inside.size; ) {
    size = inside.size;
    for (const { id, parentId } of live) if (parentId !== null && inside.has(parentId)) inside.add(id);
  }
  return live.filter(({ id }) => inside.has(id) && id !== townshipId);
}
