import { ActionIcon, Group, NumberInput, Select } from '@mantine/core';
import { BusyButton } from '@renderer/components/busy-button';
import { DayInput } from '@renderer/components/day-input';
import { EmptyState } from '@renderer/components/empty-state';
import { useOffice, useRegister, useTable } from '@renderer/data/react';
import { administrativeLevels } from '@shared/domain/org-unit';
import { getIndicator } from '@shared/figures/indicators/all-indicators';
import { type AnnualTarget, targetMetrics } from '@shared/figures/targets';
import { chinaDayOf } from '@shared/lib/day';
import { useState } from 'react';
import { Section } from './section';
import classes from './section.module.css';
import { useSave } from './use-save';

const metricChoices = targetMetrics.map((id) => {
  const { label, form } = getIndicator(id);
  return { value: id, label: form === 'share' ? `${label}（%）` : label };
});
const isShare = (metricCode: string): boolean =>
  targetMetrics.some((id) => id === metricCode && getIndicator(id).form === 'share');
const metricLabel = (metricCode: string): string =>
  metricChoices.find((choice) => choice.value === metricCode)?.label ?? metricCode;

interface NewTargetProps {
  readonly year: number;
  readonly places: readonly { readonly value: string; readonly label: string }[];
  readonly homeId: string;
  readonly existing: readonly AnnualTarget[];
}

function NewTarget({ year, places, homeId, existing }: NewTargetProps) {
  const { save, isSaving } = useSave();
  const [place, setPlace] = useState<string>(homeId);
  const isSet = (id: string) =>
    existing.some((one) => one.targetOrgUnitId === place && one.metricCode === id);
  // Offers the first figure that has no target yet.
  const [metric, setMetric] = useState<string>(() => targetMetrics.find((id) => !isSet(id)) ?? 'C1');
  const [value, setValue] = useState<number | null>(null);
  const [dueOn, setDueOn] = useState<string | null>(`${year}-12-31`);
  const isTaken = isSet(metric);
  const isComplete = value !== null && dueOn !== null && !isTaken;
  const add = async () => {
    if (value === null || dueOn === null) return;
    const draft = {
      kind: 'annualTarget' as const,
      targetOrgUnitId: place,
      year,
      metricCode: metric,
      target: value,
      dueOn,
    };
    const label = `设定${year}年目标：${metricLabel(metric)}`;
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
        data={metricChoices}
        value={metric}
        onChange={(next) => next && setMetric(next)}
        error={isTaken ? '已设定，请在下面修改' : null}
        w={210}
      />
      <NumberInput
        label="目标值"
        value={value ?? ''}
        onChange={(next) => setValue(typeof next === 'number' ? next : null)}
        min={0}
        suffix={isShare(metric) ? '%' : ''}
        {...(isShare(metric) ? { max: 100 } : {})}
        w={100}
      />
      <DayInput label="完成时限" value={dueOn} onChange={setDueOn} />
      <BusyButton onClick={add} doing={isSaving ? '正在保存' : null} disabled={!isComplete}>
        添加目标
      </BusyButton>
    </div>
  );
}

function TargetRow({ target, placeName }: { readonly target: AnnualTarget; readonly placeName: string }) {
  const { save } = useSave();
  const name = `${placeName}${metricLabel(target.metricCode)}`;
  const change = (changes: Record<string, unknown>) =>
    save([{ op: 'change', collection: 'assessments', id: target.id, changes }], `修改目标：${name}`);
  return (
    <tr>
      <td>{placeName}</td>
      <td>{metricLabel(target.metricCode)}</td>
      <td>
        <NumberInput
          aria-label={`${name}的目标值`}
          variant="unstyled"
          hideControls
          defaultValue={target.target}
          key={target.rev}
          min={0}
          suffix={isShare(target.metricCode) ? '%' : ''}
          onBlur={async (event) => {
            const value = Number.parseFloat(event.currentTarget.value);
            if (Number.isFinite(value) && value !== target.target) await change({ target: value });
          }}
        />
      </td>
      <td>{target.dueOn}</td>
      <td>
        <Group justify="flex-end">
          <ActionIcon
            variant="subtle"
            color="gray"
            w="auto"
            px={6}
            aria-label={`删除${name}的目标`}
            onClick={() =>
              save([{ op: 'delete', collection: 'assessments', id: target.id }], `删除目标：${name}`)
            }
          >
            删除
          </ActionIcon>
        </Group>
      </td>
    </tr>
  );
}

/** 年度目标: one value per org unit, year and figure. */
export function TargetsSection() {
  const thisYear = Number(chinaDayOf(useRegister().now()).slice(0, 4));
  const [year, setYear] = useState(thisYear);
  const office = useOffice();
  const orgUnits = useTable('orgUnits');
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
      intro="按单位、按年设定。概览会把今年的目标和实际数字放在一起，临期变黄，逾期未达变红。"
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
      {office && (
        <NewTarget key={year} year={year} places={places} homeId={office.homeOrgUnitId} existing={targets} />
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
                <th aria-label="操作" />
              </tr>
            </thead>
            <tbody>
              {targets.map((target) => (
                <TargetRow key={target.id} target={target} placeName={nameOf(target.targetOrgUnitId)} />
              ))}
            </tbody>
          </table>
        )}
      </div>
    </Section>
  );
}
