/** What a report is built from, derived from documents the way the program does it. */
import type { Register } from '@shared/domain/collections';
import type { ReportInput } from '@shared/export/report-input';
import { buildRelations } from '@shared/figures/build-relations';
import { deriveAllFacts } from '@shared/figures/derive-unit-facts';
import { rulesOn } from '@shared/rules/rule-set-on';
import { buildDocument } from '../../support/build-documents';

export const town = 'town';

const office = buildDocument('settings', {
  id: 'office',
  kind: 'office',
  name: '中共清溪镇委员会',
  homeOrgUnitId: town,
  filler: '郭志',
  reviewer: '马栋',
  phone: '0551-60000000',
  isDemo: false,
});

export function inputOf(register: Partial<Register>, more: Partial<ReportInput> = {}): ReportInput {
  const asOf = more.asOf ?? '2026-06-30';
  const relations = buildRelations(register);
  const rules = { ...rulesOn(relations, asOf), ...more };
  return {
    relations,
    facts: deriveAllFacts({ relations, ...rules, asOf }),
    office: office.kind === 'office' ? office : null,
    scopeOrgUnitId: town,
    year: Number(asOf.slice(0, 4)),
    signs: '是否',
    isMasked: false,
    ...rules,
    asOf,
  };
}
