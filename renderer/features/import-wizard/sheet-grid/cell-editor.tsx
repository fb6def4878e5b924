import { type KeyboardEvent, useRef, useState } from 'react';
import type { CellPlace } from './cell-states';
import classes from './sheet-grid.module.css';

interface CellEditorProps {
  readonly initial: string;
  readonly place: CellPlace;
  /** text null = given up; move null = stay. */
  readonly onFinish: (text: string | null, move: CellPlace | null) => void;
}

/** Types into a cell: Enter keeps and goes down, Tab keeps and goes right, Esc gives up. */
export function CellEditor({ initial, place, onFinish }: CellEditorProps) {
  const [text, setText] = useState(initial);
  // Leaving by a key removes the input, which blurs it once more.
  const isDone = useRef(false);
  const finish = (kept: string | null, move: CellPlace | null) => {
    if (isDone.current) return;
    isDone.current = true;
    onFinish(kept, move);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const { row, column } = place;
    if (event.key === 'Enter') finish(text, { row: row + 1, column });
    else if (event.key === 'Tab') finish(text, { row, column: column + (event.shiftKey ? -1 : 1) });
    else if (event.key === 'Escape') finish(null, null);
    else return;
    event.preventDefault();
  };
  return (
    <input
      ref={(input) => input?.focus()}
      className={classes['editor']}
      aria-label="修改这一格"
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onBlur={() => finish(text, null)}
    />
  );
}
