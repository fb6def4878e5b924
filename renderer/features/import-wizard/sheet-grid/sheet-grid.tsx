// biome-ignore-all lint/a11y/useSemanticElements: rows and columns are virtual, which a table's own layout cannot be
/** The clerk's own sheet: same columns, same row numbers, headings merged as printed; problems marked in place. */
import type { SheetOverview, SheetTexts } from '@renderer/workers/import-desk/client';
import { useEffect, useId, useMemo, useRef } from 'react';
import type { CellPlace, SheetStates } from './cell-states';
import { HeadingBlock } from './heading-block';
import classes from './sheet-grid.module.css';
import { headingCells } from './sheet-layout';
import { SheetRow } from './sheet-row';
import { useSheetGeometry } from './use-sheet-geometry';
import { useSheetKeys } from './use-sheet-keys';

export interface SheetGridProps {
  readonly sheet: SheetOverview;
  readonly texts: SheetTexts;
  readonly states: SheetStates;
  readonly active: CellPlace | null;
  readonly onActiveChange: (place: CellPlace) => void;
  /** null empties the cell. */
  readonly onEdit: (place: CellPlace, text: string | null) => void;
}

export function SheetGrid(props: SheetGridProps) {
  const { sheet, texts, states, active, onActiveChange } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();
  const geometry = useSheetGeometry(scroller, sheet, texts);
  const headings = useMemo(() => headingCells(sheet, texts), [sheet, texts]);
  const { draft, onKeyDown, startEditing, finish } = useSheetKeys(props, geometry.pageRows, scroller);
  const show = useRef(geometry.show);
  show.current = geometry.show;
  useEffect(() => {
    if (active) show.current(active);
  }, [active]);

  return (
    <div
      ref={scroller}
      className={classes['grid']}
      role="grid"
      tabIndex={0}
      aria-label={`工作表“${sheet.name}”`}
      aria-rowcount={sheet.rowCount}
      aria-colcount={sheet.columnCount}
      aria-activedescendant={active ? cellId(id, active) : undefined}
      onKeyDown={onKeyDown}
    >
      <div
        className={classes['area']}
        style={{
          width: geometry.numberWidth + (geometry.edges.at(-1) ?? 0),
          height: geometry.headingHeight + geometry.bodyHeight,
        }}
      >
        <HeadingBlock sheet={sheet} cells={headings} geometry={geometry} />
        {geometry.rows.map(({ row, top }) => (
          <SheetRow
            key={row}
            gridId={id}
            row={row}
            top={geometry.headingHeight + top}
            geometry={geometry}
            texts={texts[row - 1] ?? []}
            states={states}
            activeColumn={active?.row === row ? active.column : null}
            draft={active?.row === row ? draft : null}
            onPick={(column) => onActiveChange({ row, column })}
            onStartEditing={startEditing}
            onFinish={finish}
          />
        ))}
      </div>
    </div>
  );
}

export const cellId = (gridId: string, { row, column }: CellPlace): string => `${gridId}-${row}-${column}`;
