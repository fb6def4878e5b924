/**
 * Who wants to hear that a county has something new (SPEC.md, STREAM-1). One LISTEN per process, however many devices
 * follow. What gets lost here costs time only: every device also polls.
 */
import type { PingMessage } from '@shared/sync/messages';
import type { Database } from '../../db/database';
import { findPosition } from '../../repositories/county-position';
import { type CountyChange, countyChannel } from '../county';

export type HearPing = (ping: PingMessage) => void;

export interface ChangeFeed {
  /**
   * Tells where the county stands, then every change.
   * @returns stops telling
   */
  follow(countyId: string, hear: HearPing): Promise<() => void>;
  close(): Promise<void>;
}

export function createChangeFeed(database: Database): ChangeFeed {
  const followers = new Map<string, Set<HearPing>>();
  const tell = (countyId: string, ping: PingMessage) => {
    for (const hear of followers.get(countyId) ?? []) hear(ping);
  };
  /** Changes may have passed unheard: everybody is told where things stand. */
  const tellAll = async () => {
    for (const countyId of followers.keys()) {
      const position = await findPosition(database, countyId);
      if (position) tell(countyId, { epoch: position.epoch, through: position.through });
    }
  };
  let listening: Promise<() => Promise<void>> | null = null;
  const listen = () => {
    listening ??= database
      .listen(
        countyChannel,
        (payload) => tellChange(tell, payload),
        () => void tellAll().catch(() => {}),
      )
      .catch((error: unknown) => {
        // The next follower tries again.
        listening = null;
        throw error;
      });
    return listening;
  };
  return {
    follow: async (countyId, hear) => {
      await listen();
      const group = followers.get(countyId) ?? new Set();
      followers.set(countyId, group.add(hear));
      const position = await findPosition(database, countyId);
      if (position) hear({ epoch: position.epoch, through: position.through });
      return () => {
        group.delete(hear);
        if (group.size === 0 && followers.get(countyId) === group) followers.delete(countyId);
      };
    },
    close: async () => {
      followers.clear();
      if (listening) await (await listening)();
    },
  };
}

function tellChange(tell: (countyId: string, ping: PingMessage) => void, payload: string): void {
  // Only pushes of this program speak on this channel.
  const { countyId, epoch, through } = JSON.parse(payload) as CountyChange;
  tell(countyId, { epoch, through });
}
