/** 单位详情: everything the register knows about one unit, and what is usually done with it. */
import { Tabs } from '@mantine/core';
import { EmptyState } from '@renderer/components/empty-state';
import { useDocument } from '@renderer/data/react';
import { useMayWrite } from '@renderer/sync/status/use-may-write';
import type { Unit } from '@shared/domain/unit';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import type { Lookups } from '../fields/field-kind';
import { parseUnitDetailSearch, type UnitTab } from '../page/ledger-search';
import { useLedgerContext, useLookups } from '../page/use-ledger-context';
import { RecordForm } from '../record/record-form';
import type { LedgerContext } from '../tables/table-model';
import { HistoryTab } from './history-tab';
import { AssignDialog, VisitDialog } from './instructor-dialogs';
import { CoverDialog, NewOrgDialog } from './org-dialogs';
import { OrgTab } from './org-tab';
import { PeopleTab } from './people-tab';
import { RoomsTab } from './rooms-tab';
import { SixHavesTab } from './six-haves-tab';
import classes from './unit-detail.module.css';
import { UnitHeader } from './unit-header';
import { VisitsTab } from './visits-tab';

export type UnitDialogName = 'assign' | 'visit' | 'cover' | 'newOrg';

/** What every tab is given. */
export interface UnitTabProps {
  readonly unit: Unit;
  readonly context: LedgerContext;
  readonly lookups: Lookups;
  readonly onAsk: (dialog: UnitDialogName) => void;
}

const tabLabels: Readonly<Record<UnitTab, string>> = {
  basic: '基本',
  org: '党组织',
  six: '六有',
  visits: '指导员走访',
  rooms: '阵地',
  people: '人员',
  history: '变更记录',
};

export function UnitDetailPage() {
  const { unitId = '' }: { unitId?: string } = useParams({ strict: false });
  const unit = useDocument('units', unitId);
  useEffect(() => {
    document.title = `${unit?.name ?? '单位详情'} · 两新台账`;
  }, [unit?.name]);
  if (unit === undefined)
    return (
      <EmptyState
        icon="unit"
        title="台账中没有这户单位"
        hint="可能已经合并或彻底清除。请回到两新组织台账查找。"
      />
    );
  return <UnitDetail key={unit.id} unit={unit} />;
}

function UnitDetail({ unit }: { readonly unit: Unit }) {
  const context = useLedgerContext();
  const lookups = useLookups();
  const { tab = 'basic' } = parseUnitDetailSearch(useSearch({ strict: false }));
  const navigate = useNavigate();
  const [dialog, setDialog] = useState<UnitDialogName | null>(null);
  const mayWrite = useMayWrite('units');
  const facts = context.factsOf(unit.id);
  const shared: UnitTabProps = { unit, context, lookups, onAsk: setDialog };
  const tabs: Readonly<Record<UnitTab, () => ReactNode>> = {
    basic: () => <BasicTab {...shared} />,
    org: () => <OrgTab {...shared} />,
    six: () => <SixHavesTab {...shared} />,
    visits: () => <VisitsTab {...shared} />,
    rooms: () => <RoomsTab {...shared} />,
    people: () => <PeopleTab {...shared} />,
    history: () => <HistoryTab {...shared} />,
  };
  const open = (next: string | null) => {
    // The page serves one address, but the router types the search of all of them.
    if (next !== null) void navigate({ to: '.', search: (() => ({ tab: next })) as never, replace: true });
  };
  return (
    <div className={classes['page']}>
      <UnitHeader unit={unit} facts={facts} context={context} onAsk={setDialog} />
      <Tabs value={tab} onChange={open} keepMounted={false} className={classes['tabs'] ?? ''}>
        <Tabs.List aria-label="单位信息">
          {Object.entries(tabLabels).map(([id, label]) => (
            <Tabs.Tab key={id} value={id}>
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {Object.entries(tabs).map(([id, content]) => (
          <Tabs.Panel key={id} value={id} className={classes['panel'] ?? ''}>
            {id === tab && (writes.has(id) && !mayWrite ? <Untouched>{content()}</Untouched> : content())}
          </Tabs.Panel>
        ))}
      </Tabs>
      <UnitDialog name={dialog} {...shared} onClose={() => setDialog(null)} />
    </div>
  );
}

/** Tabs with buttons that change something; of the others every control takes care of itself. */
const writes: ReadonlySet<string> = new Set<UnitTab>(['org', 'six', 'visits', 'rooms', 'people']);

/** To be looked at: nothing in it can be pressed. */
const Untouched = ({ children }: { readonly children: ReactNode }) => (
  <fieldset className={classes['untouched']} disabled>
    {children}
  </fieldset>
);

const BasicTab = ({ unit, lookups }: UnitTabProps) => (
  <RecordForm table="units" document={unit} lookups={lookups} onOpen={() => undefined} />
);

interface UnitDialogSwitchProps extends UnitTabProps {
  readonly name: UnitDialogName | null;
  readonly onClose: () => void;
}

function UnitDialog({ name, ...props }: UnitDialogSwitchProps) {
  switch (name) {
    case 'assign':
      return <AssignDialog {...props} />;
    case 'visit':
      return <VisitDialog {...props} />;
    case 'cover':
      return <CoverDialog {...props} />;
    case 'newOrg':
      return <NewOrgDialog {...props} />;
    case null:
      return null;
  }
}
