import { palette } from '@renderer/components/palette';
import { TargetBar } from '@renderer/components/target-bar';
import { formatFraction, formatRate } from '@shared/figures/format-rate';
import { percentOf } from '@shared/insights/change';
import type { SumsGroup } from '@shared/insights/messages';
import { useBoard } from '../page/board-context';
import classes from '../page/boards.module.css';
import { countedIn } from './figures';

interface SixBarsProps {
  readonly group: SumsGroup | undefined;
  /** Percent of units that should meet an item, by its code; none = no mark. */
  readonly targets: ReadonlyMap<string, number>;
}

/** The items of 六有, each by the share of assessed units that meet it; a bar opens those that do not. */
export function SixBars({ group, targets }: SixBarsProps) {
  const { items, decimals, open } = useBoard();
  const denominator = countedIn(group, 'C20').denominator;
  const met = group?.distributions.sixByItem ?? {};
  return (
    <ul className={classes['bars']}>
      {items.map(({ code, label }) => {
        const target = targets.get(code);
        const figure = { numerator: met[code] ?? 0, denominator };
        return (
          <li key={code}>
            <button
              type="button"
              className={classes['bar']}
              title="查看未达到的名单"
              onClick={() => open({ kind: 'sixItem', code, isMet: false })}
            >
              <span>{label}</span>
              <TargetBar
                percent={percentOf(figure)}
                colour={palette.blue}
                {...(target === undefined ? {} : { target })}
              />
              <span>
                {formatRate(figure, decimals)}{' '}
                <span className={classes['quiet']}>{formatFraction(figure)}</span>
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
