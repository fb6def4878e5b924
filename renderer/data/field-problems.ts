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
    return dataProblems.invalidField(
      { label: label || collectionLabels[collection], reason: reasonOf(issue, valueAt(document, path)) },
      path === '' ? null : path,
    );
  });
}

function reasonOf(issue: z.core.$ZodIssue, value: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      if (value === undefined || value === null) return '必须填写';
      return issue.expected === 'int' ? '必须是整数' : '的内容类型不对';
    case 'too_small':
      return issue.origin === 'string' ? '不能为空' : `不能小于${issue.minimum}`;
    case 'too_big':
      return issue.origin === 'string' ? `不能超过${issue.maximum}个字` : `不能大于${issue.maximum}`;
    case 'invalid_format':
      return '的格式不对';
    case 'invalid_value':
    case 'invalid_union':
      return '不是可选的内容';
    case 'unrecognized_keys':
      return `中没有“${issue.keys.join('、')}”这一项`;
    case 'not_multiple_of':
    case 'invalid_key':
    case 'invalid_element':
    case 'custom':
      return '的内容不符合要求';
  }
}
