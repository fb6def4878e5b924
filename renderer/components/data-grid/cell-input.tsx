import { type CSSProperties, useId } from 'react';
import classes from './data-grid.module.css';
import type { CellBox } from './grid-layout';
import type { CellOption } from './grid-types';
import { OptionList } from './option-list';
import type { CellEditor } from './use-cell-editor';

interface CellInputProps {
  readonly editor: CellEditor;
  /** Where the active cell is on the screen; null when there is none or it is scrolled away. */
  readonly place: { readonly top: number; readonly left: number; readonly box: CellBox } | null;
  /** Space below the cell, to decide on which side a list opens. */
  readonly roomBelow: number;
  readonly label: string;
  readonly activeCellId: string | undefined;
  readonly gridId: string;
  readonly onChoose: (option: CellOption) => void;
  readonly onStartTyping: () => void;
  readonly onKeyDown: (event: React.KeyboardEvent<HTMLTextAreaElement>) => void;
  readonly onCopy: (event: React.ClipboardEvent<HTMLTextAreaElement>) => void;
  readonly onCut: (event: React.ClipboardEvent<HTMLTextAreaElement>) => void;
  readonly onPaste: (event: React.ClipboardEvent<HTMLTextAreaElement>) => void;
  readonly onBlur: () => void;
}

/** The one text area of the grid: invisible over the active cell until something is typed, then the editor. */
export function CellInput(props: CellInputProps) {
  const { editor, place } = props;
  const { editing } = editor;
  const listId = useId();
  const problemId = useId();
  const hasOptions =
    editing !== null && (editing.options.length > 0 || editing.query !== null) && isListed(editor);
  const style: CSSProperties =
    place === null
      ? { top: 0, left: 0, width: 1, height: 1 }
      : { top: place.top, left: place.left, width: place.box.width, height: place.box.height };
  return (
    <div className={classes['input']} style={style} data-editing={editing !== null || undefined}>
      <textarea
        ref={editor.inputRef}
        className={classes['textarea']}
        tabIndex={-1}
        rows={1}
        spellCheck={false}
        autoComplete="off"
        aria-label={props.label}
        aria-controls={hasOptions ? listId : props.gridId}
        aria-activedescendant={
          hasOptions && editing.highlight >= 0 ? `${listId}-${editing.highlight}` : props.activeCellId
        }
        aria-invalid={editing?.problem != null || undefined}
        aria-describedby={editing?.problem == null ? undefined : problemId}
        placeholder={placeholderOf(editor)}
        onInput={editing === null ? props.onStartTyping : editor.type}
        onCompositionStart={editing === null ? props.onStartTyping : undefined}
        onKeyDown={props.onKeyDown}
        onCopy={props.onCopy}
        onCut={props.onCut}
        onPaste={props.onPaste}
        onBlur={props.onBlur}
      />
      {editing !== null && editing.problem !== null && (
        <div role="alert" id={problemId} className={classes['inputProblem']}>
          {editing.problem}
        </div>
      )}
      {hasOptions && place !== null && (
        <OptionList
          id={listId}
          editing={editing}
          isAbove={props.roomBelow < 240}
          onChoose={props.onChoose}
          onToggle={editor.togglePicked}
        />
      )}
    </div>
  );
}

const isListed = ({ editing }: CellEditor): boolean =>
  editing !== null && (editing.options.length > 0 || editing.picked !== null);

function placeholderOf({ editing }: CellEditor): string | undefined {
  if (editing?.picked == null) return undefined;
  const labels = editing.options.filter((option) => editing.picked?.includes(option.value));
  return labels.map((option) => option.label).join('、') || '输入文字查找';
}
