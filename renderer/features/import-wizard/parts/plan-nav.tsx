import { collectionLabels } from '@shared/domain/collections';
import type { PlannedCollection } from '@shared/import/plan-model';
import { type PlanGroup, type PlanList, planListLabels } from '../session/plan-groups';
import classes from './plan-nav.module.css';

interface PlanNavProps {
  readonly groups: readonly PlanGroup[];
  readonly list: PlanList;
  readonly collection: PlannedCollection | null;
  readonly onChoose: (list: PlanList, collection: PlannedCollection | null) => void;
}

/** How many of what, each number leading to its list. */
export function PlanNav({ groups, list, collection, onChoose }: PlanNavProps) {
  return (
    <nav className={classes['nav']} aria-label="差异">
      <ul className={classes['groups']}>
        {groups.map((group) => (
          <li key={group.list} className={classes['group']} data-list={group.list}>
            <button
              type="button"
              className={classes['head']}
              aria-current={group.list === list && collection === null ? 'true' : undefined}
              disabled={group.total === 0}
              onClick={() => onChoose(group.list, null)}
            >
              <span>{planListLabels[group.list]}</span>
              <span className={classes['count']}>{group.count}</span>
            </button>
            {group.collections.length > 1 && (
              <ul className={classes['parts']}>
                {group.collections.map((part) => (
                  <li key={part.collection}>
                    <button
                      type="button"
                      className={classes['part']}
                      aria-current={
                        group.list === list && part.collection === collection ? 'true' : undefined
                      }
                      onClick={() => onChoose(group.list, part.collection)}
                    >
                      <span>{collectionLabels[part.collection]}</span>
                      <span>{part.count}</span>
                    </button>
                  </li>
                ))}
              </ul>
            )}
            {group.collections.length === 1 && (
              <span className={classes['only']}>
                {collectionLabels[group.collections[0]?.collection ?? 'units']}
              </span>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}
