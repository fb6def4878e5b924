/** Questions of boards for components. Who answers is decided above, by the provider. */
import type {
  FlowAnswer,
  FlowQuestion,
  RecordsAnswer,
  RecordsQuestion,
  SitesAnswer,
  SitesQuestion,
  SumsAnswer,
  SumsQuestion,
  UnitsAnswer,
  UnitsQuestion,
} from '@shared/insights/messages';
import type { Problem } from '@shared/problems/problem';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { useFacts } from '../figures/react';
import { useRegister } from '../react';
import { createDayViews } from './day-views';
import type { Answered, InsightSource } from './insight-source';
import { createRegisterSource } from './register-source';

const SourceContext = createContext<InsightSource | null>(null);

export function InsightSourceProvider(props: {
  readonly source: InsightSource;
  readonly children: ReactNode;
}) {
  return <SourceContext value={props.source}>{props.children}</SourceContext>;
}

export function useInsightSource(): InsightSource {
  const source = useContext(SourceContext);
  if (!source) throw new Error('boards need an InsightSourceProvider above them');
  return source;
}

const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** The source that needs nobody: a new one whenever the register, or the day it is looked at on, changes. */
export function useRegisterSource(): InsightSource {
  const register = useRegister();
  const view = useFacts();
  const past = useMemo(() => createDayViews(register, breathe), [register]);
  return useMemo(() => createRegisterSource(view, past), [view, past]);
}

export type Insight<T> =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly problem: Problem; readonly retry: () => void }
  | { readonly status: 'ready'; readonly answer: T };

/**
 * A person who is typing changes the register again and again: the answer follows when she pauses. The county has taken
 * what it is asked about.
 */
const pauseMs = { register: 800, county: 0 } as const;

interface Held<T> {
  readonly name: string;
  readonly answered: Answered<T>;
}

/** @param question keep its content, not its identity, stable; null = nothing is asked */
function useAnswer<Q extends object, T>(
  question: Q | null,
  ask: (source: InsightSource, question: Q) => Promise<Answered<T>>,
): Insight<T> {
  const source = useInsightSource();
  const [held, setHeld] = useState<Held<T> | null>(null);
  const [round, setRound] = useState(0);
  const name = JSON.stringify(question);
  const isKnown = held?.name === name && held.answered.ok;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `name` is the content of the question; a new round asks again.
  useEffect(() => {
    if (question === null) return;
    let isCurrent = true;
    const timer = setTimeout(
      () => {
        void ask(source, question).then((answered) => isCurrent && setHeld({ name, answered }));
      },
      isKnown ? pauseMs[source.kind] : 0,
    );
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [source, name, round]);
  const retry = useCallback(() => {
    setHeld(null);
    setRound((count) => count + 1);
  }, []);
  if (held === null || held.name !== name) return { status: 'loading' };
  const { answered } = held;
  return answered.ok
    ? { status: 'ready', answer: answered.value }
    : { status: 'failed', problem: answered.problem, retry };
}

const askSums = (source: InsightSource, question: SumsQuestion) => source.sums(question);
const askUnits = (source: InsightSource, question: UnitsQuestion) => source.units(question);
const askSites = (source: InsightSource, question: SitesQuestion) => source.sites(question);
const askRecords = (source: InsightSource, question: RecordsQuestion) => source.records(question);
const askFlow = (source: InsightSource, question: FlowQuestion) => source.flow(question);

export const useSums = (question: SumsQuestion | null): Insight<SumsAnswer> => useAnswer(question, askSums);
export const useUnits = (question: UnitsQuestion | null): Insight<UnitsAnswer> =>
  useAnswer(question, askUnits);
export const useSites = (question: SitesQuestion | null): Insight<SitesAnswer> =>
  useAnswer(question, askSites);
export const useRecords = (question: RecordsQuestion | null): Insight<RecordsAnswer> =>
  useAnswer(question, askRecords);
export const useFlow = (question: FlowQuestion | null): Insight<FlowAnswer> => useAnswer(question, askFlow);
