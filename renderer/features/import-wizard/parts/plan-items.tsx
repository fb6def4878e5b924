import { Button } from '@mantine/core';
import { EmptyState } from '@renderer/components/empty-state';
import type { PlanItemView } from '@renderer/workers/import-desk/client';
import { useState } from 'react';
import { isUndecided, type PlanList, planListLabels, proposedDecisions } from '../session/plan-groups';
import { useLookups } from '../session/use-lookups';
import { useWizard } from '../session/use-wizard';
import { BulkAnswers } from './bulk-answers';
import { ChangeItem } from './change-item';
import { DecisionItem } from './decision-item';
import { PlainItem } from './plain-item';
import classes from './plan-items.module.css';

interface PlanItemsProps {
  readonly list: PlanList;
  readonly items: readonly PlanItemView[];
  /** All records of the plan, for the names of what does not exist yet. */
  readonly allItems: readonly PlanItemView[];
  readonly isCurrent: boolean;
}

const step = 50;

export function PlanItems({ list, items, allItems, isCurrent }: PlanItemsProps) {
  const lookups = useLookups(allItems);
  const [shownCount, setShownCount] = useState(step);
  const shown = items.slice(0, shownCount);
  return (
    <section className={classes['list']} aria-label={planListLabels[list]} aria-busy={!isCurrent}>
      <div className={classes['head']}>
        <h2 className={classes['title']}>{planListLabels[list]}</h2>
        <span className={classes['note']} role="status">
          {isCurrent ? noteOf(list, items) : '正在按您的选择重新比对…'}
        </span>
        {list === 'ask' && <ProposalButton items={items} />}
      </div>
      {list === 'ask' && <BulkAnswers items={items} />}
      <ul className={classes['items']}>
        {shown.map((item) => (
          <li key={item.key} className={classes['item']}>
            {list === 'ask' && <DecisionItem item={item} lookups={lookups} />}
            {list === 'change' && <ChangeItem item={item} lookups={lookups} />}
            {list !== 'ask' && list !== 'change' && <PlainItem item={item} lookups={lookups} />}
          </li>
        ))}
        {items.length === 0 && (
          <li>
            <EmptyState
              icon="saved"
              title={`没有${planListLabels[list]}的记录`}
              hint="可以看左边的其他几项。"
            />
          </li>
        )}
        {items.length > shown.length && (
          <li className={classes['more']}>
            <Button variant="default" onClick={() => setShownCount(shownCount + step)}>
              再显示{Math.min(step, items.length - shown.length)}条（共{items.length}条）
            </Button>
          </li>
        )}
      </ul>
    </section>
  );
}

const notes: Readonly<Record<PlanList, string>> = {
  ask: '',
  create: '台账里还没有，写入后新增',
  change: '左为台账现值，右为表中的值；勾“保留原值”的不改',
  unchanged: '与台账一致，不会写入',
  skip: '这些行不写入台账',
};

function noteOf(list: PlanList, items: readonly PlanItemView[]): string {
  if (list !== 'ask') return notes[list];
  const open = items.filter(isUndecided).length;
  return open > 0 ? `还有${open}条没有决定；不决定的这次不写入，可以下次再导入` : '都已决定，仍可改选';
}

function ProposalButton({ items }: { readonly items: readonly PlanItemView[] }) {
  const { wizard } = useWizard();
  const proposed = proposedDecisions(items);
  const count = Object.keys(proposed).length;
  if (count === 0) return null;
  return (
    <Button
      size="compact-sm"
      variant="default"
      className={classes['tool']}
      onClick={() => wizard.dispatch({ type: 'decided', decisions: proposed })}
    >
      全部按建议处理（{count}条）
    </Button>
  );
}
