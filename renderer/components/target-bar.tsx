import { BulletChart } from '@mantine/charts';
import '@mantine/charts/styles.css';

const hidden = { display: 'none' };

interface TargetBarProps {
  /** 0–100; null is a hole: nothing to divide by. */
  readonly percent: number | null;
  readonly target?: number;
  readonly colour: string;
}

/** A rate as a bar from zero, with a mark where it should be. The words stand beside it. */
export function TargetBar({ percent, target, colour }: TargetBarProps) {
  return (
    <BulletChart
      aria-hidden
      value={percent ?? 0}
      {...(target === undefined ? {} : { target })}
      ranges={[{ value: 100, color: 'var(--chart-ground)' }]}
      barColor={colour}
      targetColor="var(--chart-mark)"
      targetRatio={1}
      size={16}
      barSize={10}
      styles={{
        barLabel: hidden,
        rangeLabel: hidden,
        targetLabel: hidden,
        trackWrapper: { padding: 0, margin: 0 },
      }}
    />
  );
}
