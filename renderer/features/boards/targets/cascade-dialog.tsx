import { Button, Modal, NumberInput, SegmentedControl, Select } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useFacts } from '@renderer/data/figures/react';
import { useSums } from '@renderer/data/insights/react';
import { useRegister, useTable } from '@renderer/data/react';
import type { Operation } from '@renderer/data/register-store';
import { actualOf, countFor, signOf } from '@shared/figures/target-metrics';
import { type CascadeRule, cascadedTarget } from '@shared/figures/target-pace';
import { valueText } from '@shared/insights/target-words';
import { useState } from 'react';
import { useBoard } from '../page/board-context';
import classes from '../page/boards.module.css';
import { countsOf } from '../parts/figures';
import type { TargetRow } from './target-rows';

interface CascadeDialogProps {
  readonly rows: readonly TargetRow[];
  readonly onClose: () => void;
}

const rules = [
  { value: 'same', label: '同一目标值' },
  { value: 'gap', label: '按差距同比例' },
] as const satisfies readonly { value: CascadeRule; label: string }[];

/** Townships that already have a target which was handed down keep it. */
function useTownshipTargets(row: TargetRow) {
  const { asOf } = useBoard();
  const { relations } = useFacts();
  const existing = useTable('assessments');
  const sums = useSums({
    days: [asOf],
    groupBy: ['township'],
    within: {},
    figures: [row.metric.id],
    distributions: row.metric.item === null ? [] : ['sixByItem'],
  });
  const groups = sums.status === 'ready' ? (sums.answer.points[0]?.groups ?? []) : [];
  return [...relations.documents.orgUnits.values()]
    .filter((place) => place.level === 'township')
    .sort((a, b) => a.name.localeCompare(b.name, 'zh-CN'))
    .map((place) => {
      const group = groups.find(({ keys }) => keys[0] === place.id);
      const present = existing.flatMap((one) =>
        one.kind === 'annualTarget' &&
        one.targetOrgUnitId === place.id &&
        one.year === row.target.year &&
        one.metricCode === row.metric.code
          ? [one]
          : [],
      )[0];
      return {
        place,
        now: group ? actualOf(row.metric, countFor(row.metric, countsOf(group))) : null,
        present,
      };
    });
}

type Township = ReturnType<typeof useTownshipTargets>[number];

function operationFor({ target: own }: TargetRow, township: Township, target: number | null): Operation[] {
  if (target === null) return [];
  const { place, present, now } = township;
  const { year, dueOn, metricCode } = own;
  if (present)
    return [{ op: 'change', collection: 'assessments', id: present.id, changes: { target, dueOn } }];
  const draft = {
    kind: 'annualTarget' as const,
    targetOrgUnitId: place.id,
    year,
    metricCode,
    target,
    dueOn,
    baseline: now,
  };
  return [{ op: 'create', collection: 'assessments', draft }];
}

function CascadeForm({ row, onDone }: { readonly row: TargetRow; readonly onDone: () => void }) {
  const register = useRegister();
  const { decimals } = useBoard();
  const townships = useTownshipTargets(row);
  const [rule, setRule] = useState<CascadeRule>('gap');
  const [typed, setTyped] = useState<ReadonlyMap<string, number>>(new Map());
  const county = { now: row.now, target: row.target.target };
  const valueFor = ({ place, now }: Township): number | null =>
    typed.get(place.id) ?? cascadedTarget(rule, county, now, row.metric.isLowerBetter ? 0 : 100);
  const open = townships.filter(({ present }) => present?.isFrozen !== true);
  const save = async () => {
    const operations = open.flatMap((township) => operationFor(row, township, valueFor(township)));
    const label = `分解${row.target.year}年目标：${row.metric.label}`;
    const result = await register.commit(operations, { label });
    if (result.status === 'saved') return onDone();
    notifications.show({
      color: 'red',
      title: '没有保存目标',
      message: result.problems[0]?.problem.text ?? '请重试。',
      autoClose: false,
    });
  };
  return (
    <>
      <SegmentedControl
        size="xs"
        aria-label="分解规则"
        value={rule}
        onChange={(value) => {
          setRule(value);
          setTyped(new Map());
        }}
        data={rules.map((one) => ({ ...one }))}
      />
      <p className={classes['quiet']}>
        {rule === 'same'
          ? '每个乡镇的目标都等于本级目标。'
          : '每个乡镇补上同样比例的差距，离目标远的要求高一些。'}
        数值可以逐个修改；已下达的不变。
      </p>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">乡镇（街道）</th>
            <th scope="col" data-align="right">
              现状
            </th>
            <th scope="col">目标</th>
          </tr>
        </thead>
        <tbody>
          {townships.map((township) => (
            <tr key={township.place.id}>
              <th scope="row">{township.place.name}</th>
              <td data-align="right">{valueText(township.now, row.metric, decimals)}</td>
              <td>
                {township.present?.isFrozen === true ? (
                  `${township.present.target}${signOf(row.metric)}，已下达`
                ) : (
                  <NumberInput
                    size="xs"
                    w={110}
                    aria-label={`${township.place.name}的目标值`}
                    value={valueFor(township) ?? ''}
                    min={0}
                    suffix={signOf(row.metric)}
                    {...(row.metric.form === 'share' ? { max: 100 } : {})}
                    onChange={(value) =>
                      typeof value === 'number' &&
                      setTyped((known) => new Map(known).set(township.place.id, value))
                    }
                  />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={classes['tools']}>
        <Button onClick={() => void save()} disabled={open.length === 0}>
          保存 {open.length} 个乡镇的目标
        </Button>
      </div>
    </>
  );
}

/** 分解到乡镇: a county target handed on by rule, each value open to correction. */
export function CascadeDialog({ rows, onClose }: CascadeDialogProps) {
  const [code, setCode] = useState(rows[0]?.metric.code ?? null);
  const row = rows.find((one) => one.metric.code === code) ?? rows[0];
  return (
    <Modal opened onClose={onClose} title="把目标分解到乡镇" size="lg">
      <Select
        label="指标"
        data={rows.map(({ metric }) => ({ value: metric.code, label: metric.label }))}
        value={code}
        allowDeselect={false}
        onChange={setCode}
        mb="sm"
      />
      {row && <CascadeForm key={row.metric.code} row={row} onDone={onClose} />}
    </Modal>
  );
}
