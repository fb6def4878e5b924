/** 缺项: fields the model marks as musts, read from the schemas, with the exceptions the model names in words. */
import type { CollectionName, DocumentOf } from '@shared/domain/collections';
import { metaOf } from '@shared/domain/define';
import { schemaOfKind } from '@shared/domain/schema-path';
import { domainProblems as problems } from '@shared/problems/domain-problems';
import type { Problem } from '@shared/problems/problem';
import { z } from 'zod';

interface Must {
  readonly name: string;
  readonly label: string;
}

const knownMusts = new Map<z.ZodType, readonly Must[]>();
/** A change makes a new record, and all records are judged again after each change. */
const known = new WeakMap<object, readonly Problem[]>();

function mustsOf(schema: z.ZodType): readonly Must[] {
  const found = knownMusts.get(schema);
  if (found) return found;
  const shape = schema instanceof z.ZodObject ? schema.shape : {};
  const musts = Object.entries(shape).flatMap(([name, field]): Must[] => {
    // Every field of an entity is a labelled zod schema.
    const { label, isMust } = metaOf(field as z.ZodType);
    return isMust ? [{ name, label }] : [];
  });
  knownMusts.set(schema, musts);
  return musts;
}

/** Past caring for: nobody completes the record of a firm that is gone or a member who has left. */
function isClosed(document: object): boolean {
  const { status, stage } = document as { status?: unknown; stage?: unknown };
  return (
    stage === 'exited' ||
    ['dissolved', 'closed', 'revoked', 'deregistered', 'movedOut', 'merged'].includes(String(status))
  );
}

/** Stages before membership need a name and little else. */
const beforeMembership = new Set(['applicant', 'activist', 'candidate']);
const memberFields = new Set(['idNo', 'ethnicity', 'education', 'phone']);

function isExcused(collection: CollectionName, document: object, name: string): boolean {
  if (collection === 'units') {
    const { unitType } = document as DocumentOf<'units'>;
    // 规上 is a question about firms.
    return name === 'uscc'
      ? unitType === 'individualBusiness'
      : name === 'aboveScale' && unitType !== 'enterprise';
  }
  if (collection === 'people')
    return beforeMembership.has((document as DocumentOf<'people'>).stage) && memberFields.has(name);
  return false;
}

const isBlank = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  (typeof value === 'object' && Object.keys(value).length === 0);

/** The schema of a record is that of its collection and kind, so the record alone decides. */
export const listMissing = <C extends CollectionName>(
  collection: C,
  document: DocumentOf<C>,
): readonly Problem[] => {
  const found = known.get(document) ?? findMissing(collection, document);
  known.set(document, found);
  return found;
};

function findMissing<C extends CollectionName>(collection: C, document: DocumentOf<C>): Problem[] {
  if (isClosed(document)) return [];
  const schema = schemaOfKind(collection, 'kind' in document ? String(document.kind) : null);
  if (schema === null) return [];
  // Field names come from the schema of this document.
  const values = document as unknown as Record<string, unknown>;
  return mustsOf(schema).flatMap(({ name, label }) => {
    if (isExcused(collection, document, name)) return [];
    if (name === 'contact') return missingContact(label, values[name]);
    return isBlank(values[name]) ? [problems.missing({ label }, name)] : [];
  });
}

/** Somebody to call needs a number; a number without a name still gets through. */
function missingContact(label: string, value: unknown): Problem[] {
  const phone = typeof value === 'object' && value !== null && 'phone' in value ? value.phone : null;
  return isBlank(phone) ? [problems.missing({ label: `${label}电话` }, 'contact.phone')] : [];
}
