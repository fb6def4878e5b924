/**
 * The page inside the preview frame: heading and names stay in view, cells that open something become buttons.
 * Arrow keys go from one to the next, so that the table is a single stop of the Tab key.
 */
import { styleNonce } from '@renderer/platform/style-nonce';
import type { CellTarget, Preview, PreviewRow } from './preview-table';

/** Joined borders would stay behind when a cell is kept in view, so each cell draws its own right and lower one. */
const screenStyles = `
table{border-collapse:separate;border-spacing:0;border-left:.5pt solid #000}
th,td{border-width:0 .5pt .5pt 0}
thead{position:sticky;top:0;z-index:2}
thead th{background:#fff}
thead tr:first-child th{border-top-width:.5pt}
[data-pinned]{position:sticky;left:0;z-index:1;background:#fff;box-shadow:-.5pt 0 0 #000}
html[data-zoom=large] h1{position:sticky;left:0;width:max-content}
td button{all:unset;box-sizing:border-box;display:block;width:100%;cursor:pointer;text-decoration:underline dotted #666d76;text-underline-offset:3px}
td:has(button):hover{background:#fdf1f0}
td:has(button:focus-visible){background:#fdf1f0;outline:2px solid #b3261e;outline-offset:-2px}
`;

/** @param open called with what the chosen cell stands for. */
export function preparePage(page: Document, preview: Preview, open: (target: CellTarget) => void): void {
  const style = page.createElement('style');
  style.nonce = styleNonce();
  style.textContent = screenStyles;
  page.head.append(style);
  pinHeading(page, preview);
  const places = placeButtons(page, preview, open);
  places[0]?.button.setAttribute('tabindex', '0');
  // Coming back from a list, the frame gets the focus but has forgotten which cell had it.
  const view = page.defaultView;
  if (view)
    view.onfocus = () => {
      const last = places.find(({ button }) => button.tabIndex === 0);
      if (page.activeElement === page.body) last?.button.focus({ preventScroll: true });
    };
  page.onkeydown = (event) => {
    const step = steps[event.key];
    const here = places.find(({ button }) => button === page.activeElement);
    const next = step && here ? step(places, here) : undefined;
    if (next) focusOnly(places, next);
    if (next || isUsedByLedger(event)) event.preventDefault();
  };
}

/** Keys of the whole ledger (Ctrl+K, Ctrl+Z, ?) work while the sheet has the focus: the page around hears a copy. */
const isUsedByLedger = (event: KeyboardEvent): boolean => {
  const { key, ctrlKey, metaKey, shiftKey, altKey } = event;
  const copy = { key, ctrlKey, metaKey, shiftKey, altKey, cancelable: true };
  return !window.dispatchEvent(new KeyboardEvent('keydown', copy));
};

function pinHeading(page: Document, { table, nameColumn }: Preview): void {
  const cells = page.querySelectorAll<HTMLElement>('thead th');
  const pinned = table.header.findIndex(
    ({ column, columnSpan, row, rowSpan }) =>
      column === nameColumn && columnSpan === 1 && row + rowSpan === table.headerRowCount,
  );
  const inPageOrder = [...table.header.entries()]
    .sort(([, a], [, b]) => a.row - b.row)
    .map(([index]) => index);
  const cell = cells[inPageOrder.indexOf(pinned)];
  if (cell) cell.dataset['pinned'] = '';
}

interface Place {
  readonly row: number;
  readonly column: number;
  readonly button: HTMLButtonElement;
}

function placeButtons(page: Document, preview: Preview, open: (target: CellTarget) => void): Place[] {
  const places: Place[] = [];
  const rows = page.querySelectorAll<HTMLTableRowElement>('tbody tr');
  preview.rows.forEach((previewRow, row) => {
    for (const [cell, column] of cellsOf(rows[row], previewRow)) {
      if (column === preview.nameColumn) cell.dataset['pinned'] = '';
      const target = previewRow.targets.get(column);
      if (!target) continue;
      const button = toButton(cell, target);
      button.onclick = () => open(target);
      button.onfocus = () => focusOnly(places, { row, column, button });
      places.push({ row, column, button });
    }
  });
  return places;
}

function* cellsOf(
  row: HTMLTableRowElement | undefined,
  { columns }: PreviewRow,
): Generator<readonly [HTMLTableCellElement, number]> {
  // An empty table has one cell over all columns.
  if (row?.cells.length !== columns.length) return;
  for (const [index, cell] of [...row.cells].entries()) yield [cell, columns[index] ?? 0];
}

function toButton(cell: HTMLTableCellElement, target: CellTarget): HTMLButtonElement {
  const button = cell.ownerDocument.createElement('button');
  button.type = 'button';
  button.tabIndex = -1;
  button.textContent = cell.textContent;
  if (target.kind === 'units')
    button.setAttribute('aria-label', `${target.title} ${cell.textContent}，查看名单`);
  cell.replaceChildren(button);
  return button;
}

/** The cell Tab comes back to is the one last visited. */
function focusOnly(places: readonly Place[], { button }: Place): void {
  for (const place of places) if (place.button.tabIndex === 0) place.button.tabIndex = -1;
  button.tabIndex = 0;
  if (button.ownerDocument.activeElement !== button) button.focus();
}

type Step = (places: readonly Place[], from: Place) => Place | undefined;

const inRow: (from: Place) => (place: Place) => boolean = (from) => (place) => place.row === from.row;
const inColumn: (from: Place) => (place: Place) => boolean = (from) => (place) =>
  place.column === from.column;

/** As in a spreadsheet; cells without anything to open are passed over. */
const steps: Readonly<Record<string, Step>> = {
  ArrowRight: (places, from) => places.filter(inRow(from)).find(({ column }) => column > from.column),
  ArrowLeft: (places, from) => places.filter(inRow(from)).findLast(({ column }) => column < from.column),
  ArrowDown: (places, from) => places.filter(inColumn(from)).find(({ row }) => row > from.row),
  ArrowUp: (places, from) => places.filter(inColumn(from)).findLast(({ row }) => row < from.row),
  Home: (places, from) => places.find(inRow(from)),
  End: (places, from) => places.findLast(inRow(from)),
};
