/** Short messages after an action. Failures stay until they are closed. */
import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { CommitResult, RegisterStore } from '@renderer/data/register-store';

export function tellFailure(text: string): void {
  notifications.show({ color: 'red', title: '没有保存', message: text, autoClose: false });
}

export function tellDone(text: string): void {
  notifications.show({ color: 'gray', message: text, autoClose: 4000 });
}

export async function takeBack(register: RegisterStore): Promise<void> {
  const label = await register.undo();
  if (label !== null) tellDone(`已撤销：${label}`);
}

/** Says what was just saved and offers to take it back, for as long as it is the last step. */
export function tellUndoable(register: RegisterStore, text: string): void {
  const id = register.newId();
  const { undoLabel, savedAt } = register.undoState.get();
  const stop = register.undoState.subscribe(() => {
    const now = register.undoState.get();
    if (now.undoLabel !== undoLabel || now.savedAt !== savedAt) notifications.hide(id);
  });
  const undo = () => {
    notifications.hide(id);
    void takeBack(register);
  };
  notifications.show({
    id,
    color: 'gray',
    autoClose: 10_000,
    onClose: stop,
    message: (
      <Group gap="sm" wrap="nowrap" justify="space-between">
        <Text size="sm">{text}</Text>
        <Button size="compact-sm" variant="default" onClick={undo}>
          撤销
        </Button>
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
