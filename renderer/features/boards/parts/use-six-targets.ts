import { useOffice, useTable } from '@renderer/data/react';
import { metricOf } from '@shared/figures/target-metrics';
import { useMemo } from 'react';
import { useBoard } from '../page/board-context';

/** Code of an item of 六有 → percent of the assessed units that should meet it this year, where the place looked at set one. */
export function useSixTargets(): ReadonlyMap<string, number> {
  const { place, asOf, items } = useBoard();
  const office = useOffice();
  const assessments = useTable('assessments');
  const placeId = place.id ?? office?.homeOrgUnitId;
  return useMemo(() => {
    const year = Number(asOf.slice(0, 4));
    return new Map(
      assessments.flatMap((one) => {
        if (one.kind !== 'annualTarget' || one.year !== year || one.targetOrgUnitId !== placeId) return [];
        const item = metricOf(one, items)?.item ?? null;
        return item === null ? [] : [[item, one.target] as const];
      }),
    );
  }, [assessments, asOf, items, placeId]);
}
