import { Button, Drawer } from '@mantine/core';
import { Link, type LinkProps } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import { copyText } from './copy-text';
import { EmptyState } from './empty-state';
import classes from './list-drawer.module.css';

export interface ListRow {
  readonly id: string;
  readonly name: string;
  readonly place: string;
  /** Why it is on this list, or what is missing. */
  readonly detail: string;
  readonly link: Pick<LinkProps, 'to' | 'params' | 'search'>;
}

export interface OpenedList {
  readonly title: string;
  /** 户, 个 … */
  readonly measure: string;
  /** What they add up to where the figure counts something else: 合计 2662 名. */
  readonly sum?: string;
  readonly asOf: string;
  readonly rows: readonly ListRow[];
  /** How many there are when only the first are listed. */
  readonly total?: number;
}

interface ListDrawerProps {
  readonly list: OpenedList;
  readonly onClose: () => void;
}

const asText = (rows: readonly ListRow[]): string =>
  ['名称\t所属乡镇\t情况', ...rows.map((row) => `${row.name}\t${row.place}\t${row.detail}`)].join('\n');

function Rows({ rows }: { readonly rows: readonly ListRow[] }) {
  const scroll = useRef<HTMLDivElement>(null);
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => 3.25 * rem,
    overscan: 10,
  });
  return (
    <div ref={scroll} className={classes['scroll']}>
      <ul className={classes['rows']} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((item) => {
          const row = rows[item.index];
          return (
            row && (
              <li
                key={row.id}
                className={classes['row']}
                style={{ height: item.size, transform: `translateY(${item.start}px)` }}
                aria-setsize={rows.length}
                aria-posinset={item.index + 1}
              >
                <Link {...row.link} className={classes['link']}>
                  <span className={classes['name']} title={row.name}>
                    {row.name}
                  </span>
                  <span className={classes['place']}>{row.place}</span>
                  <span className={classes['detail']}>{row.detail}</span>
                </Link>
              </li>
            )
          );
        })}
      </ul>
    </div>
  );
}

/** Back to where one was when it closes; the drawer's own way back needs it to stay mounted. */
function useFocusReturn(): void {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (opener instanceof HTMLElement) opener.focus({ preventScroll: true });
    },
    [opener],
  );
}

/** The names behind a figure, beside the page, so that the figure stays in sight. */
export function ListDrawer({ list, onClose }: ListDrawerProps) {
  const [isCopied, setCopied] = useState(false);
  const total = list.total ?? list.rows.length;
  useFocusReturn();
  const copy = () => {
    copyText(asText(list.rows)).then(setCopied, () => setCopied(false));
  };
  return (
    <Drawer opened onClose={onClose} position="right" size="30rem" title={list.title}>
      <div className={classes['body']}>
        <div className={classes['head']}>
          <p className={classes['total']}>
            共 <strong data-testid="list-count">{total}</strong> {list.measure}
            {list.sum !== undefined && `，${list.sum}`}，时点 {list.asOf}
            {total > list.rows.length && `，列出前 ${list.rows.length} ${list.measure}`}
          </p>
          <Button variant="default" size="xs" onClick={copy} disabled={list.rows.length === 0}>
            {isCopied ? '已复制' : '复制名单'}
          </Button>
        </div>
        {list.rows.length === 0 ? (
          <EmptyState icon="saved" title="名单是空的" hint="这一天没有符合的单位。" />
        ) : (
          <Rows rows={list.rows} />
        )}
      </div>
    </Drawer>
  );
}
