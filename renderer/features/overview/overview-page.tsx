import { Button } from '@mantine/core';
import { EmptyState } from '@renderer/components/empty-state';
import { Page } from '@renderer/components/page';
import { useFacts } from '@renderer/data/figures/react';
import { useOffice } from '@renderer/data/react';
import { useSyncStatus } from '@renderer/sync/status/react';
import { TakeAway } from '@renderer/take-away/chart-menu';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { ComparePanel } from './compare-panel';
import { CoveragePair } from './coverage-pair';
import { formatGroupRef, type GroupRef } from './groupings';
import { describeState } from './headline';
import { formatListSpec, type ListSpec } from './list-spec';
import { OpenedListDrawer } from './opened-list-drawer';
import classes from './overview.module.css';
import { SixHavesPanel } from './six-haves-panel';
import { TargetPanel } from './target-panel';
import { TaskPanel } from './task-panel';
import { TrendPanel } from './trend-panel';
import { useOverview } from './use-overview';

/** Opens a list by writing it into the address, so that it can be sent, reloaded and gone back from. */
function useOpenList() {
  const navigate = useNavigate();
  return (spec: ListSpec, where: { readonly group?: GroupRef; readonly on?: string } = {}) => {
    const search = {
      list: formatListSpec(spec),
      ...(where.group ? { group: formatGroupRef(where.group) } : {}),
      ...(where.on ? { on: where.on } : {}),
    };
    navigate({ to: '/overview', search }).catch(() => {});
  };
}

function Board() {
  const overview = useOverview();
  const open = useOpenList();
  const { decimals } = overview;
  return (
    <div className={classes['frame']}>
      <div className={classes['board']}>
        <CoveragePair now={overview.figures} yearAgo={overview.yearAgo} decimals={decimals} onOpen={open} />
        <SixHavesPanel six={overview.six} onOpen={open} />
        <TaskPanel tasks={overview.tasks} onOpen={open} />
        <TrendPanel
          points={overview.trend}
          decimals={decimals}
          onOpen={(spec, on) => open(spec, on === overview.asOf ? {} : { on })}
        />
        <ComparePanel
          grouping={overview.comparison}
          onGrouping={overview.setComparison}
          groups={overview.groups}
          decimals={decimals}
          onOpen={(spec, group) => open(spec, { group })}
        />
        <TargetPanel year={overview.year} standings={overview.standings} decimals={decimals} onOpen={open} />
      </div>
    </div>
  );
}

/** 概览: the coverage pair and 六有, what to do, and where things are going; one screen. */
export function OverviewPage() {
  const search = useSearch({ from: '/overview' });
  const navigate = useNavigate();
  const view = useFacts();
  const { partial } = useSyncStatus();
  const place = useOffice()?.name ?? '本单位';
  const all = view.sums('all').get('all');
  if ((view.facts.size === 0 || !all) && partial !== null)
    return (
      <Page title="概览">
        <EmptyState
          icon="exchange"
          title="正在等县级的台账"
          hint="收到单位以后，这里自动显示覆盖率和六有。"
        />
      </Page>
    );
  if (view.facts.size === 0 || !all)
    return (
      <Page title="概览" state="台账里还没有单位。">
        <EmptyState
          icon="overview"
          title="录入单位后，这里显示覆盖率和六有"
          hint="从现有的 Excel、WPS 台账导入最快，也可以在台账里逐户新建。"
          action={<Button renderRoot={(props) => <Link to="/import" {...props} />}>导入台账</Button>}
        />
      </Page>
    );
  return (
    <Page
      title="概览"
      state={describeState(all.figures)}
      action={<Button renderRoot={(props) => <Link to="/reports" {...props} />}>出报表</Button>}
    >
      <TakeAway place={place} asOf={view.asOf} source="本机台账即时计算">
        <Board />
      </TakeAway>
      <OpenedListDrawer
        search={search}
        onClose={() => {
          navigate({ to: '/overview', search: {} }).catch(() => {});
        }}
      />
    </Page>
  );
}
