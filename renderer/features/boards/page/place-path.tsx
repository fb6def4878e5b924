import { Select } from '@mantine/core';
import { useFacts } from '@renderer/data/figures/react';
import { useMemo } from 'react';
import { useBoard } from './board-context';
import classes from './boards.module.css';
import { placesBelow } from './places';

/** County › township › village, each a step back up; the places below as the way down. */
export function PlacePath() {
  const { place, change } = useBoard();
  const { relations } = useFacts();
  const below = useMemo(() => placesBelow(place, relations), [place, relations]);
  const go = (id: string | null) =>
    change({ place: id ?? undefined, list: undefined, group: undefined, on: undefined });
  return (
    <nav className={classes['path']} aria-label="所在范围">
      <ol>
        {place.path.map(({ id, name }, i) => (
          <li key={id ?? 'top'}>
            {i === place.path.length - 1 ? (
              <span aria-current="location">{name}</span>
            ) : (
              <button type="button" onClick={() => go(id)}>
                {name}
              </button>
            )}
          </li>
        ))}
      </ol>
      {below.length > 0 && (
        <Select
          size="xs"
          w={170}
          aria-label="查看下级"
          placeholder={place.below === 'township' ? '选乡镇（街道）' : '选村（社区）、园区'}
          searchable
          nothingFoundMessage="没有这个名称"
          data={below.map(({ id, name }) => ({ value: id, label: name }))}
          value={null}
          onChange={(id) => id !== null && go(id)}
        />
      )}
    </nav>
  );
}
