import { type CollectionName, collectionNames } from '@shared/domain/collections';

/** One change of shape: takes a document of the version before, gives one of the next. Pure. */
export type SchemaStep = (document: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;
export type SchemaSteps = Readonly<Partial<Record<CollectionName, readonly SchemaStep[]>>>;

/**
 * How documents of older programs become documents of this one, oldest step first. A change of shape adds a step here;
 * tests/unit/data/rx-schema.test.ts compares the shapes with the recorded ones and says so. Backups go through these
 * steps when they are read; the database needs RxDB's migration plugin with the same steps when the first one comes.
 */
export const schemaSteps: SchemaSteps = {};

/** Version of each collection's database schema: as many as there were changes of its shape. */
export const schemaVersions: Readonly<Record<CollectionName, number>> = Object.fromEntries(
  collectionNames.map((name) => [name, schemaSteps[name]?.length ?? 0]),
  // fromEntries forgets the key type of the list.
) as Record<CollectionName, number>;

/** What is no document stays as it is: the check that follows names it. */
export const broughtUp = (document: unknown, steps: readonly SchemaStep[]): unknown =>
  typeof document !== 'object' || document === null
    ? document
    : // Whatever its fields are, an object has them under names.
      steps.reduce((now, step) => step(now), document as Readonly<Record<string, unknown>>);
