import type { SaveResult } from '@shared/ipc/channels';
import type { WebContents } from 'electron';
import { saveAs } from './save-as';

/** The page's own print rules decide paper, margins and repeated header rows; the PDF is what paper would show. */
export const savePdf = (page: WebContents, name: string): Promise<SaveResult> =>
  saveAs(page, name, () =>
    page.printToPDF({ preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true }),
  );
