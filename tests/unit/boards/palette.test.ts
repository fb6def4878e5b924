/** Colours of charts: seen on paper and on the wall, and told apart with any colour vision. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { palette, stateColours } from '@renderer/components/palette';
import { coverageColours, stripedKinds } from '@shared/insights/figure-colours';
import { describe, expect, it } from 'vitest';

type Colour = readonly [number, number, number];
type Matrix = readonly [Colour, Colour, Colour];

/** Linear light, 0 to 1. */
function linear(hex: string): Colour {
  const part = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [part(1), part(3), part(5)];
}

const dot = (row: Colour, [r, g, b]: Colour): number => row[0] * r + row[1] * g + row[2] * b;
const luminance = (hex: string): number => dot([0.2126, 0.7152, 0.0722], linear(hex));

/** WCAG 2: 1 to 21. */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** How colours arrive in eyes without one kind of cone (Machado, Oliveira and Fernandes 2009, severity 1). */
const visions: Readonly<Record<string, Matrix>> = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** CIE Lab of a colour as somebody sees it; distances in it are about as large as they look. */
function seen(hex: string, vision: Matrix): Colour {
  const light = linear(hex);
  const inside = (row: Colour): number => Math.min(1, Math.max(0, dot(row, light)));
  const rgb: Colour = [inside(vision[0]), inside(vision[1]), inside(vision[2])];
  const bent = (t: number): number => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const x = bent(dot([0.4124564, 0.3575761, 0.1804375], rgb) / 0.95047);
  const y = bent(dot([0.2126729, 0.7151522, 0.072175], rgb));
  const z = bent(dot([0.0193339, 0.119192, 0.9503041], rgb) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const distance = (one: Colour, other: Colour): number =>
  Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]);

/** Two areas side by side are told apart from about 5 on; 10 leaves room for a poor screen. */
const leastDistance = 10;

const wallCss = readFileSync(
  join(import.meta.dirname, '../../../renderer/features/boards/wall/wall.module.css'),
  'utf8',
);
const wallGround = (name: string): string => new RegExp(`--${name}: (#[0-9a-f]{6})`).exec(wallCss)?.[1] ?? '';

describe('the colours of charts', () => {
  it.each(Object.entries(palette))('%s stands out from paper and from the wall', (_, colour) => {
    for (const ground of ['#ffffff', wallGround('paper'), wallGround('desk')])
      expect([ground, contrast(colour, ground)]).toEqual([
        ground,
        expect.toSatisfy((ratio: number) => ratio >= 3),
      ]);
  });

  it.each(Object.entries(visions))('are told apart in pairs with %s vision', (_, vision) => {
    const colours = Object.entries(palette);
    const close = colours.flatMap(([one, a], i) =>
      colours.slice(i + 1).flatMap(([other, b]) => {
        const apart = distance(seen(a, vision), seen(b, vision));
        return apart < leastDistance ? [`${one}/${other} ${apart.toFixed(1)}`] : [];
      }),
    );
    expect(close).toEqual([]);
  });
});

it('no two kinds of coverage look alike', () => {
  const marks = Object.entries(coverageColours).map(
    ([kind, colour]) => `${colour}${stripedKinds.has(kind) ? ' in stripes' : ''}`,
  );
  expect(new Set(marks).size).toBe(marks.length);
});

it.each(Object.entries(stateColours))(
  'words of the state %s are read on white and on their own ground',
  (_, state) => {
    for (const ground of ['#ffffff', state.ground])
      expect(contrast(state.text, ground)).toBeGreaterThanOrEqual(4.5);
  },
);
