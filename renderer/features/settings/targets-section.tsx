import { NumberInput, Select } from '@mantine/core';
import { BusyButton } from '@renderer/components/busy-button';
import { DayInput } from '@renderer/components/day-input';
import { EmptyState } from '@renderer/components/empty-state';
import { useFacts } from '@renderer/data/figures/react';
import { useOffice, useRegister, useTable } from '@renderer/data/react';
import { useMayWrite } from '@renderer/sync/status/use-may-write';
import type { AnnualTarget } from '@shared/domain/assessment';
import { administrativeLevels } from '@shared/domain/org-unit';
import { signOf, type TargetMetric, targetMetrics } from '@shared/figures/target-metrics';
import { chinaDayOf } from '@shared/lib/day';
import { useMemo, useState } from 'react';
import { Section } from './section';
import classes from './section.module.css';
import { TargetLine } from './target-line';
import { useSave } from './use-save';

const withSign = (metric: TargetMetric): string =>
  metric.form === 'share' ? `${metric.label}（%）` : metric.label;

interface NewTargetProps {
  readonly year: number;
  readonly places: readonly { readonly value: string; readonly label: string }[];
  readonly homeId: string;
  readonly existing: readonly AnnualTarget[];
  readonly metrics: readonly TargetMetric[];
}

function NewTarget({ year, places, homeId, existing, metrics }: NewTargetProps) {
  const { save, isSaving } = useSave();
  const [place, setPlace] = useState<string>(homeId);
  const isSet = (code: string) =>
    existing.some((one) => one.targetOrgUnitId === place && one.metricCode === code);
  // Offers the first figure that has no target yet.
  const [code, setCode] = useState(() => metrics.find((one) => !isSet(one.code))?.code ?? null);
  const metric = metrics.find((one) => one.code === code);
  const [value, setValue] = useState<number | null>(null);
  const [dueOn, setDueOn] = useState<string | null>(`${year}-12-31`);
  const isTaken = code !== null && isSet(code);
  const isComplete = metric !== undefined && value !== null && dueOn !== null && !isTaken;
  const add = async () => {
    if (!metric || value === null || dueOn === null) return;
    const draft = {
      kind: 'annualTarget' as const,
      targetOrgUnitId: place,
      year,
      metricCode: metric.code,
      target: value,
      dueOn,
    };
    const label = `设定${year}年目标：${metric.label}`;
    if (await save([{ op: 'create', collection: 'assessments', draft }], label)) setValue(null);
  };
  return (
    <div className={classes['line']}>
      <Select
        label="考核对象"
        data={[...places]}
        value={place}
        onChange={(next) => next && setPlace(next)}
        searchable
        w={150}
      />
      <Select
        label="指标"
        data={metrics.map((one) => ({ value: one.code, label: withSign(one) }))}
        value={code}
        onChange={setCode}
        allowDeselect={false}
        maxDropdownHeight={320}
        error={isTaken ? '已设定，请在下面修改' : null}
        w={210}
      />
      <NumberInput
        label="目标值"
        value={value ?? ''}
        onChange={(next) => setValue(typeof next === 'number' ? next : null)}
        min={0}
        suffix={metric ? signOf(metric) : ''}
        {...(metric?.form === 'share' ? { max: 100 } : {})}
        w={100}
      />
      <DayInput label="完成时限" value={dueOn} onChange={setDueOn} />
      <BusyButton onClick={add} doing={isSaving ? '正在保存' : null} disabled={!isComplete}>
        添加目标
      </BusyButton>
    </div>
  );
}

/** 年度目标: one value per org unit, year and figure. */
export function TargetsSection() {
  const thisYear = Number(chinaDayOf(useRegister().now()).slice(0, 4));
  const [year, setYear] = useState(thisYear);
  const office = useOffice();
  const mayWrite = useMayWrite('assessments');
  const orgUnits = useTable('orgUnits');
  const { items } = useFacts().criteriaSet;
  const metrics = useMemo(() => targetMetrics(items), [items]);
  const targets = useTable('assessments').filter(
    (one): one is AnnualTarget => one.kind === 'annualTarget' && one.year === year,
  );
  const places = orgUnits
    .filter((unit) => administrativeLevels.has(unit.level))
    .map((unit) => ({ value: unit.id, label: unit.name }));
  const nameOf = (id: string) => places.find((place) => place.value === id)?.label ?? '';
  return (
    <Section
      title="年度目标"
      intro="按单位、按年设定。概览和看板把目标和实际数字放在一起，落后变黄，预计完不成和逾期变红。下达以后不能再改，要改先撤回。"
    >
      <Select
        label="年度"
        w={120}
        mb="md"
        allowDeselect={false}
        data={[thisYear + 1, thisYear, thisYear - 1, thisYear - 2].map(String)}
        value={String(year)}
        onChange={(next) => next && setYear(Number(next))}
      />
      {office && mayWrite && (
        <NewTarget
          key={year}
          year={year}
          places={places}
          homeId={office.homeOrgUnitId}
          existing={targets}
          metrics={metrics}
        />
      )}
      <div className={classes['block']}>
        {targets.length === 0 ? (
          <EmptyState
            icon="flag"
            title={`${year}年还没有设定目标`}
            hint="例如：组织覆盖率 80%，12月31日前；空白点 0 户，6月30日前。"
          />
        ) : (
          <table className={classes['table']}>
            <thead>
              <tr>
                <th>考核对象</th>
                <th>指标</th>
                <th>目标值</th>
                <th>完成时限</th>
                <th>状态</th>
                <th aria-label="操作" />
              </tr>
            </thead>
            <tbody>
              {targets.map((target) => (
                <TargetLine
                  key={target.id}
                  target={target}
                  metric={metrics.find(({ code }) => code === target.metricCode)}
                  placeName={nameOf(target.targetOrgUnitId)}
                />
              ))}
            </tbody>
          </table>
        )}
      </div>
    </Section>
  );
}
