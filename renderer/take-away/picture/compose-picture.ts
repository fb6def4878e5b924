/** A chart as it can leave the page: with its title, what it is about and who counted, on white. */
import type { Picture } from './read-picture';
import { createRuler, type Ruler, svgWords, type Type } from './svg-text';

export interface Caption {
  readonly title: string;
  /** Place, day and note, under the title. */
  readonly about: string;
  /** Who counted, under the chart. */
  readonly source: string;
}
export interface SvgPicture {
  /** A file that stands alone. */
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

const margin = 20;
const gap = 12;
const narrowest = 320;
const family = '"Noto Sans SC", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif';
const titleType: Type = { family, size: 16, weight: '600' };
const smallType: Type = { family, size: 12, weight: '400' };
const ink = '#1f2329';
const quietInk = '#59616b';

/** @param caption null = the chart alone, for a page that says the rest itself */
export function composePicture(picture: Picture, caption: Caption | null): SvgPicture {
  const { width, height, body } = picture;
  if (caption === null) return onWhite(width, height, body);
  const inner = Math.max(width, narrowest);
  const ruler = createRuler();
  const headed = [
    { text: caption.title, type: titleType, colour: ink },
    { text: caption.about, type: smallType, colour: quietInk },
  ];
  const head = wordsBelow(margin, inner, ruler, headed, margin);
  const top = head.bottom + gap;
  const source = [{ text: caption.source, type: smallType, colour: quietInk }];
  const foot = wordsBelow(margin, inner, ruler, source, top + height + gap);
  return onWhite(
    inner + 2 * margin,
    foot.bottom + margin,
    `${head.svg}<g transform="translate(${margin} ${top})">\n${body}\n</g>${foot.svg}`,
  );
}

const onWhite = (width: number, height: number, body: string): SvgPicture => ({
  width,
  height,
  svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">\n<rect width="${width}" height="${height}" fill="#ffffff"/>\n${body}\n</svg>\n`,
});

interface Paragraph {
  readonly text: string;
  readonly type: Type;
  readonly colour: string;
}

function wordsBelow(
  x: number,
  width: number,
  ruler: Ruler,
  paragraphs: readonly Paragraph[],
  top: number,
): { readonly svg: string; readonly bottom: number } {
  let bottom = top;
  const lines = paragraphs.flatMap(({ text, type, colour }) =>
    broken(text, (part) => ruler(part, type).width <= width).map((line) => {
      const height = type.size * 1.5;
      bottom += height;
      return svgWords({
        ...type,
        text: line,
        colour,
        x,
        baseline: bottom - type.size * 0.4,
        anchor: 'start',
      });
    }),
  );
  return { svg: `${lines.join('\n')}\n`, bottom: Math.ceil(bottom) };
}

/** Chinese breaks anywhere; dates and numbers stay whole. */
function broken(text: string, fits: (line: string) => boolean): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(/[\w.%/-]+|\s+|[^\w\s]/g) ?? []) {
    if (line !== '' && !fits(line + piece)) {
      lines.push(line);
      line = piece.trimStart();
    } else line += piece;
  }
  return line === '' ? lines : [...lines, line];
}
