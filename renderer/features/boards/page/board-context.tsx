/** What every part of a board shares: the place, the day, the names of things, and how to open a list or go elsewhere. */
import { useFacts } from '@renderer/data/figures/react';
import { useOffice } from '@renderer/data/react';
import { groupings } from '@shared/figures/groupings';
import { formatMark, type Mark } from '@shared/insights/mark';
import { formatWithin, type Narrowing, type Within } from '@shared/insights/within';
import { addMonths, isRealDay } from '@shared/lib/day';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { createContext, useCallback, useContext, useMemo } from 'react';
import type { BoardsSearch } from './boards-search';
import { type BoardPlace, placeOf } from './places';

export interface Board {
  readonly place: BoardPlace;
  readonly asOf: string;
  /** Day of comparison, and how it is called in a sentence. */
  readonly against: { readonly day: string; readonly words: string };
  readonly decimals: number;
  readonly search: BoardsSearch;
  /** Opens the units behind a mark, narrowed further where the mark belongs to a group, on the day it was drawn for. */
  readonly open: (mark: Mark, where?: { readonly group?: Within; readonly on?: string }) => void;
  /** Writes into the address; undefined takes a part out. */
  readonly change: (change: { readonly [K in keyof BoardsSearch]?: BoardsSearch[K] | undefined }) => void;
  readonly nameOf: (grouping: Narrowing, key: string) => string;
  readonly itemLabel: (code: string) => string;
  readonly items: readonly { readonly code: string; readonly label: string }[];
}

export const BoardContext = createContext<Board | null>(null);

export function useBoard(): Board {
  const board = useContext(BoardContext);
  if (!board) throw new Error('parts of a board need a board around them');
  return board;
}

/** A day that is not before the as-of date says nothing: then it is a year before. */
function againstOf(chosen: string | undefined, asOf: string): Board['against'] {
  if (chosen === undefined || !isRealDay(chosen) || chosen >= asOf)
    return { day: addMonths(asOf, -12), words: '上年同期' };
  return { day: chosen, words: chosen };
}

/** The board the address asks for. */
export function useBoardOfAddress(): Board {
  const search = useSearch({ from: '/boards/$board' });
  const { board } = useParams({ from: '/boards/$board' });
  const navigate = useNavigate();
  const change = useCallback<Board['change']>(
    (next) => {
      const kept = Object.entries({ ...search, ...next }).filter(([, value]) => value !== undefined);
      navigate({ to: '/boards/$board', params: { board }, search: Object.fromEntries(kept) }).catch(() => {});
    },
    [navigate, board, search],
  );
  return useBoardAt(search, change);
}

/** @param search @param change keep their identity while nothing changes */
export function useBoardAt(search: BoardsSearch, change: Board['change']): Board {
  const office = useOffice();
  const { relations, ruleSet, criteriaSet, asOf } = useFacts();
  return useMemo(() => {
    const itemLabel = (code: string) => criteriaSet.items.find((item) => item.code === code)?.label ?? code;
    return {
      place: placeOf(search.place, relations, office?.name ?? '本单位'),
      asOf,
      against: againstOf(search.against, asOf),
      decimals: ruleSet.coverage.rateDecimals,
      search,
      change,
      open: (mark, where = {}) =>
        change({
          list: formatMark(mark),
          group: where.group === undefined ? undefined : formatWithin(where.group),
          on: where.on === asOf ? undefined : where.on,
        }),
      nameOf: (grouping, key) => groupings[grouping].labelOf(key, relations),
      itemLabel,
      items: criteriaSet.items.map(({ code, label }) => ({ code, label })),
    };
  }, [search, relations, office, asOf, ruleSet, criteriaSet, change]);
}
