/** 冲突: fields two offices changed differently, settled one by one or all alike at once, also without a network. */
import { SegmentedControl, Select } from '@mantine/core';
import { EmptyState } from '@renderer/components/empty-state';
import { Page } from '@renderer/components/page';
import { type WorkItem, WorkList } from '@renderer/components/work-list';
import { lookupsOf } from '@renderer/data/history';
import { useRegister, useSnapshot } from '@renderer/data/react';
import { useMayWrite } from '@renderer/sync/status/use-may-write';
import { chinaDayOf } from '@shared/lib/day';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useDeferredValue, useMemo } from 'react';
import { alikeOf } from './alike';
import {
  type ConflictLists,
  fieldOptionOf,
  fieldOptions,
  listConflicts,
  narrowed,
  tableOptions,
} from './conflict-list';
import type { ConflictView } from './conflict-view';
import type { ConflictsSearch } from './conflicts-search';
import { propose } from './propose';
import type { Answer } from './settle';
import { SettlePanel } from './settle-panel';
import { SettledPanel } from './settled-panel';
import { useSettle } from './use-settle';

function useConflictLists(): ConflictLists {
  const register = useRegister();
  const snapshot = useDeferredValue(useSnapshot());
  // biome-ignore lint/correctness/useExhaustiveDependencies: the register is read anew whenever it has changed.
  return useMemo(() => listConflicts(register, lookupsOf(register)), [register, snapshot]);
}

const itemOf = ({ id, title, fieldLabel, mine, conflict }: ConflictView): WorkItem => ({
  id,
  title,
  note: fieldLabel,
  mark: conflict.state === 'open' ? mine.atText.slice(5, 16) : '已处理',
});

const sentenceOf = ({ open }: ConflictLists): string => {
  if (open.length === 0) return '没有待处理的冲突。';
  const records = new Set(open.map(({ conflict }) => conflict.documentId)).size;
  return `待处理 ${open.length} 处，涉及 ${records} 条记录。不联网也可以处理，连上后自动上报。`;
};

export function ConflictsPage() {
  const search = useSearch({ from: '/conflicts' });
  const navigate = useNavigate();
  const lists = useConflictLists();
  const change = (more: Partial<ConflictsSearch>) => {
    navigate({ to: '/conflicts', search: { ...search, ...more }, replace: true }).catch(() => {});
  };
  const all = search.state === 'settled' ? lists.settled : lists.open;
  const shown = useMemo(() => narrowed(all, search), [all, search]);
  const selected = shown.find(({ id }) => id === search.id) ?? shown[0] ?? null;
  return (
    <Page title="冲突" state={sentenceOf(lists)}>
      <WorkList
        label="冲突列表"
        items={useMemo(() => shown.map(itemOf), [shown])}
        selectedId={selected?.id ?? null}
        onSelect={(id) => change({ id })}
        tools={<Filters lists={lists} all={all} search={search} onChange={change} />}
        empty={<NothingHere isSettled={search.state === 'settled'} isNarrowed={all.length > 0} />}
      >
        {selected !== null && selected.conflict.state === 'open' && (
          <OpenConflict
            key={selected.id}
            view={selected}
            shown={shown}
            open={lists.open}
            onNext={(id) => change({ id })}
          />
        )}
        {selected !== null && selected.conflict.state === 'settled' && <SettledPanel view={selected} />}
      </WorkList>
    </Page>
  );
}

interface OpenConflictProps {
  readonly view: ConflictView;
  /** As listed: what comes next. */
  readonly shown: readonly ConflictView[];
  /** All open ones: those alike may be filtered out of sight. */
  readonly open: readonly ConflictView[];
  readonly onNext: (id: string | undefined) => void;
}

function OpenConflict({ view, shown, open, onNext }: OpenConflictProps) {
  const register = useRegister();
  const settle = useSettle();
  const mayDecide = useMayWrite('conflicts');
  const alike = useMemo(() => alikeOf(view, open), [view, open]);
  const proposal = useMemo(() => propose(view, chinaDayOf(register.now())), [view, register]);
  const finish = async (answer: Answer, isForAll: boolean) => {
    const settled = isForAll ? [view, ...alike] : [view];
    const next = nextAfter(view, shown, new Set(settled.map(({ id }) => id)));
    if (await settle(settled, answer)) onNext(next);
  };
  return (
    <SettlePanel
      view={view}
      proposal={proposal}
      alike={alike}
      mayDecide={mayDecide}
      onSettle={(answer, isForAll) => {
        finish(answer, isForAll).catch(() => {});
      }}
    />
  );
}

/** The one below that stays open, else the last above. */
function nextAfter(
  view: ConflictView,
  shown: readonly ConflictView[],
  settledIds: ReadonlySet<string>,
): string | undefined {
  const at = shown.findIndex(({ id }) => id === view.id);
  const stays = ({ id }: ConflictView) => !settledIds.has(id);
  return (shown.slice(at + 1).find(stays) ?? shown.slice(0, Math.max(0, at)).filter(stays).at(-1))?.id;
}

interface FiltersProps {
  readonly lists: ConflictLists;
  readonly all: readonly ConflictView[];
  readonly search: ConflictsSearch;
  readonly onChange: (more: Partial<ConflictsSearch>) => void;
}

function Filters({ lists, all, search, onChange }: FiltersProps) {
  const ofTable = narrowed(all, search.table === undefined ? {} : { table: search.table });
  return (
    <>
      <SegmentedControl
        size="xs"
        aria-label="处理状态"
        value={search.state ?? 'open'}
        onChange={(state) =>
          onChange({ state: state === 'settled' ? 'settled' : undefined, id: undefined, field: undefined })
        }
        data={[
          { value: 'open', label: `待处理 ${lists.open.length}` },
          { value: 'settled', label: `已处理 ${lists.settled.length}` },
        ]}
      />
      <Select
        size="xs"
        aria-label="只看一张台账"
        placeholder="全部台账"
        clearable
        clearButtonProps={{ 'aria-label': '看全部台账' }}
        data={tableOptions(all)}
        value={search.table ?? null}
        onChange={(table) => onChange({ table: table ?? undefined, field: undefined, id: undefined })}
      />
      <Select
        size="xs"
        aria-label="只看一个字段"
        placeholder="全部字段"
        searchable
        clearable
        clearButtonProps={{ 'aria-label': '看全部字段' }}
        nothingFoundMessage="没有这个字段的冲突"
        data={fieldOptions(ofTable)}
        value={ofTable.some((view) => fieldOptionOf(view) === search.field) ? (search.field ?? null) : null}
        onChange={(field) => onChange({ field: field ?? undefined, id: undefined })}
      />
    </>
  );
}

function NothingHere({
  isSettled,
  isNarrowed,
}: {
  readonly isSettled: boolean;
  readonly isNarrowed: boolean;
}) {
  if (isNarrowed)
    return <EmptyState icon="search" title="没有符合的冲突" hint="换一张台账或一个字段，或者看全部。" />;
  return isSettled ? (
    <EmptyState
      icon="saved"
      title="还没有处理过冲突"
      hint="处理过的冲突会留在这里，谁在什么时候怎样处理的都能查到。"
    />
  ) : (
    <EmptyState
      icon="saved"
      title="没有冲突"
      hint="两处离线时改了同一条记录的同一栏，改得又不一样，就会列在这里，由人来定。改的是不同栏时会自动合并。"
    />
  );
}
