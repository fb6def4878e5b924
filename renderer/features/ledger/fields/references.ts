/** Fields that point to another document, by the last part of their path, and how to find that document. */
import type { CellOption, Lookup } from '@renderer/components/data-grid/grid-types';
import type { LiveTable } from '@renderer/data/register-store';
import type { OrgUnit } from '@shared/domain/org-unit';
import { orgUnitLevels } from '@shared/domain/org-unit';
import { industryLabelOf } from '@shared/identifiers/industry';
import { industryDivisions, industrySectionNames } from '@shared/identifiers/industry-table';

export type ReferenceName =
  | 'units'
  | 'partyOrgs'
  | 'people'
  | 'rooms'
  | 'townships'
  | 'sites'
  | 'places'
  | 'industries';

export const referenceNames: Readonly<Record<string, ReferenceName>> = {
  unitId: 'units',
  hostUnitId: 'units',
  headUnitId: 'units',
  workUnitId: 'units',
  superiorId: 'partyOrgs',
  hostPartyOrgId: 'partyOrgs',
  relationOrgId: 'partyOrgs',
  partyOrgId: 'partyOrgs',
  personId: 'people',
  stationId: 'rooms',
  townshipId: 'townships',
  siteIds: 'sites',
  siteId: 'sites',
  parentId: 'places',
  industryCode: 'industries',
};

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Text a document is found by, lower case: name, code, pinyin. */
export type KeywordsOf = (id: string) => string | undefined;

/**
 * Finds documents by any part of their name or pinyin, names that begin with the text first.
 * @param noteOf second line that tells namesakes apart
 */
export function lookupIn<D extends Named>(
  table: Pick<LiveTable<D>, 'all' | 'getIncludingDeleted'>,
  keywordsOf: KeywordsOf,
  noteOf: (document: D) => string | undefined = () => undefined,
  isOffered: (document: D) => boolean = () => true,
): Lookup {
  return {
    labelOf: (id) => table.getIncludingDeleted(id)?.name ?? null,
    search: (text, limit) => {
      const wanted = text.trim().toLowerCase();
      const starting: CellOption[] = [];
      const containing: CellOption[] = [];
      for (const document of table.all()) {
        if (!isOffered(document)) continue;
        const isStart = document.name.toLowerCase().startsWith(wanted);
        if (!isStart && !(keywordsOf(document.id) ?? document.name.toLowerCase()).includes(wanted)) continue;
        const note = noteOf(document);
        const option = { value: document.id, label: document.name, ...(note === undefined ? {} : { note }) };
        (isStart ? starting : containing).push(option);
        if (starting.length >= limit) break;
      }
      return [...starting, ...containing].slice(0, limit);
    },
  };
}

const levelNote = (place: OrgUnit) => orgUnitLevels.labels[place.level];

export function placeLookup(
  table: Pick<LiveTable<OrgUnit>, 'all' | 'getIncludingDeleted'>,
  keywordsOf: KeywordsOf,
  isOffered: (place: OrgUnit) => boolean,
): Lookup {
  return lookupIn(table, keywordsOf, levelNote, isOffered);
}

const industries: readonly CellOption[] = [
  ...Object.entries(industrySectionNames).map(([value, label]) => ({ value, label, note: '门类' })),
  ...industryDivisions.map(({ section, code, name }) => ({
    value: section + code,
    label: name,
    note: `${section}${code}`,
  })),
];

/** Sections and divisions of GB/T 4754; finer codes are typed. */
export const industryLookup: Lookup = {
  labelOf: (code) => industryLabelOf(code) ?? code,
  search: (text, limit) => {
    const wanted = text.trim().toUpperCase();
    return industries
      .filter(({ value, label }) => label.includes(text.trim()) || value.startsWith(wanted))
      .slice(0, limit);
  },
};
