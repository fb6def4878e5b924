/** Listens for news while the county answers and somebody is logged in. */
import type { RandomNumber, Timers } from './clock';
import { followPings } from './county/ping-stream';
import type { Transport } from './county/transport';
import type { Memory, SyncMemory } from './sync-memory';

export interface PingsOptions {
  readonly transport: Transport;
  readonly timers: Timers;
  readonly random: RandomNumber;
}

/** @param onNews the county has something this device has not read */
export function createPings(
  options: PingsOptions,
  memory: Memory<SyncMemory | null>,
  onNews: () => void,
): { follow(isReachable: boolean): void } {
  let following: { readonly token: string; readonly stop: () => void } | null = null;
  const begin = (serverUrl: string, token: string) => {
    const { transport, timers, random } = options;
    const access = { serverUrl, sessionToken: token };
    const onPing = ({ epoch, through }: { epoch: string; through: number }) => {
      const checkpoint = memory.get()?.checkpoint;
      if (checkpoint?.epoch !== epoch || checkpoint.through < through) onNews();
    };
    return { token, stop: followPings({ transport, timers, random, access, onPing }) };
  };
  return {
    follow(isReachable) {
      const now = memory.get();
      const token = isReachable && now?.standing === 'active' ? now.sessionToken : null;
      if ((following?.token ?? null) === token) return;
      following?.stop();
      following = now === null || token === null ? null : begin(now.serverUrl, token);
    },
  };
}
