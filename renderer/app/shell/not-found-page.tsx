import { Button } from '@mantine/core';
import { EmptyState } from '@renderer/components/empty-state';
import { Page } from '@renderer/components/page';
import { useNavigate } from '@tanstack/react-router';

export function NotFoundPage() {
  const navigate = useNavigate();
  return (
    <Page title="没有这个页面">
      <EmptyState
        icon="search"
        title="没有找到这个页面"
        hint="地址可能不完整，或来自更新的版本。"
        action={<Button onClick={() => navigate({ to: '/overview' })}>去概览</Button>}
      />
    </Page>
  );
}
