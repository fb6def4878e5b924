import type { SaveResult } from '@shared/ipc/channels';
import { BrowserWindow, type WebContents } from 'electron';
import { servePrintPage } from '../app-protocol';
import { saveAs } from './save-as';

/** The page's own print rules decide paper, margins and repeated header rows; the PDF is what paper would show. */
export const savePdf = (page: WebContents, name: string, html: string): Promise<SaveResult> =>
  saveAs(page, name, () => pdfOf(html));

/** In a window of its own that nobody sees: no scripts, no bridge, nothing of the ledger around it. */
async function pdfOf(html: string): Promise<Uint8Array> {
  const { url, forget } = servePrintPage(html);
  const window = new BrowserWindow({
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, javascript: false },
  });
  try {
    await window.loadURL(url);
    return await window.webContents.printToPDF({
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
    });
  } finally {
    forget();
    window.destroy();
  }
}
