/** What the command box offers for a query: records by name, pinyin or initials, pages, actions. */

import type { IconName } from '@renderer/components/icons';
import type { RegisterStore } from '@renderer/data/register-store';
import { searchKey } from '@renderer/features/ledger/search/pinyin-text';
import type { SearchIndex } from '@renderer/features/ledger/search/search-index';
import { type OpenPlace, openPlaces } from './places';

/** Tables the box looks into, with the word a hit is introduced by. */
export const searchedTables = [
  { table: 'units', word: '两新组织', icon: 'unit' },
  { table: 'partyOrgs', word: '党组织', icon: 'flag' },
  { table: 'people', word: '人员', icon: 'person' },
  { table: 'instructors', word: '指导员联络员', icon: 'liaison' },
  { table: 'partyRooms', word: '活动阵地', icon: 'room' },
] as const satisfies readonly { table: string; word: string; icon: IconName }[];
export type SearchedTable = (typeof searchedTables)[number]['table'];

export interface FoundRecord {
  readonly id: string;
  readonly table: SearchedTable;
  readonly name: string;
  readonly word: string;
  readonly icon: IconName;
}

/** Hits shown per table: enough to choose from, few enough to read. */
const hitsPerTable = 5;

/** Names that begin with the query come first; deleted records are not offered. */
export function findRecords(
  register: Pick<RegisterStore, 'table'>,
  indexOf: (table: SearchedTable) => Pick<SearchIndex, 'textOf'>,
  query: string,
): FoundRecord[] {
  const key = searchKey(query);
  if (key === '') return [];
  return searchedTables.flatMap(({ table, word, icon }) => {
    const index = indexOf(table);
    const hits: FoundRecord[] = [];
    const documents: readonly { readonly id: string; readonly name: string }[] = register.table(table).all();
    for (const { id, name } of documents) {
      if (index.textOf(id)?.includes(key) !== true) continue;
      hits.push({ id, table, name, word, icon });
      if (hits.length >= 50) break;
    }
    const isFirst = (hit: FoundRecord) => (searchKey(hit.name).startsWith(key) ? 0 : 1);
    return hits.sort((a, b) => isFirst(a) - isFirst(b)).slice(0, hitsPerTable);
  });
}

/** Pages whose name or keywords contain the query; all of them for an empty one. */
export function findPlaces(query: string): OpenPlace[] {
  const key = searchKey(query);
  return openPlaces.filter((place) => searchKey(place.label + place.keywords).includes(key));
}
