/** What a schema refused, in a clerk's words. */
import { valueAt } from '@shared/domain/changes';
import { type CollectionName, collectionLabels } from '@shared/domain/collections';
import { schemaAt } from '@shared/domain/schema-path';
import { dataProblems } from '@shared/problems/data-problems';
import type { Problem } from '@shared/problems/problem';
import type { ZodError, z } from 'zod';

export function fieldProblems(collection: CollectionName, document: object, error: ZodError): Problem[] {
  const kind = 'kind' in document && typeof document.kind === 'string' ? document.kind : null;
  return error.issues.map((issue) => {
    const path = issue.path.join('.');
    const label = schemaAt(collection, kind, path)
      .fields.map((field) => field.label)
      .join('·');
    const name = label || collectionLabels[collection];
    return refusal(issue, name, valueAt(document, path), path === '' ? null : path);
  });
}

function refusal(issue: z.core.$ZodIssue, label: string, value: unknown, field: string | null): Problem {
  switch (issue.code) {
    case 'invalid_type':
      if (value === undefined || value === null) return dataProblems.fieldMissing({ label }, field);
      return issue.expected === 'int'
        ? dataProblems.fieldNotWhole({ label }, field)
        : dataProblems.fieldWrongType({ label }, field);
    case 'too_small':
      return issue.origin === 'string'
        ? dataProblems.fieldEmpty({ label }, field)
        : dataProblems.fieldTooSmall({ label, limit: String(issue.minimum) }, field);
    case 'too_big':
      return issue.origin === 'string'
        ? dataProblems.fieldTooLong({ label, limit: String(issue.maximum) }, field)
        : dataProblems.fieldTooLarge({ label, limit: String(issue.maximum) }, field);
    case 'invalid_format':
      return dataProblems.fieldFormat({ label }, field);
    case 'invalid_value':
    case 'invalid_union':
      return dataProblems.fieldNotOffered({ label }, field);
    case 'unrecognized_keys':
      return dataProblems.fieldUnknown({ label, names: issue.keys }, field);
    case 'not_multiple_of':
    case 'invalid_key':
    case 'invalid_element':
    case 'custom':
      return dataProblems.invalidField({ label }, field);
  }
}
