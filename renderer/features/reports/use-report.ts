import { useFacts } from '@renderer/data/figures/react';
import { useOffice } from '@renderer/data/react';
import { buildReport } from '@shared/export/report-definitions';
import type { ReportCode, ReportTable } from '@shared/export/report-model';
import { useDeferredValue, useMemo } from 'react';
import type { ReportStyle } from './report-options';

interface ReportWish {
  readonly code: ReportCode;
  readonly scopeOrgUnitId: string;
  readonly style: ReportStyle;
}

/** The chosen table on the chosen day, built again with every change of the register. */
export function useReport({ code, scopeOrgUnitId, style }: ReportWish): ReportTable {
  // A large ledger takes a moment; typing and clicking go first.
  const { relations, facts, ruleSet, criteriaSet, asOf } = useDeferredValue(useFacts());
  const office = useOffice();
  return useMemo(
    () =>
      buildReport(code, {
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
    [code, relations, facts, office, scopeOrgUnitId, asOf, ruleSet, criteriaSet, style],
  );
}
