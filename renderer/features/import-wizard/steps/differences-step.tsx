import { Alert, Progress } from '@mantine/core';
import { EmptyState } from '@renderer/components/empty-state';
import { LoadingScreen } from '@renderer/components/loading-screen';
import type { PlanView } from '@renderer/workers/import-desk/client';
import type { PlannedCollection } from '@shared/import/plan-model';
import { useMemo, useState } from 'react';
import { PlanItems } from '../parts/plan-items';
import { PlanNav } from '../parts/plan-nav';
import { firstList, groupPlan, isInList, type PlanList } from '../session/plan-groups';
import { useWizard } from '../session/use-wizard';
import type { Writing } from '../session/wizard-state';
import classes from './differences-step.module.css';

/** Step 4: what would be written, list by list; questions first. */
export function DifferencesStep() {
  const { state } = useWizard();
  const { planning, writing } = state;
  if (writing.status === 'working') return <WritingScreen writing={writing} />;
  if (planning.status === 'working')
    return <LoadingScreen doing={`${planning.progress.words}…`} share={planning.progress.share} />;
  if (planning.status === 'none') return <LoadingScreen doing="正在与台账比对…" />;
  return (
    <div className={classes['step']}>
      {writing.status === 'failed' && (
        <Alert color="red" title="没有写入，台账保持原样" role="alert">
          {writing.problems.map(({ text }) => text).join('')}
        </Alert>
      )}
      <Notes plan={planning.plan} />
      <Lists plan={planning.plan} isCurrent={planning.isCurrent} />
    </div>
  );
}

/** 这个文件导入过 and 没有需要写入的内容 stand above everything else. */
function Notes({ plan }: { readonly plan: PlanView }) {
  const notes = plan.problems.filter(({ code }) => code.startsWith('matching.'));
  if (notes.length === 0) return null;
  return (
    <Alert color="blue" p="xs">
      {notes.map(({ code, text }) => (
        <div key={code}>{text}</div>
      ))}
    </Alert>
  );
}

interface Choice {
  readonly list: PlanList;
  readonly collection: PlannedCollection | null;
}

function Lists({ plan, isCurrent }: { readonly plan: PlanView; readonly isCurrent: boolean }) {
  const groups = useMemo(() => groupPlan(plan.items), [plan]);
  const [choice, setChoice] = useState<Choice>(() => ({ list: firstList(groups), collection: null }));
  const items = useMemo(
    () =>
      plan.items.filter(
        (item) =>
          isInList(item, choice.list) &&
          (choice.collection === null || item.collection === choice.collection),
      ),
    [plan, choice],
  );
  if (plan.items.length === 0)
    return (
      <EmptyState icon="table" title="没有可以写入的内容" hint="请回到前面的步骤，核对工作表和列的对应。" />
    );
  return (
    <div className={classes['lists']}>
      <PlanNav
        groups={groups}
        list={choice.list}
        collection={choice.collection}
        onChoose={(list, collection) => setChoice({ list, collection })}
      />
      <PlanItems
        key={`${choice.list} ${choice.collection ?? ''}`}
        list={choice.list}
        items={items}
        allItems={plan.items}
        isCurrent={isCurrent}
      />
    </div>
  );
}

function WritingScreen({ writing }: { readonly writing: Extract<Writing, { status: 'working' }> }) {
  const { doneCount, totalCount } = writing;
  const words =
    totalCount === 0 ? '正在准备写入…' : `正在写入台账：${doneCount}／${totalCount}条，请不要关闭窗口`;
  return (
    <div className={classes['writing']} role="status">
      <p>{words}</p>
      <Progress
        w="24rem"
        value={totalCount === 0 ? 100 : (doneCount / totalCount) * 100}
        striped={totalCount === 0}
        animated={totalCount === 0}
        aria-label="写入进度"
      />
    </div>
  );
}
