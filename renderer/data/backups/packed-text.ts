/** Long text in little room, made piece by piece so that the page may breathe. */
import type { Bytes } from '@renderer/keys/sealer';
import { breathe } from '../breathe';

/** Characters of a piece that took time to build. */
const breathAfter = 1000;

export async function gzipOf(pieces: Iterable<string>): Promise<Bytes> {
  const { readable, writable } = new CompressionStream('gzip');
  const whole = new Response(readable).arrayBuffer();
  const writer = writable.getWriter();
  const encoder = new TextEncoder();
  for (const piece of pieces) {
    await writer.write(encoder.encode(piece));
    if (piece.length > breathAfter) await breathe();
  }
  await writer.close();
  return new Uint8Array(await whole);
}

export const gunzip = (packed: Bytes): Promise<string> =>
  new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
