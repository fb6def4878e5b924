import { Checkbox, NumberInput, Select } from '@mantine/core';
import type { RecordKind, SheetOverview } from '@renderer/workers/import-desk/client';
import { recordKinds } from '@renderer/workers/import-desk/client';
import { type SheetKind, sheetKindLabels, sheetKinds } from '@shared/import/model';
import { recordWords } from '../session/step-sentence';
import { useWizard } from '../session/use-wizard';
import classes from './sheet-card.module.css';

interface SheetCardProps {
  readonly sheet: SheetOverview;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

const kindOptions = sheetKinds.map((value) => ({ value, label: sheetKindLabels[value] }));
const isSheetKind = (value: string | null): value is SheetKind => sheetKinds.some((kind) => kind === value);

/** One sheet of the file: what it is taken for, where its heading stands, what was read. */
export function SheetCard({ sheet, isChosen, onChoose }: SheetCardProps) {
  const { wizard } = useWizard();
  return (
    <div className={classes['card']} data-chosen={isChosen || undefined}>
      <button type="button" className={classes['name']} aria-pressed={isChosen} onClick={onChoose}>
        {sheet.name}
        {sheet.isHidden && <span className={classes['tag']}>隐藏的工作表</span>}
        <span className={classes['count']}>{countsOf(sheet)}</span>
      </button>
      <div className={classes['fields']}>
        <Select
          label="登记的是"
          aria-label={`工作表“${sheet.name}”登记的是`}
          data={kindOptions}
          value={sheet.kind}
          allowDeselect={false}
          onChange={(kind) =>
            isSheetKind(kind) && wizard.dispatch({ type: 'sheetChosen', sheet: sheet.name, choice: { kind } })
          }
        />
        {sheet.kind !== 'unknown' && <HeaderRows sheet={sheet} />}
      </div>
      {sheet.kind !== 'unknown' && <VillageChoice sheet={sheet} />}
    </div>
  );
}

function countsOf(sheet: SheetOverview): string {
  if (sheet.kind === 'unknown') return `${sheet.rowCount}行`;
  const parts = recordKinds.flatMap((kind: RecordKind) => {
    const count = sheet.recordCounts[kind];
    return count > 0 ? [`${recordWords[kind].label}${count}`] : [];
  });
  return parts.join(' · ') || `${sheet.rowCount}行，没有读到内容`;
}

/** 表头 第 4 至 6 行: found by the reader, corrected here. */
function HeaderRows({ sheet }: { readonly sheet: SheetOverview }) {
  const { wizard } = useWizard();
  const [first, last] = [sheet.headerRows[0] ?? 1, sheet.headerRows.at(-1) ?? 1];
  const choose = (from: number, to: number) => {
    if (from < 1 || to < from || to > sheet.rowCount || to - from > 9) return;
    const headerRows = Array.from({ length: to - from + 1 }, (_, index) => from + index);
    wizard.dispatch({ type: 'sheetChosen', sheet: sheet.name, choice: { headerRows } });
  };
  const input = (label: string, value: number, onChange: (row: number) => void) => (
    <NumberInput
      label={label}
      aria-label={`工作表“${sheet.name}”${label}`}
      className={classes['row']}
      min={1}
      max={sheet.rowCount}
      allowDecimal={false}
      value={value}
      onChange={(typed) => typeof typed === 'number' && typed !== value && onChange(typed)}
    />
  );
  return (
    <>
      {input('表头从第几行', first, (row) => choose(row, Math.max(row, last)))}
      {input('到第几行', last, (row) => choose(Math.min(first, row), row))}
    </>
  );
}

/** 村名取自工作表名 (H8): a proposal to agree with or not. */
function VillageChoice({ sheet }: { readonly sheet: SheetOverview }) {
  const { wizard, state } = useWizard();
  const choice = state.session.input.sheetChoices[sheet.name]?.isVillageFromName;
  if (sheet.villageName === null && choice === undefined) return null;
  return (
    <Checkbox
      mt="xs"
      label={`各行都归到“${sheet.villageName ?? sheet.name}”（取自工作表名）`}
      checked={sheet.villageName !== null}
      onChange={(event) =>
        wizard.dispatch({
          type: 'sheetChosen',
          sheet: sheet.name,
          choice: { isVillageFromName: event.currentTarget.checked },
        })
      }
    />
  );
}
