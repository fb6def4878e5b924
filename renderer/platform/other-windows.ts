/**
 * Other windows of the ledger on this computer. All may be used at once and every change appears in all of them;
 * people are told, because the undo button of a window only knows what was done in it. When one window empties or
 * replaces the whole register, the others start again.
 */
import { useEffect, useState } from 'react';
import { newId } from './new-id';

const channelName = 'two-new-ledger.windows';
const kinds = ['opened', 'here', 'closed', 'replaced'] as const;
type Kind = (typeof kinds)[number];
interface Message {
  readonly kind: Kind;
  readonly from: string;
}

const me = newId();

function readMessage(data: unknown): Message | null {
  if (typeof data !== 'object' || data === null || !('kind' in data) || !('from' in data)) return null;
  const kind = kinds.find((known) => known === data.kind);
  return kind && typeof data.from === 'string' ? { kind, from: data.from } : null;
}

function send(channel: BroadcastChannel, kind: Kind): void {
  channel.postMessage({ kind, from: me } satisfies Message);
}

/** Tells the other windows that the register they show is gone. */
export function announceReplaced(): void {
  const channel = new BroadcastChannel(channelName);
  send(channel, 'replaced');
  channel.close();
}

/** @param onReplaced another window emptied or replaced the register */
export function useIsOpenElsewhere(onReplaced: () => void): boolean {
  const [others, setOthers] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const channel = new BroadcastChannel(channelName);
    channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      const message = readMessage(data);
      if (!message || message.from === me) return;
      if (message.kind === 'replaced') return onReplaced();
      if (message.kind === 'opened') send(channel, 'here');
      setOthers((known) => {
        const next = new Set(known);
        if (message.kind === 'closed') next.delete(message.from);
        else next.add(message.from);
        return next;
      });
    };
    const leave = () => send(channel, 'closed');
    window.addEventListener('pagehide', leave);
    send(channel, 'opened');
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
      channel.close();
    };
  }, [onReplaced]);
  return others.size > 0;
}
