/** Files and addresses the program was opened with: at its start, by a second start, or by the system (macOS). */
import type { PageEvent } from '@shared/ipc/channels';
import { deepLinkScheme } from '@shared/ipc/deep-link';
import { app, BrowserWindow } from 'electron';
import { offerPackage } from '../files/opened-packages';
import { offerLink } from '../links/offered-link';

/** Before `ready`: the system may hand an address over while the program starts. */
export function setupDeepLinks(): void {
  // A program started from its sources would put the path of the runtime into the system.
  if (app.isPackaged) app.setAsDefaultProtocolClient(deepLinkScheme);
  app.on('open-url', (event, address) => {
    event.preventDefault();
    if (offerLink([address])) tellPage('link:opened');
  });
}

/** @param folder what relative paths are relative to */
export async function offerOpened(args: readonly string[], folder: string): Promise<void> {
  if (offerLink(args)) tellPage('link:opened');
  if (await offerPackage(args, folder)) tellPage('package:opened');
}

/** A page that is not there yet, or locked, asks when it is ready. */
function tellPage(event: PageEvent): void {
  const [window] = BrowserWindow.getAllWindows();
  window?.webContents.send(event);
}
