import { Container, Text, Title } from '@mantine/core';
import { platform } from '@renderer/platform/current-platform';
import { useEffect, useState } from 'react';

export function App() {
  const [version, setVersion] = useState<string | null>(null);

  useEffect(() => {
    platform.describeApp().then(
      (description) => setVersion(description.version),
      () => setVersion(null),
    );
  }, []);

  return (
    <Container component="main" py="xl">
      <Title order={1}>两新台账</Title>
      {version !== null && <Text c="dimmed">版本 {version}</Text>}
    </Container>
  );
}
