import { MantineProvider } from '@mantine/core';
import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import { LoadingScreen } from '@renderer/components/loading-screen';
import { FactsProvider } from '@renderer/data/figures/react';
import { RegisterProvider } from '@renderer/data/react';
import type { DataKeys } from '@renderer/keys/data-keys';
import { useDisplayPreferences } from '@renderer/platform/display-preferences';
import { styleNonce } from '@renderer/platform/style-nonce';
import { SyncProvider } from '@renderer/sync/status/react';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect } from 'react';
import { InsightProvider } from './insight-provider';
import { KeyGate } from './key-gate';
import { OpenFailedPage } from './open-failed-page';
import { RestoreGate } from './restore-gate';
import { router } from './router';
import { ErrorBoundary } from './shell/error-page';
import { resolveCssVariables, theme } from './theme';
import { useOpenedRegister } from './use-opened-register';

/** @param keys null where the page cannot encrypt */
function OpenedApp({ keys }: { readonly keys: DataKeys | null }) {
  const { opened, reopen } = useOpenedRegister(keys);
  switch (opened.status) {
    case 'loading':
      return (
        <LoadingScreen
          doing={opened.loadedCount === 0 ? '正在打开台账…' : `正在读取台账，已读 ${opened.loadedCount} 条…`}
        />
      );
    case 'failed':
      return <OpenFailedPage error={opened.error} onRetry={reopen} />;
    case 'ready':
      return (
        <RegisterProvider store={opened.store}>
          <SyncProvider desk={opened.sync}>
            <FactsProvider>
              <InsightProvider>
                <RouterProvider router={router} />
              </InsightProvider>
            </FactsProvider>
          </SyncProvider>
        </RegisterProvider>
      );
  }
}

export function App() {
  const { textSize } = useDisplayPreferences();
  useEffect(() => {
    document.documentElement.dataset['textSize'] = textSize;
  }, [textSize]);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={resolveCssVariables}
      forceColorScheme="light"
      getStyleNonce={styleNonce}
    >
      <ModalsProvider labels={{ confirm: '确定', cancel: '取消' }}>
        <Notifications position="bottom-right" containerWidth={380} />
        <ErrorBoundary>
          <KeyGate>
            {(keys) => (
              <RestoreGate keys={keys}>
                <OpenedApp keys={keys} />
              </RestoreGate>
            )}
          </KeyGate>
        </ErrorBoundary>
      </ModalsProvider>
    </MantineProvider>
  );
}
