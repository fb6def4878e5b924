import { app } from 'electron';
import { registerAppScheme, setupAppProtocol } from './app-protocol';
import { setupIpc } from './ipc/setup-ipc';
import { openMainWindow, setupSecondInstance } from './main-window';
import { setupGuards } from './web-guards';

// One profile, one writer: a second process would open the same IndexedDB. It hands over to the first one.
if (app.requestSingleInstanceLock()) {
  start();
} else {
  app.quit();
}

function start(): void {
  // Both must run before `ready`: the scheme's privileges and the sandbox are fixed when Chromium starts.
  registerAppScheme();
  app.enableSandbox();

  setupGuards();
  setupSecondInstance();
  app.on('window-all-closed', () => app.quit());
  void app.whenReady().then(onReady);
}

async function onReady(): Promise<void> {
  setupAppProtocol();
  setupIpc();
  await openMainWindow();
}
