import { EmptyState } from '@renderer/components/empty-state';
import { LoadingScreen } from '@renderer/components/loading-screen';
import { useCallback, useState } from 'react';
import { PreviewPane } from '../parts/preview-pane';
import { ProblemCard } from '../parts/problem-card';
import { ProblemList } from '../parts/problem-list';
import { useProblemKeys } from '../session/use-problem-keys';
import { nameColumn, useProblems } from '../session/use-problems';
import { useWizard } from '../session/use-wizard';
import type { CellPlace } from '../sheet-grid/cell-states';
import classes from './problems-step.module.css';

interface Shown {
  readonly sheet: string;
  readonly place: CellPlace | null;
}

/** Step 3: problems by kind on the left; the one at hand, and the sheet it stands in, on the right. */
export function ProblemsStep() {
  const { state } = useWizard();
  const problems = useProblems();
  const { select, sheets } = problems;
  const [looked, setLooked] = useState<Shown | null>(null);
  const choose = useCallback(
    (key: string | null) => {
      setLooked(null);
      select(key);
    },
    [select],
  );
  useProblemKeys(problems.next, problems.previous, choose);
  const look = (sheet: string, place: CellPlace | null) => {
    setLooked({ sheet, place });
    const there = place && problems.at(sheet, place);
    if (there) select(there.key);
  };
  if (state.reading.status !== 'ready') return <LoadingScreen doing="正在读取各行内容…" />;
  if (sheets.length === 0)
    return <EmptyState icon="table" title="没有要导入的工作表" hint="请回到上一步，选择要导入的工作表。" />;
  const shown = looked ?? placeOf(problems) ?? { sheet: sheets[0]?.name ?? '', place: null };
  return (
    <div className={classes['step']}>
      <ProblemList problems={problems} onSelect={choose} />
      <div className={classes['main']}>
        <ProblemCard problems={problems} onSelect={choose} />
        <PreviewPane sheetName={shown.sheet} place={shown.place} problems={problems.all} onLook={look} />
      </div>
    </div>
  );
}

/** A problem of a whole row is shown at the row's name. */
function placeOf({ current, sheets }: ReturnType<typeof useProblems>): Shown | null {
  if (!current) return null;
  const { row, columnIndex } = current.problem;
  if (row === null) return { sheet: current.sheet, place: null };
  const sheet = sheets.find(({ name }) => name === current.sheet);
  return {
    sheet: current.sheet,
    place: { row, column: columnIndex ?? (sheet ? nameColumn(sheet) : 0) },
  };
}
