/** A chart as a picture in a file or on the clipboard. */
import { exportProblems } from '@shared/problems/export-problems';
import { type Caption, composePicture, type SvgPicture } from './picture/compose-picture';
import { readPicture } from './picture/read-picture';
import { toPng } from './picture/to-png';
import { type Handed, saveBytes } from './save-table';

/** @returns null while the chart is not drawn yet */
export function takePicture(element: HTMLElement | null, caption: Caption | null): SvgPicture | null {
  if (element === null) return null;
  const picture = readPicture(element);
  return picture.width === 0 || picture.height === 0 ? null : composePicture(picture, caption);
}

const bytesOf = async (blob: Blob): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await blob.arrayBuffer());

/** @returns the picture as the bytes of a PNG, twice its size */
export const pngBytes = async (picture: SvgPicture): Promise<Uint8Array<ArrayBuffer>> =>
  bytesOf(await toPng(picture));

/** null = there is nothing to draw. */
export type ChartPictures<Chart extends string> = Readonly<Record<Chart, SvgPicture | null>>;
interface DrawnPng {
  readonly png: Uint8Array<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
}
export type ChartPngs<Chart extends string> = Readonly<Record<Chart, DrawnPng | null>>;

/** All of them as PNG, one after another; width and height stay those of the page. */
export async function pngsOf<Chart extends string>(
  pictures: ChartPictures<Chart>,
): Promise<ChartPngs<Chart>> {
  const drawn: [string, DrawnPng | null][] = [];
  for (const [chart, picture] of Object.entries<SvgPicture | null>(pictures))
    drawn.push([
      chart,
      picture && { png: await pngBytes(picture), width: picture.width, height: picture.height },
    ]);
  // One entry for each chart that came in.
  return Object.fromEntries(drawn) as ChartPngs<Chart>;
}

/** Never rejects. @param name of the file, without ending */
export async function savePicture(
  picture: SvgPicture | null,
  name: string,
  format: 'png' | 'svg',
): Promise<Handed> {
  try {
    if (picture === null) return failed(name, 'not drawn');
    return format === 'svg'
      ? await saveBytes(name, 'svg', new TextEncoder().encode(picture.svg), 'image/svg+xml')
      : await saveBytes(name, 'png', await pngBytes(picture), 'image/png');
  } catch (error) {
    return failed(name, String(error));
  }
}

/**
 * On the clipboard, ready to be pasted into WPS or Word; as a file where the browser lets no page write pictures
 * there (plain http). Call it from a click. Never rejects.
 */
export async function copyPicture(picture: SvgPicture | null, name: string): Promise<'copied' | Handed> {
  if (picture === null) return failed(name, 'not drawn');
  // Both are missing on insecure pages, whatever the DOM types say.
  const { clipboard } = navigator as { clipboard?: Clipboard };
  if (clipboard !== undefined && 'ClipboardItem' in window)
    try {
      await clipboard.write([new ClipboardItem({ 'image/png': toPng(picture) })]);
      return 'copied';
    } catch {
      // Refused: the file is left.
    }
  return savePicture(picture, name, 'png');
}

const failed = (title: string, reason: string): Handed => ({
  kind: 'failed',
  problem: exportProblems.noPicture({ title, reason }),
});
