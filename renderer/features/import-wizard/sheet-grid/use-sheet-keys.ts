/** Keyboard and editing of the preview: moves as in a spreadsheet, F2, Enter, a digit or a word to edit. */
import { type KeyboardEvent, type RefObject, useState } from 'react';
import type { CellPlace } from './cell-states';
import { placeAfterKey } from './grid-moves';
import type { SheetGridProps } from './sheet-grid';
import { bodyRows } from './sheet-layout';

/** Begins a new content; N, P and ? mean something else on this page. */
const isTyping = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  !(ctrlKey || metaKey || altKey) && ((key.length === 1 && !/^[nNpP? ]$/.test(key)) || key === 'Process');

export function useSheetKeys(
  { sheet, texts, states, active, onActiveChange, onEdit }: SheetGridProps,
  pageRows: number,
  scroller: RefObject<HTMLDivElement | null>,
) {
  /** Text the editor starts with; null = not editing. */
  const [draft, setDraft] = useState<string | null>(null);
  const { first, last } = bodyRows(sheet);
  const textAt = ({ row, column }: CellPlace) =>
    states.cell(row, column)?.text ?? texts[row - 1]?.[column] ?? '';
  const finish = (text: string | null, move: CellPlace | null) => {
    setDraft(null);
    if (active && text !== null && text !== textAt(active)) onEdit(active, text === '' ? null : text);
    if (move) onActiveChange(move);
    scroller.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (draft !== null) return;
    const from = active ?? { row: first, column: 0 };
    const bounds = { firstRow: first, lastRow: last, columnCount: sheet.columnCount, pageRows };
    const moved = placeAfterKey(from, event, bounds);
    if (moved) onActiveChange(moved);
    else if (active && (event.key === 'F2' || event.key === 'Enter')) setDraft(textAt(active));
    else if (active && event.key === 'Delete') onEdit(active, null);
    else if (active && isTyping(event)) {
      // The key itself goes into the editor that opens now.
      setDraft('');
      return;
    } else return;
    event.preventDefault();
  };
  return { draft, onKeyDown, finish, startEditing: () => active && setDraft(textAt(active)) };
}
