/** Names under bars, whole: a name that is too long for one line goes on in the next. */

/** Signs that stand side by side under all bars together, on the narrowest panel. */
const narrowLine = 24;
const lineHeight = 14;

interface Line {
  /** Place of its first sign in the name. */
  readonly at: number;
  readonly text: string;
}

const linesOf = (name: string, nameCount: number, wholeLine: number): Line[] => {
  const lineLength = Math.max(3, Math.floor(wholeLine / nameCount));
  const signs = [...name];
  const lineCount = Math.max(1, Math.ceil(signs.length / lineLength));
  // Lines alike, so that no single sign stands below the others.
  const length = Math.ceil(signs.length / lineCount);
  return Array.from({ length: lineCount }, (_, i) => ({
    at: i * length,
    text: signs.slice(i * length, (i + 1) * length).join(''),
  }));
};

/**
 * Room the longest of the names needs under the axis, in pixels.
 * @param wholeLine signs that stand side by side under all bars together
 */
export const heightOfNames = (names: readonly string[], wholeLine = narrowLine): number =>
  16 + lineHeight * Math.max(1, ...names.map((name) => linesOf(name, names.length, wholeLine).length));

export interface TickProps {
  readonly x?: number | string;
  readonly y?: number | string;
  readonly payload?: { readonly value?: unknown };
}

interface WrappedTickProps extends TickProps {
  readonly nameCount: number;
  readonly wholeLine?: number;
}

export function WrappedTick({ x = 0, y = 0, payload, nameCount, wholeLine = narrowLine }: WrappedTickProps) {
  return (
    <text x={x} y={Number(y) + 14} fontSize={12} fill="currentColor" textAnchor="middle">
      {linesOf(String(payload?.value ?? ''), nameCount, wholeLine).map(({ at, text }) => (
        <tspan key={at} x={x} dy={at === 0 ? 0 : lineHeight}>
          {text}
        </tspan>
      ))}
    </text>
  );
}
