/** Small records and the codes validation finds on them. */
import type { CollectionName, Register } from '@shared/domain/collections';
import { buildRelations } from '@shared/figures/build-relations';
import { validateDocument } from '@shared/rules/validate-document';
import { buildDocument, type Draft } from '../../support/build-documents';

export const asOf = '2025-12-31';
export const own = ({ code }: { code: string }) => code.replace(/^(domain|identifier)\./, '');

/** Codes found on a document among others, each with its field. */
export function found<C extends CollectionName>(
  collection: C,
  draft: Draft<C>,
  others: Partial<Register> = {},
): Record<string, string | null> {
  const document = buildDocument(collection, draft);
  const rest = others[collection] ?? [];
  const relations = buildRelations({ ...others, [collection]: [...rest, document] });
  const problems = validateDocument(collection, document, relations, asOf);
  return Object.fromEntries(
    problems.filter((one) => own(one) !== 'missing').map((one) => [own(one), one.field]),
  );
}
export const firm = (more: Partial<Draft<'units'>> = {}): Draft<'units'> => ({
  id: 'u',
  unitType: 'enterprise',
  name: '恒兴公司',
  townshipId: 't',
  ownership: 'private',
  status: 'operating',
  notBuiltReason: 'other',
  ...more,
});
export const branch = (
  unitIds: readonly string[],
  more: Partial<Draft<'partyOrgs'>> = {},
): Draft<'partyOrgs'> => ({
  id: 'o',
  name: '中共恒兴支部',
  tier: unitIds.length > 1 ? 'jointBranch' : 'branch',
  formation: unitIds.length > 1 ? 'joint' : 'solo',
  superiorName: '中共镇委',
  covers: Object.fromEntries(unitIds.map((unitId) => [unitId, { unitId }])),
  posts: { p: { name: '书记', post: 'secretary' } },
  status: 'active',
  ...more,
});
export const member = (id: string, more: Partial<Draft<'people'>> = {}) =>
  buildDocument('people', { id, name: id, stage: 'full', relationOrgId: 'o', workUnitId: 'u', ...more });
export const members = (count: number) => Array.from({ length: count }, (_, i) => member(`m${i}`));
