import { ActionIcon, Tooltip } from '@mantine/core';
import { Icon } from '@renderer/components/icons';
import { useUndoState } from '@renderer/data/react';

interface UndoButtonsProps {
  readonly onUndo: () => void;
  readonly onRedo: () => void;
}

/** 撤销 and 重做 with what they would take back or do again. */
export function UndoButtons({ onUndo, onRedo }: UndoButtonsProps) {
  const canUndo = useUndoState((state) => state.canUndo);
  const canRedo = useUndoState((state) => state.canRedo);
  const undoLabel = useUndoState((state) => state.undoLabel);
  const redoLabel = useUndoState((state) => state.redoLabel);
  const undoText = canUndo ? `撤销：${undoLabel ?? '上一步'}` : '没有可撤销的操作';
  const redoText = canRedo ? `重做：${redoLabel ?? '下一步'}` : '没有可重做的操作';
  return (
    <>
      <Tooltip label={`${undoText}（Ctrl+Z）`}>
        <ActionIcon
          variant="subtle"
          color="gray.8"
          aria-label={undoText}
          onClick={onUndo}
          disabled={!canUndo}
        >
          <Icon name="undo" />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={`${redoText}（Ctrl+Y）`}>
        <ActionIcon
          variant="subtle"
          color="gray.8"
          aria-label={redoText}
          onClick={onRedo}
          disabled={!canRedo}
        >
          <Icon name="redo" />
        </ActionIcon>
      </Tooltip>
    </>
  );
}
