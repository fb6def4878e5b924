import { Treemap } from '@mantine/charts';
import { formatNumber } from '@shared/lib/format-number';
import '@mantine/charts/styles.css';
import classes from './rate-chart.module.css';

export interface TreemapPart {
  readonly key: string;
  readonly name: string;
  readonly value: number;
}

interface CountTreemapProps {
  readonly parts: readonly TreemapPart[];
  readonly measure: string;
  readonly onOpen: (key: string) => void;
}

/** Deep enough for white words, and told apart in grey print by their borders. */
const colours = ['#0a4f80', '#2f6d99', '#4a6b85', '#5a6878'];
const chartHeight = 216;

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly index: number;
  readonly name?: string;
}

const wordSize = 13;
/** Chinese characters are as wide as high; figures half as wide. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (sign.charCodeAt(0) < 256 ? 0.55 : 1) * wordSize, 0);

/** Words only where they fit whole: a cut name says less than none, and the table has them all. */
function TreemapArea({ x, y, width, height, depth, index, name = '' }: Area) {
  if (depth < 1) return <g />;
  const fits = widthOf(name) + 8 <= width && height >= wordSize + 8;
  return (
    <g>
      <rect
        x={x}
        y={y}
        width={width}
        height={height}
        fill={colours[index % colours.length]}
        stroke="#ffffff"
        strokeWidth={2}
      >
        <title>{name}</title>
      </rect>
      {fits && (
        <text
          x={x + width / 2}
          y={y + height / 2}
          fill="#ffffff"
          stroke="none"
          fontSize={wordSize}
          textAnchor="middle"
          dominantBaseline="central"
          pointerEvents="none"
        >
          {name}
        </text>
      )}
    </g>
  );
}

/** Where most of something is: areas by count, largest first. */
export function CountTreemap({ parts, measure, onOpen }: CountTreemapProps) {
  const textOf = ({ name, value }: TreemapPart) => `${name} ${formatNumber(value)} ${measure}`;
  return (
    <div className={classes['plot']}>
      <Treemap
        height={chartHeight}
        data={parts.map((part) => ({ name: textOf(part), value: part.value }))}
        withTooltip={false}
        treemapProps={{
          isAnimationActive: false,
          content: (area: Area) => <TreemapArea {...area} />,
          onClick: (area: { readonly name?: string }) => {
            const part = parts.find((one) => textOf(one) === area.name);
            if (part) onOpen(part.key);
          },
        }}
      />
    </div>
  );
}
