/** Files and addresses the program was opened with: the system puts them on the command line of a start, the first or another. */
import type { PageEvent } from '@shared/ipc/channels';
import { deepLinkScheme } from '@shared/ipc/deep-link';
import { app, BrowserWindow } from 'electron';
import { offerPackage } from '../files/opened-packages';
import { offerLink } from '../links/offered-link';

/** From now on the system opens addresses of the scheme with this program. */
export function setupDeepLinks(): void {
  // A program started from its sources would put the path of the runtime into the system.
  if (app.isPackaged) app.setAsDefaultProtocolClient(deepLinkScheme);
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
