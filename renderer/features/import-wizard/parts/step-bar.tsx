import { type WizardStep, wizardStepLabels, wizardSteps } from '../session/import-session';
import classes from './step-bar.module.css';

interface StepBarProps {
  readonly step: WizardStep;
  readonly canEnter: (step: WizardStep) => boolean;
  readonly onEnter: (step: WizardStep) => void;
}

/** Where one is on the way from the file to the register; steps already seen can be entered again. */
export function StepBar({ step, canEnter, onEnter }: StepBarProps) {
  const current = wizardSteps.indexOf(step);
  return (
    <nav aria-label="导入步骤">
      <ol className={classes['bar']}>
        {wizardSteps.map((name, index) => (
          <li key={name} className={classes['step']} data-state={stateOf(index, current)}>
            <button
              type="button"
              className={classes['button']}
              aria-current={name === step ? 'step' : undefined}
              disabled={!canEnter(name)}
              onClick={() => onEnter(name)}
            >
              <span className={classes['number']}>{index < current ? '✓' : index + 1}</span>
              {wizardStepLabels[name]}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function stateOf(index: number, current: number): 'past' | 'current' | 'coming' {
  if (index === current) return 'current';
  return index < current ? 'past' : 'coming';
}
