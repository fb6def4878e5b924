/** A list of things to deal with on the left, the chosen one on the right. j/k or ↑/↓ go through it. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useRef } from 'react';
import { type PageKeys, usePageKeys } from './use-page-keys';
import classes from './work-list.module.css';

export interface WorkItem {
  readonly id: string;
  readonly title: string;
  /** What it is about, under the title. */
  readonly note: string;
  /** A word at the end of the note line: a time, a state. */
  readonly mark?: string;
}

interface WorkListProps {
  /** Accessible name of the list. */
  readonly label: string;
  readonly items: readonly WorkItem[];
  readonly selectedId: string | null;
  readonly onSelect: (id: string) => void;
  /** Filters above the list. */
  readonly tools?: ReactNode;
  /** Shown in place of both sides when there is nothing. */
  readonly empty: ReactNode;
  /** Keys beside j and k. */
  readonly keys?: PageKeys;
  readonly children: ReactNode;
}

export function WorkList(props: WorkListProps) {
  const { label, items, selectedId, onSelect, tools, empty, keys, children } = props;
  const step = (by: number) => {
    const at = items.findIndex(({ id }) => id === selectedId);
    const next = items[Math.min(items.length - 1, Math.max(0, at + by))];
    if (next !== undefined) onSelect(next.id);
  };
  usePageKeys({
    j: () => step(1),
    ArrowDown: () => step(1),
    k: () => step(-1),
    ArrowUp: () => step(-1),
    ...keys,
  });
  return (
    <div className={classes['frame']}>
      {tools !== undefined && <div className={classes['tools']}>{tools}</div>}
      {items.length === 0 ? (
        <div className={classes['empty']}>{empty}</div>
      ) : (
        <div className={classes['split']}>
          <Items label={label} items={items} selectedId={selectedId} onSelect={onSelect} />
          <div className={classes['detail']}>{children}</div>
        </div>
      )}
    </div>
  );
}

type ItemsProps = Pick<WorkListProps, 'label' | 'items' | 'selectedId' | 'onSelect'>;

function Items({ label, items, selectedId, onSelect }: ItemsProps) {
  const scroll = useRef<HTMLElement>(null);
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => 3.25 * rem,
    overscan: 10,
  });
  const at = items.findIndex(({ id }) => id === selectedId);
  useEffect(() => {
    if (at >= 0) virtualizer.scrollToIndex(at, { align: 'auto' });
  }, [at, virtualizer]);
  return (
    <nav ref={scroll} className={classes['list']} aria-label={label}>
      <ul className={classes['items']} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, size, start }) => {
          const item = items[index];
          return (
            item && (
              <li
                key={item.id}
                className={classes['item']}
                style={{ height: size, transform: `translateY(${start}px)` }}
                aria-setsize={items.length}
                aria-posinset={index + 1}
              >
                <button
                  type="button"
                  className={classes['button']}
                  aria-current={item.id === selectedId ? 'true' : undefined}
                  onClick={() => onSelect(item.id)}
                >
                  <span className={classes['title']} title={item.title}>
                    {item.title}
                  </span>
                  <span className={classes['line']}>
                    <span className={classes['note']}>{item.note}</span>
                    {item.mark !== undefined && <span className={classes['mark']}>{item.mark}</span>}
                  </span>
                </button>
              </li>
            )
          );
        })}
      </ul>
    </nav>
  );
}
