/** Colours as every program reads them: six hexadecimal digits, and how much of it. */

export interface Paint {
  readonly colour: string;
  /** 0–1. */
  readonly opacity: number;
}

/** @returns reads any colour CSS can write; null = nothing to see */
export function createColourReader(): (css: string) => Paint | null {
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('this browser draws nothing');
  const known = new Map<string, Paint | null>();
  const read = (css: string): Paint | null => {
    if (css === 'none' || css === 'transparent' || css.startsWith('url(')) return null;
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = '#000';
    context.fillStyle = css;
    context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
    if (alpha === 0) return null;
    const hex = [red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('');
    return { colour: `#${hex}`, opacity: Math.round((alpha / 255) * 100) / 100 };
  };
  return (css) => {
    const found = known.get(css);
    if (found !== undefined) return found;
    const paint = read(css);
    known.set(css, paint);
    return paint;
  };
}
export type ColourReader = ReturnType<typeof createColourReader>;

/** ` fill="#0072b2"`, with the opacity where it is not whole. */
export const paintAttributes = (name: 'fill' | 'stroke', paint: Paint | null, share = 1): string => {
  if (paint === null) return ` ${name}="none"`;
  const opacity = Math.round(paint.opacity * share * 100) / 100;
  return ` ${name}="${paint.colour}"${opacity < 1 ? ` ${name}-opacity="${opacity}"` : ''}`;
};
