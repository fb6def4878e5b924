import { desktopProblems } from '@shared/problems/desktop-problems';
import { app, dialog } from 'electron';
import { log } from './log';

/**
 * Some start scripts switch Chromium's sandbox off where the kernel gives ordinary users no namespaces (an AppImage on
 * Kylin does). The register is not opened without it: the installed package brings what the sandbox needs.
 * @returns whether the program may go on
 */
export function requireSandbox(): boolean {
  if (!app.isPackaged || !app.commandLine.hasSwitch('no-sandbox')) return true;
  log.error('refused to start without the sandbox');
  dialog.showErrorBox('两新台账', desktopProblems.noSandbox({}).text);
  app.exit(1);
  return false;
}
