/** A computer's key store in memory; several desks over one store are windows of one computer. */
import type { KeyStore, KeyWord } from '@renderer/platform/key-store';

export interface MemoryComputer {
  text: string | null;
  /** Keys the computer guards, by the text it gave out; empty it and the guard is lost. */
  readonly guarded: Map<string, Uint8Array<ArrayBuffer>>;
  /** What the computer offers; `basic_text` is refused. */
  backend: string;
  /** One window more. */
  open(): KeyStore;
}

export function memoryComputer(): MemoryComputer {
  const windows: ((word: KeyWord) => void)[][] = [];
  let queue: Promise<unknown> = Promise.resolve();
  const computer: MemoryComputer = {
    text: null,
    guarded: new Map(),
    backend: 'gnome_libsecret',
    open() {
      const listeners: ((word: KeyWord) => void)[] = [];
      windows.push(listeners);
      return {
        read: () => Promise.resolve(computer.text),
        write: (text) => {
          computer.text = text;
          return Promise.resolve();
        },
        exclusively(job) {
          const done = queue.then(job);
          queue = done.catch(() => undefined);
          return done;
        },
        tell(word) {
          for (const window of windows)
            if (window !== listeners) for (const listener of window) listener(word);
        },
        hear(listener) {
          listeners.push(listener);
          return () => void listeners.splice(listeners.indexOf(listener), 1);
        },
        guard: guardOf(computer),
      };
    },
  };
  return computer;
}

const guardOf = (computer: MemoryComputer): KeyStore['guard'] => ({
  kind: 'system',
  guard(key) {
    if (computer.backend === 'basic_text')
      return Promise.resolve({ status: 'refused', by: computer.backend });
    const text = btoa(`guarded ${computer.guarded.size}`);
    computer.guarded.set(text, key.slice());
    return Promise.resolve({ status: 'guarded', text, by: computer.backend });
  },
  open(text) {
    const key = computer.guarded.get(text)?.slice();
    return Promise.resolve(key ? { key, text } : null);
  },
  forget() {
    computer.guarded.clear();
    return Promise.resolve();
  },
});
