import { Button } from '@mantine/core';
import { BusyButton } from '@renderer/components/busy-button';
import { useOffice } from '@renderer/data/react';
import { Link } from '@tanstack/react-router';
import { type WizardStep, wizardStepLabels } from '../session/import-session';
import { isTargetComplete } from '../session/import-target';
import { useWizard } from '../session/use-wizard';
import { takenSheets, type WizardState } from '../session/wizard-state';

const before: Partial<Record<WizardStep, WizardStep>> = {
  sheets: 'file',
  problems: 'sheets',
  differences: 'problems',
};
const after: Partial<Record<WizardStep, WizardStep>> = {
  file: 'sheets',
  sheets: 'problems',
  problems: 'differences',
};

/** 上一步 and the one primary action of each step. */
export function StepActions() {
  const { wizard, state } = useWizard();
  const office = useOffice();
  const { step, file } = state.session;
  const [previous, next] = [before[step], after[step]];
  const enter = (target: WizardStep) => wizard.dispatch({ type: 'stepEntered', step: target });
  const isWriting = state.writing.status === 'working';
  if (step === 'file' && file === null) return office === null ? <BackToWelcome /> : null;
  return (
    <>
      {previous && (
        <Button variant="default" disabled={isWriting} onClick={() => enter(previous)}>
          上一步
        </Button>
      )}
      {next && (
        <Button disabled={!canGoOn(state, isTargetComplete(wizard.target()))} onClick={() => enter(next)}>
          {step === 'file' ? '继续导入' : `下一步：${wizardStepLabels[next]}`}
        </Button>
      )}
      {step === 'differences' && (
        <BusyButton
          doing={isWriting ? '正在写入' : null}
          disabled={!canWrite(state)}
          onClick={() => {
            void wizard.write();
          }}
        >
          确认写入
        </BusyButton>
      )}
      {step === 'done' && (
        <Button onClick={() => wizard.dispatch({ type: 'startedAnew' })}>继续导入其他文件</Button>
      )}
    </>
  );
}

/** While there is no register the first screen is the only other place. */
function BackToWelcome() {
  return (
    <Button variant="default" renderRoot={(props) => <Link to="/overview" {...props} />}>
      返回首页
    </Button>
  );
}

function canGoOn(state: WizardState, hasTarget: boolean): boolean {
  if (state.session.step !== 'sheets') return true;
  return hasTarget && takenSheets(state).length > 0;
}

function canWrite({ planning, reading }: WizardState): boolean {
  if (planning.status !== 'ready' || !planning.isCurrent) return false;
  if (reading.status !== 'ready' || !reading.isCurrent) return false;
  return planning.plan.counts.create + planning.plan.counts.change > 0;
}
