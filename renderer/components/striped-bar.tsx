interface StripedBarProps {
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly height?: number;
  readonly fill?: string;
}

const step = 5;
const stripe = 2;

/**
 * A bar of upright stripes: a mark of its own where a seventh colour could not be told apart. Upright, so that a bar of a
 * few pixels' height still shows them; lines and not a pattern, because a picture that is taken away holds plain shapes only.
 */
export function StripedBar({ x = 0, y = 0, width = 0, height = 0, fill = 'currentColor' }: StripedBarProps) {
  const count = Math.max(1, Math.floor((width + step - stripe) / step));
  const first = x + (width - (count - 1) * step) / 2;
  const stripes = Array.from({ length: count }, (_, i) => `M${first + i * step} ${y}v${height}`).join('');
  return (
    <g>
      <rect x={x} y={y} width={width} height={height} fill={fill} fillOpacity={0.2} />
      <path d={stripes} fill="none" stroke={fill} strokeWidth={stripe} strokeOpacity={1} />
    </g>
  );
}
