import { app } from 'electron';
import { registerAppScheme, setupAppProtocol } from './app-protocol';
import { setupIpc } from './ipc/setup-ipc';
import { setupLog } from './system/log';
import { setupMenu } from './system/menu';
import { offerOpened, setupDeepLinks } from './system/opened-from-outside';
import { requireSandbox } from './system/require-sandbox';
import { claimSingleInstance } from './system/single-instance';
import { openMainWindow } from './window/main-window';
import { setupGuards } from './window/web-guards';

if (claimSingleInstance()) start();
else app.quit();

function start(): void {
  // Both must run before `ready`: the scheme's privileges and the sandbox are fixed when Chromium starts.
  registerAppScheme();
  app.enableSandbox();

  // Windows shows notices only of programs that say who they are; the same name as in the packages.
  app.setAppUserModelId('org.twonewledger.desktop');
  setupLog();
  setupDeepLinks();
  setupGuards();
  app.on('window-all-closed', () => app.quit());
  void app.whenReady().then(onReady);
}

async function onReady(): Promise<void> {
  if (!requireSandbox()) return;
  setupAppProtocol();
  setupMenu();
  setupIpc();
  await offerOpened(process.argv, process.cwd());
  await openMainWindow();
}
