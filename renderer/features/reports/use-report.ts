import { useFacts } from '@renderer/data/figures/react';
import { useOffice } from '@renderer/data/react';
import { buildReport } from '@shared/export/report-definitions';
import type { ReportInput } from '@shared/export/report-input';
import type { ReportCode, ReportTable } from '@shared/export/report-model';
import { useDeferredValue, useMemo } from 'react';
import type { ReportStyle } from './report-options';

/** What all tables of one area are built from, new with every change of the register. */
export function useReportInput(scopeOrgUnitId: string, style: ReportStyle): ReportInput {
  // A large ledger takes a moment; typing and clicking go first.
  const { relations, facts, ruleSet, criteriaSet, asOf } = useDeferredValue(useFacts());
  const office = useOffice();
  return useMemo(
    () => ({
      relations,
      facts,
      office,
      scopeOrgUnitId,
      asOf,
      year: Number(asOf.slice(0, 4)),
      ruleSet,
      criteriaSet,
      signs: style.signs,
      isMasked: style.isMasked,
    }),
    [relations, facts, office, scopeOrgUnitId, asOf, ruleSet, criteriaSet, style],
  );
}

export const useReport = (code: ReportCode, input: ReportInput): ReportTable =>
  useMemo(() => buildReport(code, input), [code, input]);
