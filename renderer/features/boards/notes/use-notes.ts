import { useFacts } from '@renderer/data/figures/react';
import { useOffice, useTable } from '@renderer/data/react';
import type { BoardNote } from '@shared/domain/setting';
import type { FigureId } from '@shared/figures/figure';
import { useMemo } from 'react';
import { useBoard } from '../page/board-context';

/** Figures a note can be about: those with a tile of their own. */
export const notedFigures = [
  { id: 'C1', label: '组织覆盖率' },
  { id: 'C3', label: '工作覆盖率' },
  { id: 'C6', label: '应建未建' },
  { id: 'C4', label: '空白点' },
  { id: 'C20', label: '六有达标率' },
] as const satisfies readonly { id: FigureId; label: string }[];

/** Where a new note belongs to; null = this office has no place yet. */
export function useNotePlace(): string | null {
  const { place } = useBoard();
  const office = useOffice();
  return place.id ?? office?.homeOrgUnitId ?? null;
}

/** Notes of the place that is looked at and of those above it, up to the as-of date, oldest first. */
export function useNotes(): readonly BoardNote[] {
  const settings = useTable('settings');
  const { orgUnits } = useFacts().relations.documents;
  const { asOf } = useBoard();
  const here = useNotePlace();
  return useMemo(() => {
    const places = new Set<string>();
    for (let id = here; id !== null && !places.has(id); id = orgUnits.get(id)?.parentId ?? null)
      places.add(id);
    return settings
      .filter((one): one is BoardNote => one.kind === 'boardNote' && one.on <= asOf)
      .filter(({ orgUnitId }) => places.has(orgUnitId))
      .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.id < b.id ? -1 : 1));
  }, [settings, orgUnits, here, asOf]);
}
