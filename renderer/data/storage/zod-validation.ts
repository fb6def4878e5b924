/**
 * The database checks every write with zod, made from the same JSON schema the database knows. (RxDB's usual
 * validator compiles code at run time, which the page's content security policy forbids.)
 */
import { wrappedValidateStorageFactory } from 'rxdb';
import { z } from 'zod';

// Before the first parse: zod, too, would otherwise compile.
z.config({ jitless: true });

export const withZodValidation = wrappedValidateStorageFactory((schema) => {
  // RxDB's schema type is a JSON schema with primaryKey, indexes and version added.
  const validator = z.fromJSONSchema(schema as unknown as Parameters<typeof z.fromJSONSchema>[0]);
  return (document) => {
    const result = validator.safeParse(document);
    return result.success
      ? []
      : result.error.issues.map(({ message, path }) => ({ message, field: path.join('.') }));
  };
}, 'zod');
