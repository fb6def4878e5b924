import type { PageEvent } from '@shared/ipc/channels';
import type { BrowserWindow, WebContents } from 'electron';
import { log } from '../system/log';
import { saveWindowState } from './window-state';

/** Longest a page may take to finish its writes; then the window closes, the journal has what was said to be saved. */
const patienceMs = 10_000;
const waiting = new Map<WebContents, () => void>();

/** The page's word that everything is written. */
export function mayClose(page: WebContents): void {
  waiting.get(page)?.();
}

/** Closing the window asks the page to finish its writes first. A page that is gone is not waited for. */
export function closeWhenWritten(window: BrowserWindow): void {
  let isAsked = false;
  window.on('close', (event) => {
    const page = window.webContents;
    if (page.isCrashed()) return;
    event.preventDefault();
    if (isAsked) return;
    isAsked = true;
    void finished(page).then(async () => {
      await saveWindowState(window);
      window.destroy();
    });
  });
}

function finished(page: WebContents): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      log.warn('the page did not finish its writes in time');
      done();
    }, patienceMs);
    const done = () => {
      clearTimeout(timer);
      waiting.delete(page);
      resolve();
    };
    waiting.set(page, done);
    page.once('render-process-gone', done);
    page.send('window:closing' satisfies PageEvent);
  });
}
