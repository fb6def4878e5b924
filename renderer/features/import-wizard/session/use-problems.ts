/** The problems of the file as the list shows them, and the one at hand. */
import type { SheetOverview } from '@renderer/workers/import-desk/client';
import { useCallback, useMemo, useState } from 'react';
import type { CellPlace } from '../sheet-grid/cell-states';
import { groupProblems, listProblems, type ProblemGroup, type SheetProblem } from './problem-groups';
import { useWizard } from './use-wizard';
import { takenSheets } from './wizard-state';

export interface ProblemFilter {
  readonly isOpenOnly: boolean;
  /** null = all sheets. */
  readonly sheet: string | null;
}

export function useProblems() {
  const { state } = useWizard();
  const { input } = state.session;
  const { reading } = state;
  const [filter, setFilter] = useState<ProblemFilter>({ isOpenOnly: true, sheet: null });
  const [key, select] = useState<string | null>(null);
  // `reading` is what sheets are taken from; the state object itself is new with every progress.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  const sheets = useMemo(() => takenSheets(state), [reading]);
  const all = useMemo(() => listProblems(sheets, input), [sheets, input]);
  const groups = useMemo(() => filtered(all, filter), [all, filter]);
  const order = useMemo(() => groups.flatMap(({ problems }) => problems), [groups]);
  const place = order.findIndex((entry) => entry.key === key);
  const current = order[place] ?? all.find((entry) => entry.key === key) ?? order[0] ?? null;
  const at = useCallback(
    (sheet: string, { row, column }: CellPlace) =>
      all.find(
        (entry) =>
          entry.sheet === sheet &&
          entry.problem.row === row &&
          (entry.problem.columnIndex ?? column) === column,
      ) ?? null,
    [all],
  );
  const here = current ? order.findIndex((entry) => entry.key === current.key) : -1;
  return {
    sheets,
    all,
    groups,
    filter,
    setFilter,
    current,
    select,
    at,
    /** What the row is about, as the sheet names it; '' = not known. */
    rowName: useRowName(sheets),
    next: order[(here + 1) % Math.max(1, order.length)]?.key ?? null,
    previous: order[(here - 1 + order.length) % Math.max(1, order.length)]?.key ?? null,
  };
}
function useRowName(sheets: readonly SheetOverview[]) {
  const { texts } = useWizard().state;
  return useCallback(
    (sheet: string, row: number | null) => {
      const own = sheets.find(({ name }) => name === sheet);
      return own && row !== null ? (texts[sheet]?.[row - 1]?.[nameColumn(own)] ?? '') : '';
    },
    [sheets, texts],
  );
}

/** Column by which a row is known: the firm's or person's name. */
export const nameColumn = (sheet: SheetOverview): number =>
  sheet.columns.find(({ field }) => field?.endsWith('.name') === true)?.index ?? 0;

export type Problems = ReturnType<typeof useProblems>;

function filtered(all: readonly SheetProblem[], { isOpenOnly, sheet }: ProblemFilter): ProblemGroup[] {
  return groupProblems(
    all.filter((entry) => (entry.isOpen || !isOpenOnly) && (sheet === null || entry.sheet === sheet)),
  );
}
