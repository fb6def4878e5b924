/** Words as SVG: one element per line of text, at the place where the page shows it. */

/** Typefaces an office PC has stand first: a picture is opened in WPS and Word, which take the first they know. */
const officeFonts = '"Microsoft YaHei", "微软雅黑", "PingFang SC"';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
export const xmlText = (text: string): string => text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);

export interface Type {
  readonly family: string;
  /** Pixels. */
  readonly size: number;
  readonly weight: string;
}

export interface Words extends Type {
  readonly text: string;
  readonly colour: string;
  readonly x: number;
  /** Of the line the letters stand on. */
  readonly baseline: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

export const svgWords = ({ text, colour, x, baseline, anchor, family, size, weight }: Words): string =>
  `<text x="${round(x)}" y="${round(baseline)}" font-family="${xmlText(`${officeFonts}, ${family}`)}" font-size="${round(size)}" font-weight="${weight}" text-anchor="${anchor}" fill="${colour}">${xmlText(text)}</text>`;

export const round = (value: number): number => Math.round(value * 100) / 100;

/** Measures as the page does. */
export function createRuler(): (text: string, type: Type) => TextMetrics {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) throw new Error('this browser draws no text');
  return (text, { family, size, weight }) => {
    context.font = `${weight} ${size}px ${family}`;
    return context.measureText(text);
  };
}
export type Ruler = ReturnType<typeof createRuler>;
