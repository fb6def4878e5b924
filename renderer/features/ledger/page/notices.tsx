/** Short messages after an action. Failures stay until they are closed. */
import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { CommitResult } from '@renderer/data/register-store';

export function tellFailure(text: string): void {
  notifications.show({ color: 'red', title: '没有保存', message: text, autoClose: false });
}

/** @param onUndo offered as a button while the message is shown */
export function tellDone(text: string, onUndo?: () => void): void {
  const id = `done-${text}`;
  const undo = () => {
    notifications.hide(id);
    onUndo?.();
  };
  notifications.show({
    id,
    color: 'gray',
    autoClose: onUndo === undefined ? 4000 : 10_000,
    message: (
      <Group gap="sm" wrap="nowrap" justify="space-between">
        <Text size="sm">{text}</Text>
        {onUndo !== undefined && (
          <Button size="compact-sm" variant="default" onClick={undo}>
            撤销
          </Button>
        )}
      </Group>
    ),
  });
}

/** True when saved; tells the first reasons otherwise. */
export function isSaved(result: CommitResult): result is Extract<CommitResult, { status: 'saved' }> {
  if (result.status === 'saved') return true;
  const texts = [...new Set(result.problems.map(({ problem }) => problem.text))];
  tellFailure(
    texts.slice(0, 3).join('\n') + (texts.length > 3 ? `\n另有 ${texts.length - 3} 处同类问题。` : ''),
  );
  return false;
}
