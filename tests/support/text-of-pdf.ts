import { execFileSync } from 'node:child_process';

/** Text of a PDF in the order it was written, row by row in a table, pages apart by form feeds; null where poppler is not installed. */
export function textOfPdf(bytes: Buffer): string | null {
  try {
    return execFileSync('pdftotext', ['-raw', '-', '-'], { input: bytes, encoding: 'utf8' });
  } catch {
    console.log(
      '没有找到 pdftotext，PDF 里的文字未核对 / pdftotext missing: the text of the PDF is not checked',
    );
    return null;
  }
}
