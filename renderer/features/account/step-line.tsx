import classes from './account.module.css';

interface StepLineProps {
  readonly labels: readonly string[];
  /** Position of the step one is at; the number of labels = all are done. */
  readonly current: number;
}

/** How far one is; nothing to press, because a step follows from how things stand. */
export function StepLine({ labels, current }: StepLineProps) {
  return (
    <ol className={classes['steps']} aria-label="步骤">
      {labels.map((label, at) => (
        <li
          key={label}
          className={classes['stepName']}
          data-state={at === current ? 'current' : at < current ? 'past' : 'coming'}
          aria-current={at === current ? 'step' : undefined}
        >
          <span className={classes['number']}>{at < current ? '✓' : at + 1}</span>
          {label}
        </li>
      ))}
    </ol>
  );
}
