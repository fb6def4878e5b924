/**
 * Indexes over one state of the register: who is related to whom. Only live documents are in it; an index entry
 * says that a relation exists, its dates are judged by the reader. For a past day the register is first taken
 * back to that day (shared/figures/register-on.ts) and indexed again.
 */
import type { CollectionName, DocumentOf } from '@shared/domain/collections';

/** Key id → ids of related documents. A key without related documents is absent. */
export type Index = ReadonlyMap<string, ReadonlySet<string>>;

/** Names of the indexes; `xByY` holds ids of x under the id of y. */
export const indexNames = [
  /** Party organizations with any cover of the unit, open or closed. */
  'orgsByUnit',
  'orgsByHost',
  /** Members and candidates by work unit. */
  'peopleByUnit',
  /** Members by the organization that holds their relation. */
  'peopleByOrg',
  'peopleByIdNo',
  /** Instructors with any assignment to the unit, open or closed. */
  'instructorsByUnit',
  'roomsByUnit',
  'roomsByOrg',
  'roomsBySite',
  'activitiesByOrg',
  'activitiesByRoom',
  'recordsByUnit',
  'recordsByOrg',
  'recordsByRoom',
  'recordsByPerson',
  'casesByOrg',
  'casesByPerson',
  'assessmentsByUnit',
  'assessmentsByOrg',
  'unitsBySite',
  'unitsByUscc',
  'unitsByName',
  'branchOfficesByUnit',
] as const;
export type IndexName = (typeof indexNames)[number];

export type Documents = { readonly [C in CollectionName]: ReadonlyMap<string, DocumentOf<C>> };

/** Kept up to date in place by `updateRelations`; the object keeps its identity. */
export interface Relations {
  readonly documents: Documents;
  readonly indexes: Readonly<Record<IndexName, Index>>;
}

const none: ReadonlySet<string> = new Set();

/** Ids related to `key`, empty when there are none. */
export const related = (relations: Relations, name: IndexName, key: string): ReadonlySet<string> =>
  relations.indexes[name].get(key) ?? none;

const noDocuments: readonly never[] = [];

/** The related documents themselves; ids whose document is gone are skipped. */
export function relatedDocuments<C extends CollectionName>(
  relations: Relations,
  collection: C,
  name: IndexName,
  key: string,
): readonly DocumentOf<C>[] {
  const ids = relations.indexes[name].get(key);
  if (!ids) return noDocuments;
  const documents: ReadonlyMap<string, DocumentOf<C>> = relations.documents[collection];
  // A plain list: this is asked a dozen times per unit, where a generator costs three times as much.
  const found: DocumentOf<C>[] = [];
  for (const id of ids) {
    const document = documents.get(id);
    if (document) found.push(document);
  }
  return found;
}
