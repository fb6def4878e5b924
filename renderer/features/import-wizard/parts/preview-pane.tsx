import { LoadingScreen } from '@renderer/components/loading-screen';
import type { SheetOverview } from '@renderer/workers/import-desk/client';
import { useEffect, useMemo } from 'react';
import type { SheetProblem } from '../session/problem-groups';
import { useWizard } from '../session/use-wizard';
import { takenSheets } from '../session/wizard-state';
import { type CellPlace, sheetStates } from '../sheet-grid/cell-states';
import { SheetGrid } from '../sheet-grid/sheet-grid';
import classes from './preview-pane.module.css';

interface PreviewPaneProps {
  readonly sheetName: string;
  readonly place: CellPlace | null;
  readonly problems: readonly SheetProblem[];
  readonly onLook: (sheet: string, place: CellPlace | null) => void;
}

/** The sheet at hand with its tabs, as in the clerk's own program. */
export function PreviewPane({ sheetName, place, problems, onLook }: PreviewPaneProps) {
  const { wizard, state } = useWizard();
  const sheets = takenSheets(state);
  const sheet = sheets.find(({ name }) => name === sheetName) ?? sheets[0];
  const texts = sheet && state.texts[sheet.name];
  const { input } = state.session;
  useEffect(() => {
    if (sheet) wizard.loadTexts(sheet.name);
  }, [wizard, sheet]);
  const states = useMemo(() => sheet && sheetStates(sheet, problems, input), [sheet, problems, input]);
  if (!sheet || !states) return null;
  const isRereading = state.reading.status === 'ready' && !state.reading.isCurrent;
  return (
    <section className={classes['pane']} aria-label="表格预览">
      <div className={classes['grid']}>
        {texts ? (
          <SheetGrid
            key={sheet.name}
            sheet={sheet}
            texts={texts}
            states={states}
            active={place}
            onActiveChange={(next) => onLook(sheet.name, next)}
            onEdit={({ row, column }, text) =>
              wizard.dispatch({
                type: 'cellsEdited',
                edits: [{ sheet: sheet.name, row, columnIndex: column, text }],
                fields: fieldsAt(sheet, column),
              })
            }
          />
        ) : (
          <LoadingScreen doing="正在取表格内容…" />
        )}
      </div>
      <div className={classes['foot']}>
        {sheets.length > 1 && (
          <div className={classes['tabs']}>
            {sheets.map(({ name }) => (
              <button
                key={name}
                type="button"
                className={classes['tab']}
                aria-pressed={name === sheet.name}
                onClick={() => onLook(name, null)}
              >
                {name}
              </button>
            ))}
          </div>
        )}
        <span className={classes['hint']} role="status">
          {isRereading ? '正在按修改重新核对…' : '双击或按 F2 修改格子；改动只在这次导入里，不动原文件'}
        </span>
      </div>
    </section>
  );
}

/** What a column stands for, with and without the record's name before it, as answers may name it either way. */
function fieldsAt(sheet: SheetOverview, column: number): string[] {
  const field = sheet.columns[column]?.field ?? null;
  return field === null ? [] : [field, field.split('.').slice(1).join('.')];
}
