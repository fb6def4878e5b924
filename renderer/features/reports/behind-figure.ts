/** The units behind a figure of a table, as a list beside the page. */
import type { ListRow, OpenedList } from '@renderer/components/list-drawer';
import type { FactsView } from '@renderer/data/figures/facts-view';
import { describeCoverage } from '@shared/figures/describe-coverage';

export interface Figure {
  readonly title: string;
  readonly unitIds: readonly string[];
}

export function listOf({ title, unitIds }: Figure, { facts, relations, asOf }: FactsView): OpenedList {
  const rows = unitIds.flatMap((id): ListRow[] => {
    const unit = facts.get(id);
    // Deleted while the list is open.
    if (!unit) return [];
    const place = relations.documents.orgUnits.get(unit.villageIds[0] ?? unit.townshipId)?.name ?? '';
    const link = { to: '/ledger/units/$unitId', params: { unitId: id } } as const;
    return [{ id, name: unit.name, place, detail: describeCoverage(unit), link }];
  });
  return { title, measure: '户', asOf, rows };
}
