import { formatNumber } from '@shared/lib/format-number';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import classes from './ledger-page.module.css';

export interface ViewTab {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  /** null = not counted (saved views, the bin). */
  readonly count: number | null;
}

interface ViewTabsProps {
  readonly tabs: readonly ViewTab[];
  readonly active: string;
  readonly onChange: (id: string) => void;
  readonly panelId: string;
}

/** Saved lists as tabs with how many records each has. */
export function ViewTabs({ tabs, active, onChange, panelId }: ViewTabsProps) {
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = tabs[tabs.findIndex((tab) => tab.id === active) + by];
    if (by === 0 || next === undefined) return;
    onChange(next.id);
    const buttons = event.currentTarget.querySelectorAll<HTMLButtonElement>('[role=tab]');
    buttons[tabs.indexOf(next)]?.focus();
  };
  const list = useRef<HTMLDivElement | null>(null);
  useEffect(() => {
    const element = list.current;
    if (element === null) return undefined;
    // A narrower table (the record opened beside it) must not hide the tab one is on.
    const show = () =>
      element
        .querySelector(`[data-tab="${CSS.escape(active)}"]`)
        ?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
    const observer = new ResizeObserver(show);
    observer.observe(element);
    return () => observer.disconnect();
  }, [active]);
  return (
    <div
      ref={list}
      role="tablist"
      tabIndex={-1}
      aria-label="视图"
      className={classes['tabs']}
      onKeyDown={move}
    >
      {tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          data-tab={tab.id}
          className={classes['tab']}
          title={tab.hint}
          aria-selected={tab.id === active}
          aria-controls={panelId}
          tabIndex={tab.id === active ? 0 : -1}
          onClick={() => onChange(tab.id)}
        >
          {tab.label}
          {tab.count !== null && <span className={classes['count']}>{formatNumber(tab.count)}</span>}
        </button>
      ))}
    </div>
  );
}
