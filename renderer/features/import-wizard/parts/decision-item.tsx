import { Radio, Stack } from '@mantine/core';
import type { Lookups } from '@renderer/data/format-value';
import type { PlanItemView } from '@renderer/workers/import-desk/client';
import type { DecisionOption } from '@shared/import/plan-model';
import { describeChanges } from '../session/describe-fields';
import { useWizard } from '../session/use-wizard';
import { ItemLine } from './item-line';
import classes from './plan-items.module.css';

/** A question with its answers, and beside them what the likeliest one would change. */
export function DecisionItem({ item, lookups }: { readonly item: PlanItemView; readonly lookups: Lookups }) {
  const { wizard, state } = useWizard();
  const { decision } = item;
  if (!decision) return null;
  const { question, options, proposed } = decision;
  // At once, although the plan that follows takes a moment.
  const given = state.session.decisions[item.key];
  const chosen = given ?? decision.chosen;
  const remembered = decision.isRemembered && given === undefined ? chosen : null;
  const isProposed = (code: string) => code === proposed && chosen === null;
  const merges = options.filter(({ documentId }) => documentId !== null);
  const compared =
    merges.find(({ code }) => code === chosen) ?? merges.find(({ code }) => code === proposed) ?? merges[0];
  return (
    <>
      <ItemLine item={item} />
      <div className={classes['decision']} data-compared={compared !== undefined || undefined}>
        <Radio.Group
          label={question.text}
          classNames={{ label: classes['question'] ?? '' }}
          value={chosen}
          onChange={(code) => wizard.dispatch({ type: 'decided', decisions: { [item.key]: code } })}
        >
          <Stack gap="xs">
            {options.map(({ code, label }) => (
              <Radio
                key={code}
                value={code}
                label={`${label}${code === remembered ? '（以前导入时的答复）' : isProposed(code) ? '（建议）' : ''}`}
              />
            ))}
          </Stack>
        </Radio.Group>
        {compared && <Comparison item={item} option={compared} lookups={lookups} />}
      </div>
    </>
  );
}

interface ComparisonProps {
  readonly item: PlanItemView;
  readonly option: DecisionOption;
  readonly lookups: Lookups;
}

/** Only what differs: everything else is the same on both sides. */
function Comparison({ item, option, lookups }: ComparisonProps) {
  const lines = describeChanges(item.collection, option.changes, lookups);
  const other = lookups.nameOf(option.documentId ?? '') ?? '台账中的记录';
  if (lines.length === 0) return <p className={classes['question']}>与“{other}”没有不同，合并后台账不变。</p>;
  return (
    <table className={classes['fields']} aria-label={`${item.label}与${other}的不同`}>
      <thead>
        <tr>
          <th scope="col">不同之处</th>
          <th scope="col">{other}</th>
          <th scope="col">本行</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ path, label, before, after }) => (
          <tr key={path}>
            <th scope="row">{label}</th>
            <td>{before}</td>
            <td>{after}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
