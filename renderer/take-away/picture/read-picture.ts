/**
 * What a part of the page shows, as flat SVG: boxes, lines, shapes and words at their places, no styles, no nesting and
 * nothing foreign, because WPS and Word draw only plain SVG. Whatever is scrolled out of sight is drawn too.
 */
import { type ColourReader, createColourReader, paintAttributes } from './read-colour';
import { createRuler, type Ruler, round, svgWords } from './svg-text';

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** SVG elements, from the top left corner. */
  readonly body: string;
}

const shapeGeometry: Readonly<Record<string, readonly string[]>> = {
  path: ['d'],
  line: ['x1', 'y1', 'x2', 'y2'],
  rect: ['x', 'y', 'width', 'height', 'rx', 'ry'],
  circle: ['cx', 'cy', 'r'],
  polyline: ['points'],
  polygon: ['points'],
};
const unseen = 'defs, title, desc, .recharts-tooltip-wrapper, script, style';

/** @returns an empty picture (width 0) while there is nothing to see */
export function readPicture(root: HTMLElement): Picture {
  const scrolled = [root, ...root.querySelectorAll<HTMLElement>('*')].flatMap((element) => {
    const { scrollTop: top, scrollLeft: left } = element;
    return top === 0 && left === 0 ? [] : [{ element, top, left }];
  });
  for (const { element } of scrolled) element.scrollTo({ top: 0, left: 0, behavior: 'instant' });
  try {
    const reader = new PictureReader(root.getBoundingClientRect());
    reader.read(root, 1);
    return reader.finish();
  } finally {
    for (const { element, top, left } of scrolled) element.scrollTo({ top, left, behavior: 'instant' });
  }
}

class PictureReader {
  readonly #origin: DOMRect;
  readonly #colours: ColourReader = createColourReader();
  readonly #ruler: Ruler = createRuler();
  readonly #parts: string[] = [];
  #left = 0;
  #right = 0;
  #bottom = 0;

  constructor(origin: DOMRect) {
    this.#origin = origin;
  }

