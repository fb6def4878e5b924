import { Button, Group, Popover, Stack, Text, TextInput } from '@mantine/core';
import { useRegister } from '@renderer/data/react';
import { type FormEvent, useState } from 'react';
import { isSaved, tellDone } from './notices';
import type { SavedState, SavedView } from './saved-views';

interface SaveViewButtonProps {
  readonly table: string;
  readonly state: () => SavedState;
  /** The saved view that is open, which can then be deleted. */
  readonly open: SavedView | null;
  readonly onSaved: (id: string) => void;
  readonly onRemoved: () => void;
}

/** Keeps the present list, filters and columns under a name, or removes the open saved view. */
export function SaveViewButton({ table, state, open, onSaved, onRemoved }: SaveViewButtonProps) {
  const register = useRegister();
  const [isOpen, setIsOpen] = useState(false);
  const [name, setName] = useState('');
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const title = name.trim();
    if (title === '') return;
    const draft = { kind: 'savedView', name: title, table, state: { ...state() } } as const;
    const result = await register.commit([{ op: 'create', collection: 'settings', draft }], {
      label: `保存视图“${title}”`,
    });
    if (!isSaved(result)) return;
    setIsOpen(false);
    setName('');
    const [id] = result.ids;
    if (id !== undefined) onSaved(id);
    tellDone(`已保存视图“${title}”`);
  };
  const remove = async () => {
    if (open === null) return;
    const result = await register.commit([{ op: 'delete', collection: 'settings', id: open.id }], {
      label: `删除视图“${open.name}”`,
    });
    if (isSaved(result)) onRemoved();
    setIsOpen(false);
  };
  return (
    <Popover opened={isOpen} onChange={setIsOpen} position="bottom-end" width={280} shadow="md" trapFocus>
      <Popover.Target>
        <Button variant="default" size="xs" onClick={() => setIsOpen(!isOpen)}>
          保存视图
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="sm" aria-label="保存视图">
        <form onSubmit={(event) => void save(event)}>
          <Stack gap="sm">
            <Text size="xs" c="dimmed">
              把现在的筛选、排序和列保存成一个页签，下次直接打开。
            </Text>
            <TextInput
              size="xs"
              label="视图名称"
              placeholder="例如：规上未建组织"
              data-autofocus
              maxLength={20}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Group justify="space-between">
              {open === null ? (
                <span />
              ) : (
                <Button size="compact-sm" variant="subtle" color="gray" onClick={() => void remove()}>
                  删除“{open.name}”
                </Button>
              )}
              <Button size="compact-sm" type="submit" disabled={name.trim() === ''}>
                保存
              </Button>
            </Group>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
