/** Empty ledgers with the official heading: filled in by villages or firms, then imported like any other file. */

import type { FactsView } from '@renderer/data/figures/facts-view';
import { buildReport } from '@shared/export/report-definitions';
import type { ReportCode, ReportTable } from '@shared/export/report-model';
import { buildRelations } from '@shared/figures/build-relations';

export const blankSheets: readonly { readonly code: ReportCode; readonly name: string }[] = [
  { code: 'F1', name: '非公企业台账' },
  { code: 'F10', name: '社会组织台账' },
  { code: 'F4', name: '指导员联络员台账' },
  { code: 'F5', name: '活动阵地台账' },
];

const blankRows = 30;

export function buildBlankSheet(
  code: ReportCode,
  { asOf, ruleSet, criteriaSet }: Pick<FactsView, 'asOf' | 'ruleSet' | 'criteriaSet'>,
): ReportTable {
  const table = buildReport(code, {
    relations: buildRelations({}),
    facts: new Map(),
    office: null,
    scopeOrgUnitId: '',
    asOf,
    year: Number(asOf.slice(0, 4)),
    ruleSet,
    criteriaSet,
    signs: '是否',
    isMasked: false,
  });
  const row = table.columns.map(() => null);
  return {
    ...table,
    rows: Array.from({ length: blankRows }, () => row),
    rowIds: [],
    merges: [],
    total: null,
    memo: [],
    behind: new Map(),
  };
}
