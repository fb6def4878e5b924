/** A record before it is saved: every field not filled in, and what an office would nearly always fill in. */

import type { NewDocument } from '@renderer/data/register-store';
import { withValueAt } from '@shared/domain/changes';
import { type CollectionName, collectionSchemas, type DraftOf } from '@shared/domain/collections';
import { documentFields } from '@shared/domain/document';
import { z } from 'zod';
import type { LedgerTable } from '../tables/table-model';

/** Usual values of required fields; a clerk changes them where they do not fit. */
const usual: { readonly [T in LedgerTable]: Partial<DraftOf<T>> } = {
  units: { unitType: 'enterprise', status: 'operating' },
  partyOrgs: { status: 'active' },
  instructors: { role: 'instructor' },
  partyRooms: { status: 'inUse' },
  people: { stage: 'full' },
  orgUnits: { level: 'village' },
};

/**
 * Values of a form for a record that does not exist yet. Required fields nobody can guess are empty, so the result
 * satisfies the schema only once they are filled in.
 * @param townshipId township of the office; null for a county office, which must choose
 */
export function blankRecord(table: LedgerTable, townshipId: string | null): Record<string, unknown> {
  // zod types shapes by its core interface; every schema of the model is a classic one.
  const shape = collectionSchemas[table].shape as Readonly<Record<string, z.ZodType>>;
  const blank = Object.fromEntries(
    Object.entries(shape)
      .filter(([name]) => !(name in documentFields))
      .map(([name, schema]) => {
        const filled = schema.safeParse(undefined);
        return [name, filled.success ? filled.data : schema instanceof z.ZodString ? '' : null];
      }),
  );
  return { ...blank, ...usual[table], ...(table === 'units' && townshipId !== null ? { townshipId } : {}) };
}

/** @param values dotted path → value, for example of pasted cells */
export function draftOf<T extends LedgerTable>(
  table: T,
  townshipId: string | null,
  values: Readonly<Record<string, unknown>>,
): NewDocument<T> {
  const filled = Object.entries(values).reduce<object>(
    (draft, [path, value]) => withValueAt(draft, path, value),
    blankRecord(table, townshipId),
  );
  // The register validates every draft against the schema before it is saved.
  return filled as NewDocument<T>;
}

/** Fields of a form that are not bookkeeping, as the schema wants them for validation. */
export const formSchema = (table: CollectionName): z.ZodType => {
  const shape = collectionSchemas[table as LedgerTable].shape as Readonly<Record<string, z.ZodType>>;
  const own = Object.entries(shape).filter(([name]) => !(name in documentFields));
  return z.object(Object.fromEntries(own));
};
