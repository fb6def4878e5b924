/** 搁置箱: edits the county did not take. Nothing typed is lost: it waits here for a person. */
import { Button, SegmentedControl } from '@mantine/core';
import { EmptyState } from '@renderer/components/empty-state';
import { Page } from '@renderer/components/page';
import { type WorkItem, WorkList } from '@renderer/components/work-list';
import { lookupsOf } from '@renderer/data/history';
import { useOffice, useRegister, useSnapshot } from '@renderer/data/react';
import { useSyncStatus } from '@renderer/sync/status/react';
import { useMayWrite } from '@renderer/sync/status/use-may-write';
import { saveReport, tell } from '@renderer/take-away/save-table';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useDeferredValue, useMemo } from 'react';
import { listParked, type ParkedLists, type Part, parts } from './parked-list';
import { ParkedPanel } from './parked-panel';
import { parkedTable } from './parked-table';
import type { ParkedView } from './parked-view';
import type { ParkingSearch } from './parking-search';

function useParkedLists(): ParkedLists {
  const register = useRegister();
  const snapshot = useDeferredValue(useSnapshot());
  // biome-ignore lint/correctness/useExhaustiveDependencies: the register is read anew whenever it has changed.
  return useMemo(() => listParked(register, lookupsOf(register)), [register, snapshot]);
}

const itemOf = ({ id, title, tableLabel, parked, isCreation, lines }: ParkedView): WorkItem => ({
  id,
  title,
  note: isCreation ? `${tableLabel} · 新建` : lines.map(({ label }) => label).join('、'),
  mark: parked.edit.by,
});

const sentenceOf = ({ waiting, handedOver }: ParkedLists, isOrganizer: boolean): string => {
  const here =
    waiting.length === 0 ? '没有待处理的。' : `县级没有收下 ${waiting.length} 条，内容都保留着，等您处理。`;
  if (handedOver.length === 0) return here;
  return `${here}${isOrganizer ? `乡镇移交 ${handedOver.length} 条待办理。` : `已移交县级 ${handedOver.length} 条。`}`;
};

const partLabel = (part: Part, isOrganizer: boolean): string =>
  ({ waiting: '待处理', handedOver: isOrganizer ? '乡镇移交' : '已移交', done: '已处理' })[part];

export function ParkingBayPage() {
  const search = useSearch({ from: '/parking-bay' });
  const navigate = useNavigate();
  const register = useRegister();
  const office = useOffice();
  const role = useSyncStatus().me?.role ?? null;
  const isOrganizer = role === 'organizer';
  const mayHandOver = useMayWrite('conflicts');
  const lists = useParkedLists();
  const part: Part = search.part ?? (isOrganizer && lists.waiting.length === 0 ? 'handedOver' : 'waiting');
  const shown = lists[part];
  const selected = shown.find(({ id }) => id === search.id) ?? shown[0] ?? null;
  const change = (next: ParkingSearch) => {
    navigate({ to: '/parking-bay', search: next, replace: true }).catch(() => {});
  };
  const saveAll = () => {
    void saveReport(parkedTable(shown, office?.name ?? '', register.now()), 'xlsx').then(tell);
  };
  return (
    <Page title="搁置箱" state={sentenceOf(lists, isOrganizer)}>
      <WorkList
        label="搁置的改动"
        items={useMemo(() => shown.map(itemOf), [shown])}
        selectedId={selected?.id ?? null}
        onSelect={(id) => change({ part, id })}
        tools={
          <>
            <SegmentedControl
              size="xs"
              aria-label="处理情况"
              value={part}
              onChange={(value) => change({ part: parts.find((one) => one === value) })}
              data={parts.map((one) => ({
                value: one,
                label: `${partLabel(one, isOrganizer)} ${lists[one].length}`,
              }))}
            />
            {shown.length > 0 && (
              <Button size="xs" variant="default" onClick={saveAll}>
                导出这 {shown.length} 条
              </Button>
            )}
          </>
        }
        empty={<NothingHere part={part} isOrganizer={isOrganizer} />}
      >
        {selected !== null && (
          <ParkedPanel
            key={selected.id}
            view={selected}
            isOrganizer={isOrganizer}
            mayHandOver={mayHandOver}
          />
        )}
      </WorkList>
    </Page>
  );
}

function NothingHere({ part, isOrganizer }: { readonly part: Part; readonly isOrganizer: boolean }) {
  if (part === 'done')
    return <EmptyState icon="saved" title="还没有处理过" hint="重报、移交、放弃的都会留在这里备查。" />;
  if (part === 'handedOver')
    return (
      <EmptyState
        icon="saved"
        title={isOrganizer ? '没有移交来的' : '没有移交出去的'}
        hint={
          isOrganizer
            ? '乡镇自己办不了的改动会移交到这里，由县级按内容办理，或者说明为什么不采纳。'
            : '自己办不了的改动可以移交县级办理，办理结果会回到这里。'
        }
      />
    );
  return (
    <EmptyState
      icon="saved"
      title="搁置箱是空的"
      hint="县级没有收下的改动会放在这里：写明原因，内容一字不丢，可以改好重报、移交县级、导出或放弃。"
    />
  );
}
