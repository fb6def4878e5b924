import { usePageKeys } from '@renderer/components/use-page-keys';
import { type Duty, type DutyState, dutyKinds, dutyStates } from '@shared/duties/duty';
import { daysBetween } from '@shared/lib/day';
import type { Relations } from '@shared/rules/relations';
import { Link } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import classes from './duties.module.css';
import { linkOf } from './duty-link';
import { placeNameOf } from './duty-places';

interface DutyRowsProps {
  readonly duties: readonly Duty[];
  readonly relations: Relations;
  readonly asOf: string;
}

/** The words beside the day: how late, or how soon. */
function stateWords(state: DutyState, dueOn: string | null, asOf: string): string {
  if (dueOn === null || state === 'later') return dutyStates[state];
  const days = daysBetween(asOf, dueOn);
  if (state === 'overdue') return `已逾期 ${-days} 天`;
  if (days === 0) return '今天到期';
  // Let pass by the days of grace.
  return days < 0 ? '宽限期内' : `还有 ${days} 天`;
}

function DutyRow({ duty, relations, asOf }: { readonly duty: Duty } & Omit<DutyRowsProps, 'duties'>) {
  const { state, dueOn, kind, name, situation, rule, source } = duty;
  return (
    <Link {...linkOf(duty)} className={classes['row']}>
      <span className={classes['due']}>
        <span className={classes['day']}>{dueOn ?? '—'}</span>
        <span className={classes['state']} data-state={state}>
          {stateWords(state, dueOn, asOf)}
        </span>
      </span>
      <span className={classes['kind']}>{dutyKinds[kind]}</span>
      <span className={classes['pair']}>
        <span className={classes['name']} title={name}>
          {name}
        </span>
        <span className={classes['quiet']} title={situation}>
          {situation}
        </span>
      </span>
      <span className={classes['place']}>{placeNameOf(duty, relations)}</span>
      <span className={classes['pair']}>
        <span className={classes['rule']} title={rule}>
          {rule}
        </span>
        <span className={classes['quiet']} title={source}>
          依据：{source}
        </span>
      </span>
    </Link>
  );
}

/** One line for each duty; the line opens the record. ↑ ↓ (or k, j) go through the lines. */
export function DutyRows({ duties, relations, asOf }: DutyRowsProps) {
  const scroll = useRef<HTMLDivElement>(null);
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const virtualizer = useVirtualizer({
    count: duties.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => 3.25 * rem,
    overscan: 10,
  });
  const step = (by: number) => {
    const here = document.activeElement?.closest<HTMLElement>('[data-index]')?.dataset['index'];
    const next = here === undefined ? 0 : Number(here) + by;
    // The neighbours of a visible line are always drawn; focus scrolls to them.
    scroll.current?.querySelector<HTMLElement>(`[data-index="${next}"] a`)?.focus();
  };
  usePageKeys({ j: () => step(1), ArrowDown: () => step(1), k: () => step(-1), ArrowUp: () => step(-1) });
  return (
    <div ref={scroll} className={classes['scroll']}>
      <ul className={classes['rows']} style={{ height: virtualizer.getTotalSize() }} aria-label="要办的事">
        {virtualizer.getVirtualItems().map(({ index, size, start }) => {
          const duty = duties[index];
          return (
            duty && (
              <li
                key={duty.id}
                data-index={index}
                className={classes['item']}
                style={{ height: size, transform: `translateY(${start}px)` }}
                aria-setsize={duties.length}
                aria-posinset={index + 1}
              >
                <DutyRow duty={duty} relations={relations} asOf={asOf} />
              </li>
            )
          );
        })}
      </ul>
    </div>
  );
}
