import { SegmentedControl, Select } from '@mantine/core';
import { dutyKindNames, dutyKinds, dutyStateNames, dutyStates } from '@shared/duties/duty';
import classes from './duties.module.css';
import type { DutiesSearch } from './duties-search';
import type { PlaceChoices } from './duty-places';
import type { NarrowedDuties } from './narrowed-duties';

interface FilterProps {
  readonly search: DutiesSearch;
  readonly narrowed: NarrowedDuties;
  /** A key that is undefined takes the choice back. */
  readonly onChange: (change: { [K in keyof DutiesSearch]?: DutiesSearch[K] | undefined }) => void;
}

/** Kinds at the side, each with its number; one press narrows the list, another opens it again. */
export function KindList({ search, narrowed, onChange }: FilterProps) {
  return (
    <nav className={classes['kinds']} aria-label="事项">
      <ul>
        <li>
          <button
            type="button"
            className={classes['choice']}
            aria-pressed={search.kind === undefined}
            onClick={() => onChange({ kind: undefined })}
          >
            全部事项<span className={classes['count']}>{narrowed.ofAllKinds}</span>
          </button>
        </li>
        {dutyKindNames.map((kind) => (
          <li key={kind}>
            <button
              type="button"
              className={classes['choice']}
              aria-pressed={search.kind === kind}
              onClick={() => onChange({ kind: search.kind === kind ? undefined : kind })}
            >
              {dutyKinds[kind]}
              <span className={classes['count']}>{narrowed.byKind.get(kind) ?? 0}</span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface DutyToolsProps extends FilterProps {
  readonly places: readonly PlaceChoices[];
}

export function DutyTools({ search, narrowed, places, onChange }: DutyToolsProps) {
  return (
    <div className={classes['tools']}>
      <SegmentedControl
        size="xs"
        aria-label="期限"
        value={search.state ?? 'all'}
        onChange={(value) => onChange({ state: dutyStateNames.find((state) => state === value) })}
        data={[
          { value: 'all', label: `全部 ${narrowed.inAllStates}` },
          ...dutyStateNames.map((state) => ({
            value: state,
            label: `${dutyStates[state]} ${narrowed.byState.get(state) ?? 0}`,
          })),
        ]}
      />
      <Select
        size="xs"
        className={classes['where']}
        aria-label="乡镇、村（社区）"
        placeholder="全部乡镇、村（社区）"
        searchable
        clearable
        clearButtonProps={{ 'aria-label': '不限乡镇、村（社区）' }}
        nothingFoundMessage="没有这个名称"
        data={places.map(({ group, items }) => ({ group, items: [...items] }))}
        value={search.place ?? null}
        onChange={(place) => onChange({ place: place ?? undefined })}
      />
    </div>
  );
}
