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

/** The exchange by stick, as the page shows it (SPEC, PACKAGE). */
export interface PackageStatus {
  readonly countyName: string;
  readonly exported: { readonly number: number; readonly at: string; readonly editCount: number } | null;
  /** The newest report the county has answered by a receipt that was taken here. */
  readonly answered: { readonly number: number; readonly at: string } | null;
  readonly countyId: string;
  readonly deviceId: string;
  /** Public key of the county: whatever is sealed with it (`sealForKey`) only the county can open. */
  readonly countySealingKey: string;
}

/** A 上报包 that was made, but not saved yet. */
export interface Report {
  readonly number: number;
  readonly madeAt: string;
  readonly editCount: number;
  readonly fileName: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What came of a 回执包 or 首次数据包. */
export interface TakenPackage {
  readonly kind: 'receipt' | 'seed';
  readonly number: number;
  /** Number of the report it answered. */
  readonly answers: number | null;
  /** Answers to edits that were still waiting here. */
  readonly counts: Readonly<Record<'accepted' | 'conflicted' | 'rejected' | 'held', number>>;
  /** The county had been restored: what waits goes with the next report (PACKAGE-6). */
  readonly isPostponed: boolean;
  readonly unsentCount: number;
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
  /** null: this device cannot exchange packages. */
  readonly packages: PackageStatus | null;
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
  /** Everything that waits, as a 上报包 (PACKAGE-5). Uses up a number; needs no network. */
  exportReport(): Promise<
    { readonly ok: true; readonly report: Report } | { readonly ok: false; readonly problem: Problem }
  >;
  /** The person has saved it. */
  noteExported(report: Report): Promise<void>;
  /** PACKAGE-7, PACKAGE-9. @param code of a first-sync package for a computer that is not enrolled; null = none */
  takePackage(
    bytes: Uint8Array,
    code: string | null,
  ): Promise<
    { readonly ok: true; readonly taken: TakenPackage } | { readonly ok: false; readonly problem: Problem }
  >;
  /** A request of the administration page with this device's credentials. */
  ask<T>(
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
    path: string,
    body?: unknown,
  ): Promise<{ readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem }>;
}
