import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { copyText } from '@renderer/components/copy-text';
import { detailsOf, TechnicalDetails } from '@renderer/components/technical-details';
import { Component, type ReactNode } from 'react';

interface ErrorPageProps {
  readonly error: unknown;
  readonly onRetry: () => void;
}

/** Something in the program broke. Everything saved is in the database, so the page can be opened again at once. */
export function ErrorPage({ error, onRetry }: ErrorPageProps) {
  return (
    <Stack p="xl" gap="md" maw={640} role="alert">
      <Title order={1}>这个页面出了问题，数据没有丢</Title>
      <Text>
        已保存的内容都在这台电脑上。请点“重新打开本页”；若仍然出现，请点“重新启动”，或把下面的说明复制给技术人员。
      </Text>
      <Group>
        <Button onClick={onRetry}>重新打开本页</Button>
        <Button variant="default" onClick={() => window.location.reload()}>
          重新启动
        </Button>
        <Button
          variant="subtle"
          color="gray"
          onClick={() => {
            copyText(detailsOf(error)).catch(() => {});
          }}
        >
          复制说明
        </Button>
      </Group>
      <TechnicalDetails error={error} />
    </Stack>
  );
}

/** Around the whole window: whatever escapes a page's own boundary. React has no hook for this. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly error: unknown }> {
  override state: { readonly error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    if (this.state.error === null) return this.props.children;
    return <ErrorPage error={this.state.error} onRetry={() => this.setState({ error: null })} />;
  }
}
