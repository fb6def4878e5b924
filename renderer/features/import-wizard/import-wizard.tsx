import { Page } from '@renderer/components/page';
import { useEffect, useRef } from 'react';
import classes from './import-wizard.module.css';
import { StepActions } from './parts/step-actions';
import { StepBar } from './parts/step-bar';
import { canEnter, type WizardStep } from './session/import-session';
import { stepSentence } from './session/step-sentence';
import { useWizard } from './session/use-wizard';
import { DifferencesStep } from './steps/differences-step';
import { DoneStep } from './steps/done-step';
import { FileStep } from './steps/file-step';
import { ProblemsStep } from './steps/problems-step';
import { SheetsStep } from './steps/sheets-step';

const stepBodies: Readonly<Record<WizardStep, () => React.ReactNode>> = {
  file: () => <FileStep />,
  sheets: () => <SheetsStep />,
  problems: () => <ProblemsStep />,
  differences: () => <DifferencesStep />,
  done: () => <DoneStep />,
};

export function ImportWizard() {
  const { wizard, state } = useWizard();
  const { session } = state;
  const body = useRef<HTMLDivElement>(null);
  const shownStep = useRef(session.step);
  useEffect(() => {
    // A new step is a new page for keyboard and reader, but the first one must not steal the focus.
    if (shownStep.current !== session.step) body.current?.focus();
    shownStep.current = session.step;
  }, [session.step]);
  return (
    <Page title="导入" state={stepSentence(state)} action={<StepActions />}>
      <div className={classes['wizard']}>
        <StepBar
          step={session.step}
          canEnter={(step) => canEnter(session, step)}
          onEnter={(step) => wizard.dispatch({ type: 'stepEntered', step })}
        />
        <div ref={body} className={classes['body']} tabIndex={-1}>
          {stepBodies[session.step]()}
        </div>
      </div>
    </Page>
  );
}
