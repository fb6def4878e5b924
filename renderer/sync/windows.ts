/** The windows of one register on one computer: one of them syncs, the others show what it does. */
import type { TakeLead } from '@renderer/platform/take-lead';

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

/** Windows of a browser. @param takeLead calls back when this window is the one that syncs */
export function browserWindows(
  name: string,
  takeLead: TakeLead,
  openChannel: (name: string) => BroadcastChannel,
): Windows {
  const channel = openChannel(name);
  return {
    lead: (begin) => takeLead(name, begin),
    tell: (message) => channel.postMessage(message),
    hear(listener) {
      const listen = ({ data }: MessageEvent<unknown>) => listener(data);
      channel.addEventListener('message', listen);
      return () => channel.removeEventListener('message', listen);
    },
  };
}
