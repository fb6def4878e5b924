/** The windows of one register on one computer: one of them syncs, the others show what it does. */
export interface Windows {
  /**
   * Calls back once this window is the one that syncs: at once, or when the one that did is closed.
   * @returns gives the lead, or the place in the queue, back
   */
  lead(begin: () => void): () => void;
  /** Tells the other windows; plain data. */
  tell(message: unknown): void;
  /** @returns stops listening */
  hear(listener: (message: unknown) => void): () => void;
}

/** A register that no other window has open. */
export const onlyWindow: Windows = {
  lead(begin) {
    begin();
    return () => {};
  },
  tell: () => {},
  hear: () => () => {},
};

/**
 * Windows of a browser. Plain-http pages, usual in an office network, have no locks: there every window syncs, which
 * costs requests but no data, because each write builds on what the others wrote and every push may be repeated.
 * @param locks null where there are none
 */
export function browserWindows(
  name: string,
  locks: LockManager | null,
  openChannel: (name: string) => BroadcastChannel,
): Windows {
  const channel = openChannel(name);
  return {
    lead(begin) {
      if (locks === null) {
        begin();
        return () => {};
      }
      const giveUp = new AbortController();
      let release: () => void = () => {};
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      const hold = () => {
        if (!giveUp.signal.aborted) begin();
        return giveUp.signal.aborted ? undefined : held;
      };
      // Rejects only when given up while waiting.
      locks.request(name, { signal: giveUp.signal }, hold).catch(() => {});
      return () => {
        giveUp.abort();
        release();
      };
    },
    tell: (message) => channel.postMessage(message),
    hear(listener) {
      const listen = ({ data }: MessageEvent<unknown>) => listener(data);
      channel.addEventListener('message', listen);
      return () => channel.removeEventListener('message', listen);
    },
  };
}
