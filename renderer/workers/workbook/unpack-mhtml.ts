/**
 * A workbook saved as a single web page (.mht, often named .xls by a government system): one MIME part of HTML per
 * sheet, beside frames and styles that hold no cells.
 */
import { decodeText } from './decode-text';

const headEnd = /\r?\n\r?\n/;

/** Whether the text begins as a mail does and says that it consists of parts. */
export const isMhtml = (text: string): boolean =>
  /^\s*(?:From:|MIME-Version:|X-Document-Type:)/i.test(text) && /^content-type:\s*multipart\//im.test(text);

/** The HTML of all parts that hold a table, one after the other; empty when there is none. */
export function tablesInMhtml(text: string): string {
  const boundary = /boundary="?([^"\r\n;]+)"?/i.exec(text)?.[1];
  if (boundary === undefined) return '';
  return text
    .split(`--${boundary}`)
    .slice(1)
    .map(contentOf)
    .filter((content) => /<table[\s>]/i.test(content))
    .join('\n');
}

function contentOf(part: string): string {
  const [head = ''] = part.replace(/^\s+/, '').split(headEnd, 1);
  const content = part.replace(/^\s+/, '').slice(head.length);
  if (!/content-type:\s*text\/html/i.test(head)) return '';
  const coding = /content-transfer-encoding:\s*([\w-]+)/i.exec(head)?.[1]?.toLowerCase();
  if (coding === 'base64') return decoded(bytesOfBase64(content));
  return coding === 'quoted-printable' ? decoded(bytesOfQuoted(content)) : content;
}

const decoded = (bytes: Uint8Array): string => decodeText(bytes)?.text ?? '';

/** Empty when the text was cut short in the middle of a sign. */
function bytesOfBase64(content: string): Uint8Array {
  try {
    return Uint8Array.from(atob(content.replace(/\s+/g, '')), (char) => char.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}

/** =E7=94=B2 to bytes; a sign = at the end of a line joins it with the next. */
const bytesOfQuoted = (content: string): Uint8Array =>
  Uint8Array.from(
    content
      .replace(/=\r?\n/g, '')
      .replace(/=([0-9A-F]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    (char) => char.charCodeAt(0) & 0xff,
  );
