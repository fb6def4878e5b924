/** What screens know of the exchange with the county, and what they may ask of it. The only part of sync features import. */
import type { Problem } from '@shared/problems/problem';
import type { Me } from '@shared/sync/account-messages';

/** alone: never enrolled; loggedOut: enrolled, nobody logged in; offline: the county does not answer. */
export type Link = 'alone' | 'loggedOut' | 'offline' | 'online' | 'draining' | 'wiped';
/** Whether a county waits for what is done here, reachable or not. */
export const isLinked = ({ link }: { readonly link: Link }): boolean => link !== 'alone' && link !== 'wiped';
export type Activity = 'idle' | 'pushing' | 'pulling' | 'checking';

export interface Agreement {
  /** By the county's clock. */
  readonly at: string;
  readonly isAgreed: boolean;
  readonly through: number;
  readonly count: number;
  /** First 8 digits are enough for people; the page shows the whole. */
  readonly digest: string;
  readonly collections: readonly {
    readonly collection: string;
    readonly count: number;
    readonly digest: string;
    readonly countyCount: number;
    readonly countyDigest: string;
  }[];
}

/** GUARD-1: records the county does not have (any more), which only a person may remove here. */
export interface RemovalQuestion {
  readonly count: number;
  readonly total: number;
  readonly labels: readonly string[];
}

export interface SyncStatus {
  readonly link: Link;
  readonly activity: Activity;
  /** While a first or full pull runs; `total` null = not known yet. */
  readonly progress: { readonly done: number; readonly total: number | null } | null;
  /** Records of the first download are still missing: figures, lists and tables are not complete. null = they are. */
  readonly partial: Problem | null;
  readonly serverUrl: string | null;
  readonly me: Me | null;
  readonly unsentCount: number;
  /** Pulled documents this version could not read; they are fetched again (PULL-4). */
  readonly unreadableCount: number;
  /** Instants by this device's clock; null = never. */
  readonly lastContactAt: string | null;
  readonly lastPushAt: string | null;
  readonly lastPushCount: number;
  readonly lastPullAt: string | null;
  readonly lastPullCount: number;
  readonly nextTryAt: string | null;
  /** Why the last attempt failed; null = it did not. */
  readonly problem: Problem | null;
  readonly agreement: Agreement | null;
  /** How far this device's clock is ahead of the county's; null = not known. */
  readonly clockAheadMs: number | null;
  readonly removal: RemovalQuestion | null;
}

export type Asked = { readonly ok: true } | { readonly ok: false; readonly problem: Problem };

/** Two local places that may be the same as two of the county's: shown before a register made alone is joined. */
export interface PlaceMatch {
  readonly localId: string;
  readonly localName: string;
  /** null = the county has no such place; it will be sent as new. */
  readonly countyId: string | null;
  readonly countyName: string | null;
}

export interface SyncActions {
  enrol(serverUrl: string, code: string): Promise<Asked>;
  login(userName: string, password: string): Promise<Asked>;
  changePassword(oldPassword: string, newPassword: string): Promise<Asked>;
  logout(): Promise<void>;
  /** Starts at once, whatever the waiting time. */
  syncNow(): void;
  /** Stops the pull under way after the page it is at; it goes on from there next time. */
  pause(): void;
  answerRemoval(answer: 'remove' | 'keep'): Promise<void>;
  /** For a register that was kept alone: what its places would become; empty when there is nothing to match. */
  placeMatches(): Promise<readonly PlaceMatch[]>;
  confirmPlaces(matches: readonly PlaceMatch[]): Promise<Asked>;
  /** A request of the administration page with this device's credentials. */
  ask<T>(
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
    path: string,
    body?: unknown,
  ): Promise<{ readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem }>;
}
