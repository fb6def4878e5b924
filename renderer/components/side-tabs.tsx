import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './side-tabs.module.css';

interface SideTabsProps<K extends string> {
  /** What the tabs choose between, for readers. */
  readonly label: string;
  readonly tabs: readonly { readonly key: K; readonly label: string }[];
  readonly current: K;
  readonly onChoose: (key: K) => void;
  /** Of the chosen tab. */
  readonly children: ReactNode;
}

/** A page in sections, their names down its left side; only the chosen one exists. */
export function SideTabs<K extends string>({ label, tabs, current, onChoose, children }: SideTabsProps<K>) {
  return (
    <Tabs
      orientation="vertical"
      value={current}
      onChange={(chosen) => {
        const tab = tabs.find(({ key }) => key === chosen);
        if (tab) onChoose(tab.key);
      }}
      className={classes['tabs']}
      keepMounted={false}
    >
      <Tabs.List className={classes['list']} aria-label={label}>
        {tabs.map((tab) => (
          <Tabs.Tab key={tab.key} value={tab.key} className={classes['tab']}>
            {tab.label}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value={current} className={classes['panel']}>
        {children}
      </Tabs.Panel>
    </Tabs>
  );
}