  finish(): Picture {
    const words = this.#parts.join('\n');
    // Words on an axis may stand a little over the left edge.
    const left = Math.floor(this.#left);
    return {
      width: Math.ceil(this.#right) - left,
      height: Math.ceil(this.#bottom),
      body: left === 0 ? words : `<g transform="translate(${-left} 0)">\n${words}\n</g>`,
    };
  }

  read(element: Element, above: number): void {
    if (element.matches(unseen)) return;
    const style = getComputedStyle(element);
    const share = above * Number(style.opacity);
    if (style.display === 'none' || share === 0 || isForReadersOnly(element, style)) return;
    if (style.visibility === 'visible') {
      if (element instanceof SVGGraphicsElement) this.#shape(element, style, share);
      else this.#box(element, style, share);
    }
    for (const child of element.childNodes) {
      if (child instanceof Element) this.read(child, share);
      else if (child instanceof Text && style.visibility === 'visible')
        this.#words(child, element, style, share);
    }
  }

  #place(rect: DOMRect): { readonly x: number; readonly y: number } {
    const [x, y] = [rect.x - this.#origin.x, rect.y - this.#origin.y];
    this.#left = Math.min(this.#left, x);
    this.#right = Math.max(this.#right, x + rect.width);
    this.#bottom = Math.max(this.#bottom, y + rect.height);
    return { x, y };
  }

  #box(element: Element, style: CSSStyleDeclaration, share: number): void {
    const rect = element.getBoundingClientRect();
    if (rect.width === 0 || rect.height === 0) return;
    const ground = this.#colours(style.backgroundColor);
    if (ground !== null) {
      const { x, y } = this.#place(rect);
      const corner = Number.parseFloat(style.borderTopLeftRadius) || 0;
      this.#parts.push(
        `<rect x="${round(x)}" y="${round(y)}" width="${round(rect.width)}" height="${round(rect.height)}"${corner > 0 ? ` rx="${corner}"` : ''}${paintAttributes('fill', ground, share)}/>`,
      );
    }
    for (const side of ['Top', 'Right', 'Bottom', 'Left'] as const) this.#border(rect, style, side, share);
  }

  #border(
    rect: DOMRect,
    style: CSSStyleDeclaration,
    side: 'Top' | 'Right' | 'Bottom' | 'Left',
    share: number,
  ): void {
    const width = Number.parseFloat(style[`border${side}Width`]);
    if (!(width > 0) || style[`border${side}Style`] === 'none') return;
    const paint = this.#colours(style[`border${side}Color`]);
    if (paint === null) return;
    const { x, y } = this.#place(rect);
    const half = width / 2;
    const [left, right] =
      side === 'Right' ? [x + rect.width - half, x + rect.width - half] : [x + half, x + half];
    const [top, bottom] =
      side === 'Bottom' ? [y + rect.height - half, y + rect.height - half] : [y + half, y + half];
    const isLevel = side === 'Top' || side === 'Bottom';
    this.#parts.push(
      `<line x1="${round(isLevel ? x : left)}" y1="${round(isLevel ? top : y)}" x2="${round(isLevel ? x + rect.width : right)}" y2="${round(isLevel ? bottom : y + rect.height)}" stroke-width="${width}"${paintAttributes('stroke', paint, share)}/>`,
    );
  }

  #shape(element: SVGGraphicsElement, style: CSSStyleDeclaration, share: number): void {
    const geometry = shapeGeometry[element.localName];
    const matrix = element.getScreenCTM();
    if (geometry === undefined || matrix === null) return;
    const fill = this.#colours(style.fill);
    const stroke = this.#colours(style.stroke);
    if (fill === null && stroke === null) return;
    this.#place(element.getBoundingClientRect());
    const attributes = geometry.flatMap((name) => {
      const value = element.getAttribute(name);
      return value === null ? [] : [` ${name}="${value}"`];
    });
    const { a, b, c, d, e, f } = matrix;
    const moved = [a, b, c, d, e - this.#origin.x, f - this.#origin.y].map(round).join(' ');
    const dashes =
      style.strokeDasharray === 'none'
        ? ''
        : ` stroke-dasharray="${style.strokeDasharray.replaceAll('px', '')}"`;
    const line =
      stroke === null
        ? ''
        : ` stroke-width="${Number.parseFloat(style.strokeWidth)}" stroke-linejoin="${style.strokeLinejoin}"${dashes}`;
    this.#parts.push(
      `<${element.localName}${attributes.join('')} transform="matrix(${moved})"${paintAttributes('fill', fill, share * Number(style.fillOpacity))}${paintAttributes('stroke', stroke, share * Number(style.strokeOpacity))}${line}/>`,
    );
  }

  #words(node: Text, element: Element, style: CSSStyleDeclaration, share: number): void {
    const paint = this.#colours(element instanceof SVGElement ? style.fill : style.color);
    if (paint === null || node.data.trim() === '') return;
    const type = {
      family: style.fontFamily,
      size: Number.parseFloat(style.fontSize),
      weight: style.fontWeight,
    };
    for (const { text, rect } of linesOf(node)) {
      const { x, y } = this.#place(rect);
      const { fontBoundingBoxAscent: up, fontBoundingBoxDescent: down } = this.#ruler(text, type);
      const anchor = anchorOf(element, style);
      const shift = anchor === 'start' ? 0 : anchor === 'middle' ? rect.width / 2 : rect.width;
      const words = svgWords({
        ...type,
        text,
        colour: paint.colour,
        x: x + shift,
        baseline: y + (rect.height - up - down) / 2 + up,
        anchor,
      });
      this.#parts.push(share < 1 ? `<g opacity="${round(share)}">${words}</g>` : words);
    }
  }
}

/** Words that only screen readers get stand in a box of one pixel. */
const isForReadersOnly = (element: Element, style: CSSStyleDeclaration): boolean =>
  style.position === 'absolute' && style.overflow === 'hidden' && element.clientWidth <= 1;

/** A text in another typeface is wider or narrower: it should then grow away from the edge it stands at. */
function anchorOf(element: Element, style: CSSStyleDeclaration): 'start' | 'middle' | 'end' {
  const align = element instanceof SVGElement ? style.textAnchor : style.textAlign;
  if (align === 'middle' || align === 'center') return 'middle';
  return align === 'end' || align === 'right' ? 'end' : 'start';
}

interface Line {
  readonly text: string;
  readonly rect: DOMRect;
}

/** Lines as the page broke them; blanks as the page shows them. */
function linesOf(node: Text): Line[] {
  const range = document.createRange();
  range.selectNodeContents(node);
  const rects = range.getClientRects();
  const [first] = rects;
  if (first === undefined) return [];
  if (rects.length === 1) return [{ text: shown(node.data), rect: first }];
  const lines: { text: string; rect: DOMRect }[] = [];
  for (let at = 0; at < node.length; at++) {
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    const rect = range.getBoundingClientRect();
    if (rect.width === 0) continue;
    const last = lines.at(-1);
    if (last && Math.abs(last.rect.y - rect.y) < rect.height / 2) {
      last.text += node.data.charAt(at);
      last.rect = new DOMRect(last.rect.x, last.rect.y, rect.right - last.rect.x, last.rect.height);
    } else lines.push({ text: node.data.charAt(at), rect });
  }
  return lines.map(({ text, rect }) => ({ text: shown(text), rect }));
}

const shown = (text: string): string => text.replace(/\s+/g, ' ').trim();
