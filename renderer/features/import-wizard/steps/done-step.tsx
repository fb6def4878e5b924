import { Alert, Button } from '@mantine/core';
import { Panel } from '@renderer/components/panel';
import { useDocument } from '@renderer/data/react';
import { collectionLabels } from '@shared/domain/collections';
import { plannedCollections } from '@shared/import/plan-model';
import { Link } from '@tanstack/react-router';
import { UndoBatchButton } from '../parts/undo-batch-button';
import { countProblems, listProblems } from '../session/problem-groups';
import { useWizard } from '../session/use-wizard';
import { takenSheets, type WizardState } from '../session/wizard-state';
import classes from './done-step.module.css';

/** Step 5: what was written, what is left to do, and where to go from here. */
export function DoneStep() {
  const { wizard, state } = useWizard();
  const { writing, session, queue } = state;
  const batch = useDocument('settings', writing.status === 'saved' ? writing.result.batchId : null);
  if (writing.status !== 'saved') return null;
  const isUndone = batch?.kind === 'importBatch' && batch.undoneAt !== null;
  const fileName = session.file?.name ?? '';
  return (
    <div className={classes['step']}>
      {isUndone ? (
        <Alert color="gray" title="本批已撤销">
          台账已恢复到导入之前；需要时可以重新导入这个文件。
        </Alert>
      ) : (
        <Panel title="已写入台账" note={fileName}>
          <Written state={state} />
          <p className={classes['kept']}>
            {writing.result.isFileKept
              ? '原文件已随本批保存，可在“以往导入”中下载。'
              : '原文件没有保存下来（空间不足或没有权限），请自己留好。'}
          </p>
        </Panel>
      )}
      <Panel title="接下来">
        {!isUndone && <Rest state={state} />}
        <div className={classes['buttons']}>
          <Button
            variant="default"
            renderRoot={(props) => <Link to="/ledger/$table" params={{ table: 'units' }} {...props} />}
          >
            查看台账
          </Button>
          <Button variant="default" renderRoot={(props) => <Link to="/overview" {...props} />}>
            查看概览
          </Button>
          <Button variant="default" renderRoot={(props) => <Link to="/reports" {...props} />}>
            打印统计表
          </Button>
          {!isUndone && <UndoBatchButton batchId={writing.result.batchId} fileName={fileName} size="sm" />}
        </div>
        {queue[0] && (
          <Button mt="sm" onClick={wizard.openNext}>
            接着导入“{queue[0].name}”{queue.length > 1 ? `（还有${queue.length}个文件）` : ''}
          </Button>
        )}
      </Panel>
    </div>
  );
}

function Written({ state }: { readonly state: WizardState }) {
  if (state.planning.status !== 'ready') return null;
  const { items } = state.planning.plan;
  return (
    <table className={classes['table']}>
      <thead>
        <tr>
          <th scope="col">台账</th>
          <th scope="col">新增</th>
          <th scope="col">修改</th>
          <th scope="col">无变化</th>
          <th scope="col">未写入</th>
        </tr>
      </thead>
      <tbody>
        {plannedCollections.flatMap((collection) => {
          const own = items.filter((item) => item.collection === collection);
          const count = (...outcomes: string[]) =>
            own.filter(({ outcome }) => outcomes.includes(outcome)).length;
          if (own.length === 0) return [];
          return [
            <tr key={collection}>
              <th scope="row">{collectionLabels[collection]}</th>
              <td>{count('create')}</td>
              <td>{count('change')}</td>
              <td>{count('unchanged')}</td>
              <td>{count('decide', 'skip')}</td>
            </tr>,
          ];
        })}
      </tbody>
    </table>
  );
}

/** Questions nobody answered, so that they are not forgotten with the wizard. */
function Rest({ state }: { readonly state: WizardState }) {
  const { openByUrgency } = countProblems(listProblems(takenSheets(state), state.session.input));
  const undecided = state.planning.status === 'ready' ? state.planning.plan.counts.decide : 0;
  const rest = [
    openByUrgency.must > 0 ? `${openByUrgency.must}处有误的格子按未填登记，请在台账里补` : '',
    openByUrgency.check > 0 ? `${openByUrgency.check}处请核对的没有答复，按表里的写法登记` : '',
    undecided > 0 ? `${undecided}条没有决定，这次没有写入，再导入一次可以接着决定` : '',
  ].filter(Boolean);
  return <p className={classes['rest']}>{rest.length > 0 ? `${rest.join('；')}。` : '没有遗留的问题。'}</p>;
}
