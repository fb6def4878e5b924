/** 本周要办: what is late and what comes next, derived from the register; each line opens the record it is about. */
import { Button } from '@mantine/core';
import { askFirst } from '@renderer/components/ask-first';
import { EmptyState } from '@renderer/components/empty-state';
import { Page } from '@renderer/components/page';
import { useFacts } from '@renderer/data/figures/react';
import { useOffice, useRegister } from '@renderer/data/react';
import { printHtml } from '@renderer/platform/print-html';
import { useSyncStatus } from '@renderer/sync/status/react';
import { type Duty, dutyKinds, dutyStateNames, dutyStates } from '@shared/duties/duty';
import { listDuties } from '@shared/duties/list-duties';
import { toHtml } from '@shared/export/to-html';
import type { Relations } from '@shared/rules/relations';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import classes from './duties.module.css';
import type { DutiesSearch } from './duties-search';
import { dutyCalendar } from './duty-calendar';
import { DutyTools, KindList } from './duty-filters';
import { placeChoices } from './duty-places';
import { DutyRows } from './duty-rows';
import { dutyTable, weekWords } from './duty-table';
import { narrowDuties } from './narrowed-duties';
import { saveCalendar } from './save-calendar';

function stateSentence(duties: readonly Duty[], asOf: string): string {
  if (duties.length === 0) return `${weekWords(asOf)}，没有要办的事。`;
  const counts = dutyStateNames.flatMap((state) => {
    const count = duties.filter((duty) => duty.state === state).length;
    return count === 0 ? [] : [`${dutyStates[state]} ${count} 件`];
  });
  return `${weekWords(asOf)}：${counts.join('，')}。`;
}

const narrowedWords = ({ kind, state, place }: DutiesSearch, relations: Relations): string[] => [
  ...(kind === undefined ? [] : [dutyKinds[kind]]),
  ...(state === undefined ? [] : [dutyStates[state]]),
  ...(place === undefined ? [] : [relations.documents.orgUnits.get(place)?.name ?? '']),
];

function TakeAway({ duties, search }: { readonly duties: readonly Duty[]; readonly search: DutiesSearch }) {
  const { relations, asOf } = useFacts();
  const office = useOffice();
  const register = useRegister();
  const { partial } = useSyncStatus();
  const print = async () => {
    const question = { title: '台账还没有收全', yes: '仍要打印' };
    if (partial !== null && !(await askFirst({ ...question, text: partial.text }))) return;
    const narrowedTo = narrowedWords(search, relations);
    const table = dutyTable(duties, relations, { office: office?.name ?? '', narrowedTo, asOf });
    await printHtml(toHtml(table), table.title);
  };
  const keep = () => {
    const calendar = dutyCalendar(duties, relations, { asOf, writtenAt: register.now() });
    void saveCalendar(calendar, '本周要办', asOf);
  };
  const hasDays = duties.some(({ dueOn }) => dueOn !== null);
  return (
    <>
      <Button variant="default" onClick={keep} disabled={!hasDays}>
        导出日历
      </Button>
      <Button onClick={() => void print().catch(() => {})} disabled={duties.length === 0}>
        打印清单
      </Button>
    </>
  );
}

function Nothing({ isRegisterEmpty, isNarrowed }: { isRegisterEmpty: boolean; isNarrowed: boolean }) {
  const { partial } = useSyncStatus();
  if (partial !== null && !isNarrowed)
    return (
      <EmptyState
        icon="exchange"
        title="正在等县级的台账"
        hint="收到单位、党组织以后，要办的事自动列在这里。"
      />
    );
  if (isRegisterEmpty)
    return (
      <EmptyState
        icon="calendar"
        title="录入单位、党组织后，这里列出要办的事"
        hint="换届、走访、应建未建等由台账自动推算，登记后自动销号，不用另外填写。"
        action={<Button renderRoot={(props) => <Link to="/import" {...props} />}>导入台账</Button>}
      />
    );
  return isNarrowed ? (
    <EmptyState
      icon="saved"
      title="这个范围内没有要办的事"
      hint="换一个事项、期限或村（社区）再看，也可以看全部。"
      action={<Button renderRoot={(props) => <Link to="/duties" {...props} />}>看全部</Button>}
    />
  ) : (
    <EmptyState icon="saved" title="没有要办的事" hint="到期、逾期的事项会自动出现在这里。" />
  );
}

export function DutiesPage() {
  const search = useSearch({ from: '/duties' });
  const navigate = useNavigate();
  const view = useFacts();
  const { relations, asOf } = view;
  const duties = useMemo(() => listDuties(view), [view]);
  const places = useMemo(() => placeChoices(duties, relations), [duties, relations]);
  const narrowed = useMemo(() => narrowDuties(duties, search), [duties, search]);
  const { shown } = narrowed;
  const change = (next: Readonly<Record<string, string | undefined>>) => {
    const kept = Object.entries({ ...search, ...next }).filter(([, value]) => value !== undefined);
    navigate({ to: '/duties', search: Object.fromEntries(kept), replace: true }).catch(() => {});
  };
  const filters = { search, narrowed, onChange: change };
  return (
    <Page
      title="本周要办"
      state={stateSentence(duties, asOf)}
      action={<TakeAway duties={shown} search={search} />}
    >
      {duties.length === 0 ? (
        <Nothing isRegisterEmpty={view.facts.size === 0} isNarrowed={false} />
      ) : (
        <div className={classes['body']}>
          <KindList {...filters} />
          <div className={classes['main']}>
            <DutyTools {...filters} places={places} />
            {shown.length === 0 ? (
              <Nothing isRegisterEmpty={false} isNarrowed />
            ) : (
              <DutyRows duties={shown} relations={relations} asOf={asOf} />
            )}
          </div>
        </div>
      )}
    </Page>
  );
}
