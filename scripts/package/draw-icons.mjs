import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

/** Edge lengths desktops ask for. */
export const pngSizes = [16, 24, 32, 48, 64, 128, 256, 512];
const icoSizes = [16, 24, 32, 48, 64, 256];

/**
 * Draws the one SVG of the program in every size Windows and Linux want: out/icons/png/NxN.png and out/icons/icon.ico.
 * The same drawing gives the same bytes on every machine.
 * @param {string} root
 */
export async function drawIcons(root) {
  const wasm = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');
  ready ??= initWasm(readFileSync(wasm));
  await ready;
  const svg = readFileSync(join(root, 'renderer/public/icon.svg'), 'utf8');
  const folder = join(root, 'out/icons');
  mkdirSync(join(folder, 'png'), { recursive: true });
  for (const size of pngSizes) writeFileSync(join(folder, `png/${size}x${size}.png`), draw(svg, size));
  writeFileSync(join(folder, 'icon.ico'), icoOf(icoSizes.map((size) => ({ size, png: draw(svg, size) }))));
}

/** @type {Promise<void> | undefined} */
let ready;

/**
 * @param {string} svg
 * @param {number} size
 */
const draw = (svg, size) =>
  Buffer.from(new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render().asPng());

const headerBytes = 6;
const entryBytes = 16;

/**
 * The .ico container: a header, one entry per picture, then the pictures, which may be PNG since Windows Vista.
 * @param {{ size: number, png: Buffer }[]} pictures
 */
function icoOf(pictures) {
  const header = Buffer.alloc(headerBytes + entryBytes * pictures.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(pictures.length, 4);
  let offset = header.length;
  for (const [index, { size, png }] of pictures.entries()) {
    const at = headerBytes + entryBytes * index;
    // 256 does not fit into a byte and is written as 0.
    header.writeUInt8(size % 256, at);
    header.writeUInt8(size % 256, at + 1);
    header.writeUInt16LE(1, at + 4);
    header.writeUInt16LE(32, at + 6);
    header.writeUInt32LE(png.length, at + 8);
    header.writeUInt32LE(offset, at + 12);
    offset += png.length;
  }
  return Buffer.concat([header, ...pictures.map(({ png }) => png)]);
}
