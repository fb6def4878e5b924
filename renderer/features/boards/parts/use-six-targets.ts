import { useOffice, useTable } from '@renderer/data/react';
import { measuredTargets } from '@shared/figures/targets';
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
      measuredTargets(assessments, year, items).flatMap(({ target, metric }) =>
        metric.item !== null && target.targetOrgUnitId === placeId
          ? [[metric.item, target.target] as const]
          : [],
      ),
    );
  }, [assessments, asOf, items, placeId]);
}
