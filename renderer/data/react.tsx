/** React bindings of the register. A component renders again only when what it read has changed. */
import {
  type CollectionName,
  collectionNames,
  type DocumentOf,
  type Register,
} from '@shared/domain/collections';
import type { Office } from '@shared/domain/setting';
import { createContext, type ReactNode, useCallback, useContext, useMemo, useSyncExternalStore } from 'react';
import type { Observable, RegisterStore, UndoState } from './register-store';

const RegisterContext = createContext<RegisterStore | null>(null);

export function RegisterProvider({ store, children }: { store: RegisterStore; children: ReactNode }) {
  return <RegisterContext value={store}>{children}</RegisterContext>;
}

/** The open register. Only below RegisterProvider. */
export function useRegister(): RegisterStore {
  const store = useContext(RegisterContext);
  if (!store) throw new Error('useRegister needs a RegisterProvider above it');
  return store;
}

export function useObservable<T>(observable: Observable<T>): T {
  return useSyncExternalStore(observable.subscribe, observable.get);
}

/** A part of it: whoever shows that alone is not rendered again for the rest. @param read makes nothing new by itself */
export function usePart<T, P>({ subscribe, get }: Observable<T>, read: (whole: T) => P): P {
  return useSyncExternalStore(subscribe, () => read(get()));
}

/** All live documents of a collection; the same array until one of them changes. */
export function useTable<C extends CollectionName>(name: C): readonly DocumentOf<C>[] {
  const table = useRegister().table(name);
  return useSyncExternalStore(table.subscribe, table.all);
}

/** One document, deleted or not; undefined while there is none with this id. */
export function useDocument<C extends CollectionName>(name: C, id: string | null): DocumentOf<C> | undefined {
  const table = useRegister().table(name);
  const subscribe = useCallback(
    (render: () => void) => table.subscribe((changed) => id !== null && changed.has(id) && render()),
    [table, id],
  );
  return useSyncExternalStore(subscribe, () => (id === null ? undefined : table.getIncludingDeleted(id)));
}

/** All tables at once, for lists that mix them; renders again with every change of any of them. */
export function useSnapshot(): Register {
  const register = useRegister();
  const subscribe = useCallback(
    (render: () => void) => {
      const stops = collectionNames.map((name) => register.table(name).subscribe(render));
      return () => {
        for (const stop of stops) stop();
      };
    },
    [register],
  );
  return useSyncExternalStore(subscribe, register.snapshot);
}

/** The office that keeps this register; null before the first set-up. */
export function useOffice(): Office | null {
  const settings = useTable('settings');
  return useMemo(() => settings.find((setting) => setting.kind === 'office') ?? null, [settings]);
}

/** @param read what is shown of it: a save in progress touches nobody who shows something else */
export function useUndoState<T extends string | boolean | null>(read: (state: UndoState) => T): T {
  return usePart(useRegister().undoState, read);
}
