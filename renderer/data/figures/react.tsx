/** Facts for components. The provider counts once; every change of the register gives a new view. */
import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react';
import { useObservable, usePart, useRegister } from '../react';
import { FactsStore } from './facts-store';
import type { FactsView } from './facts-view';

const FactsContext = createContext<FactsStore | null>(null);
const minute = 60_000;

/** Below RegisterProvider. */
export function FactsProvider({ children }: { children: ReactNode }) {
  const register = useRegister();
  const store = useMemo(() => new FactsStore(register), [register]);
  useEffect(() => {
    const disconnect = store.connect();
    const clock = setInterval(store.checkDay, minute);
    return () => {
      clearInterval(clock);
      disconnect();
    };
  }, [store]);
  return <FactsContext value={store}>{children}</FactsContext>;
}

function useFactsStore(): FactsStore {
  const store = useContext(FactsContext);
  if (!store) throw new Error('useFacts needs a FactsProvider above it');
  return store;
}

/** Facts of all units on the chosen day, with the relations and rules they were derived by. */
export function useFacts(): FactsView {
  return useObservable(useFactsStore().view);
}

/** A part of them: the whole is another one after each edit. */
export function useFactsPart<P>(read: (view: FactsView) => P): P {
  return usePart(useFactsStore().view, read);
}

/** The chosen day and how to change it; null = today. */
export function useAsOf(): readonly [day: string | null, setAsOf: (day: string | null) => void] {
  const store = useFactsStore();
  return [useObservable(store.asOf), store.setAsOf];
}
