import type { SvgPicture } from './compose-picture';

/** Browsers give up on larger canvases. */
const largestSide = 16_000;
const wantedScale = 2;

/** The picture at twice its size, so that print and large screens stay sharp; less where it would grow too large. */
export async function toPng({ svg, width, height }: SvgPicture): Promise<Blob> {
  const scale = Math.min(wantedScale, largestSide / Math.max(width, height));
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png');
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}
