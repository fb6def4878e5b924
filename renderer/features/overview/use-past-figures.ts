import { countPastDay } from '@renderer/data/figures/count-past-day';
import type { FactsView } from '@renderer/data/figures/facts-view';
import { useRegister } from '@renderer/data/react';
import type { Summary } from '@shared/figures/accumulator';
import { useEffect, useRef, useState } from 'react';

/** Days that are counted. */
export type PastFigures = ReadonlyMap<string, Summary>;

/** An edit rarely changes the past: wait until the clerk pauses before three years are counted again. */
const pauseMs = 1500;

const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/**
 * Figures of past days, filled in one after another; days that are not counted yet are absent. After an edit the
 * old figures stay until the new ones are there.
 * @param version changes whenever the register does
 */
export function usePastFigures(days: readonly string[], version: unknown): PastFigures {
  const register = useRegister();
  const [figures, setFigures] = useState<PastFigures>(new Map());
  const isFirst = useRef(true);
  const list = days.join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: `version` stands for the content of the register.
  useEffect(() => {
    let isStale = false;
    const countAll = async () => {
      for (const day of list.split(' ')) {
        const counted = await countPastDay(register.snapshot(), day, breathe, () => isStale);
        const all = counted?.sums('all').get('all');
        if (isStale) return;
        if (all) setFigures((known) => new Map(known).set(day, all));
      }
      isFirst.current = false;
    };
    const timer = setTimeout(() => void countAll(), isFirst.current ? 0 : pauseMs);
    return () => {
      clearTimeout(timer);
      isStale = true;
    };
  }, [register, list, version]);
  return figures;
}

/** Facts of one past day, for the list behind a point of the trend; null while they are being counted. */
export function usePastDay(day: string | null): FactsView | null {
  const register = useRegister();
  const [view, setView] = useState<FactsView | null>(null);
  useEffect(() => {
    if (day === null) return;
    let isStale = false;
    void countPastDay(register.snapshot(), day, breathe, () => isStale).then((counted) => setView(counted));
    return () => {
      isStale = true;
    };
  }, [register, day]);
  return view?.asOf === day ? view : null;
}
