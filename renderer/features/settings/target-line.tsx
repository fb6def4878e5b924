import { Button, Group, NumberInput } from '@mantine/core';
import { useMayWrite } from '@renderer/sync/status/use-may-write';
import type { AnnualTarget } from '@shared/domain/assessment';
import { signOf, type TargetMetric } from '@shared/figures/target-metrics';
import { useSave } from './use-save';

interface TargetLineProps {
  readonly target: AnnualTarget;
  /** undefined = an item of criteria that are not in force. */
  readonly metric: TargetMetric | undefined;
  readonly placeName: string;
}

/** One target of the table. Handed down it only reads, until whoever may takes it back. */
export function TargetLine({ target, metric, placeName }: TargetLineProps) {
  const { save } = useSave();
  const mayHandDown = useMayWrite('assessments', { isFrozen: true });
  const mayWrite = useMayWrite('assessments');
  const isFrozen = target.isFrozen === true;
  const isFixed = isFrozen || !mayWrite;
  const label = metric?.label ?? target.metricCode;
  const name = `${placeName}${label}`;
  const sign = metric ? signOf(metric) : '';
  const change = (changes: Record<string, unknown>, what = '修改目标') =>
    save([{ op: 'change', collection: 'assessments', id: target.id, changes }], `${what}：${name}`);
  const remove = () =>
    save([{ op: 'delete', collection: 'assessments', id: target.id }], `删除目标：${name}`);
  return (
    <tr>
      <td>{placeName}</td>
      <td>{label}</td>
      <td>
        {isFixed ? (
          `${target.target}${sign}`
        ) : (
          <NumberInput
            aria-label={`${name}的目标值`}
            variant="unstyled"
            hideControls
            defaultValue={target.target}
            key={target.rev}
            min={0}
            suffix={sign}
            onBlur={async (event) => {
              const value = Number.parseFloat(event.currentTarget.value);
              if (Number.isFinite(value) && value !== target.target) await change({ target: value });
            }}
          />
        )}
      </td>
      <td>{target.dueOn}</td>
      <td>{isFrozen ? '已下达' : '未下达'}</td>
      <td>
        <Group justify="flex-end" gap="xs" wrap="nowrap">
          {mayHandDown && (
            <Button
              size="compact-xs"
              variant="subtle"
              color="gray"
              aria-label={`${isFrozen ? '撤回下达' : '下达'}：${name}`}
              onClick={() => change({ isFrozen: !isFrozen }, isFrozen ? '撤回下达' : '下达目标')}
            >
              {isFrozen ? '撤回下达' : '下达'}
            </Button>
          )}
          {!isFixed && (
            <Button
              size="compact-xs"
              variant="subtle"
              color="gray"
              aria-label={`删除：${name}`}
              onClick={remove}
            >
              删除
            </Button>
          )}
        </Group>
      </td>
    </tr>
  );
}
