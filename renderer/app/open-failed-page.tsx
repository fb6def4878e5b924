import { Button, Group, List, Stack, Text, Title } from '@mantine/core';
import { TechnicalDetails } from '@renderer/components/technical-details';
import { openProblemOf } from '@renderer/data/open-problem';
import type { Problem } from '@shared/problems/problem';

interface OpenFailedPageProps {
  readonly error: unknown;
  /** What is wrong, where it is known already. */
  readonly problem?: Problem | null;
  readonly onRetry: () => void;
}

/** The local database cannot be opened: what usually causes it, in the order worth trying. */
export function OpenFailedPage({ error, problem = null, onRetry }: OpenFailedPageProps) {
  return (
    <Stack component="main" p="xl" gap="md" maw={680} mx="auto" role="alert">
      <Title order={1}>台账打不开</Title>
      <Text fw={600}>{(problem ?? openProblemOf(error)).text}</Text>
      <Text>数据仍在这台电脑上，没有被改动。请依次检查：</Text>
      <List type="ordered" spacing="xs">
        <List.Item>磁盘是否已满：清理出 1 GB 以上空间后重试。</List.Item>
        <List.Item>是否在无痕（隐私）窗口里打开：请换成普通窗口。</List.Item>
        <List.Item>是否在另一个窗口里开着旧版本：全部关闭后重新打开。</List.Item>
      </List>
      <Group>
        <Button onClick={onRetry}>重试</Button>
      </Group>
      <TechnicalDetails error={error} />
    </Stack>
  );
}
