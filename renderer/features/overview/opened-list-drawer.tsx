import { Drawer } from '@mantine/core';
import { ListDrawer } from '@renderer/components/list-drawer';
import { LoadingScreen } from '@renderer/components/loading-screen';
import { useFacts } from '@renderer/data/figures/react';
import { useTable } from '@renderer/data/react';
import { useMemo } from 'react';
import { parseGroupRef } from './groupings';
import { parseListSpec } from './list-spec';
import { openList } from './opened-list';
import type { OverviewSearch } from './overview-search';
import { usePastDay } from './use-past-figures';

interface OpenedListDrawerProps {
  readonly search: OverviewSearch;
  readonly onClose: () => void;
}

/** The list named in the address, on the chosen day or on the past day the address names. */
export function OpenedListDrawer({ search, onClose }: OpenedListDrawerProps) {
  const present = useFacts();
  const past = usePastDay(search.on ?? null);
  const orgs = useTable('partyOrgs');
  const spec = search.list === undefined ? null : parseListSpec(search.list);
  const view = search.on === undefined ? present : past;
  const group = search.group ?? '';
  const list = useMemo(() => {
    const parsed = search.list === undefined ? null : parseListSpec(search.list);
    if (!parsed || !view) return null;
    const { relations, ruleSet, criteriaSet, asOf, sites } = view;
    const facts = [...view.facts.values()];
    const context = { facts, sites: sites.values(), orgs, relations, ruleSet, criteriaSet, asOf };
    return openList(parsed, parseGroupRef(group), context);
  }, [search.list, group, view, orgs]);
  if (spec === null) return null;
  if (list === null)
    return (
      <Drawer opened onClose={onClose} position="right" size="30rem" title="名单">
        <LoadingScreen doing={`正在按 ${search.on ?? ''} 的情况重算…`} />
      </Drawer>
    );
  return <ListDrawer list={list} onClose={onClose} />;
}
