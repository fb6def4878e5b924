import { Icon } from '@renderer/components/icons';
import { Panel } from '@renderer/components/panel';
import type { ListSpec } from './list-spec';
import classes from './overview.module.css';
import type { Task } from './tasks';

interface TaskPanelProps {
  readonly tasks: readonly Task[];
  readonly onOpen: (spec: ListSpec) => void;
}

/** What to do: each line opens the names. Finished work is said, not hidden. */
export function TaskPanel({ tasks, onOpen }: TaskPanelProps) {
  return (
    <Panel title="要办的事">
      <ul className={classes['tasks']}>
        {tasks.map((task) => (
          <li key={task.label}>
            <button
              type="button"
              className={classes['task']}
              disabled={task.count === 0}
              onClick={() => onOpen(task.spec)}
            >
              <span className={classes['words']}>
                {task.label}
                <span className={classes['reason']}>{task.reason}</span>
              </span>
              {task.count === 0 ? (
                <span className={classes['done']}>✓ 没有</span>
              ) : (
                <span className={classes['count']}>
                  {task.count}
                  <small>{task.measure}</small>
                </span>
              )}
              <Icon name="next" size={14} />
            </button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
