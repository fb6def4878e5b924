/**
 * Which documents the facts of a unit depend on, as links from one document to the ids it names, over every state the
 * document ever had: what it named once still counts on the days of then.
 */
import type { CollectionName, DocumentOf } from '@shared/domain/collections';
import type { IndexName } from '@shared/rules/relations';
import { documentStates } from './document-states';
import { indexKeysOf } from './index-keys';

/** Indexes that facts are derived through. The name tells the collection of the documents that name the key. */
export const factLinkNames = [
  'orgsByUnit',
  'orgsByHost',
  'peopleByUnit',
  'peopleByOrg',
  'instructorsByUnit',
  'roomsByUnit',
  'roomsByOrg',
  'roomsBySite',
  'activitiesByOrg',
  'activitiesByRoom',
  'recordsByUnit',
  'recordsByOrg',
  'recordsByRoom',
  'casesByOrg',
  'casesByPerson',
  'assessmentsByUnit',
  'assessmentsByOrg',
  'unitsBySite',
  /** Rules every unit depends on, under the key `everyUnit`. */
  'rules',
] as const satisfies readonly (IndexName | 'rules')[];
export type FactLinkName = (typeof factLinkNames)[number];
export const everyUnit = 'all';

export interface FactLink {
  readonly name: FactLinkName;
  readonly key: string;
}

const isFactLink = (name: string): name is FactLinkName => factLinkNames.some((known) => known === name);

/** Links of a document, each once. */
export function factLinksOf<C extends CollectionName>(collection: C, document: DocumentOf<C>): FactLink[] {
  if (isRule(collection, document)) return [{ name: 'rules', key: everyUnit }];
  const found = new Map<string, FactLink>();
  for (const state of documentStates(collection, document)) {
    if (!state.document) continue;
    for (const [name, key] of indexKeysOf(collection, state.document))
      if (isFactLink(name)) found.set(`${name} ${key}`, { name, key });
  }
  return [...found.values()];
}

const isRule = (collection: CollectionName, document: object): boolean =>
  collection === 'settings' &&
  'kind' in document &&
  (document.kind === 'ruleSet' || document.kind === 'criteriaSet');
