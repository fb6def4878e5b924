import { LoadingScreen } from '@renderer/components/loading-screen';
import { useState } from 'react';
import { ColumnTable } from '../parts/column-table';
import { SheetCard } from '../parts/sheet-card';
import { TargetQuestion } from '../parts/target-question';
import { useWizard } from '../session/use-wizard';
import { sheetsOf } from '../session/wizard-state';
import classes from './sheets-step.module.css';

/** Step 2: whose ledger it is, which sheets to take and as what, and what each column says. */
export function SheetsStep() {
  const { state } = useWizard();
  const sheets = sheetsOf(state);
  const [chosenName, setChosenName] = useState<string | null>(null);
  const chosen =
    sheets.find(({ name }) => name === chosenName) ??
    sheets.find(({ kind }) => kind !== 'unknown') ??
    sheets[0];
  if (state.reading.status !== 'ready' || !chosen)
    return <LoadingScreen doing="正在识别工作表、表头和各列内容…" />;
  return (
    <div className={classes['step']}>
      <div className={classes['side']}>
        <TargetQuestion />
        <ul className={classes['sheets']} aria-label="工作表">
          {sheets.map((sheet) => (
            <li key={sheet.name}>
              <SheetCard
                sheet={sheet}
                isChosen={sheet === chosen}
                onChoose={() => setChosenName(sheet.name)}
              />
            </li>
          ))}
        </ul>
      </div>
      <ColumnTable key={chosen.name} sheet={chosen} />
    </div>
  );
}
