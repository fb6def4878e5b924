/** What the rest of the program may know about the key of the register. */
import type { Problem } from '@shared/problems/problem';
import type { UnlockRequestFile } from '@shared/sync/unlock-help';
import type { DataKeys } from './data-keys';

/** Somebody with a password on this computer. */
export interface UserName {
  readonly id: string;
  readonly name: string;
}

/** What settings show; nothing in it is secret. */
export interface KeyFacts {
  /** Empty: nobody has set a password, the computer guards the key. */
  readonly users: readonly UserName[];
  /** Name of what guards the key without a password; null = it opens by password only. */
  readonly guardedBy: string | null;
  /** When the valid recovery sheet was made; null = there is none. */
  readonly sheetMadeAt: string | null;
  readonly idleMinutes: number;
  readonly lastUserId: string | null;
  /** No password is tried before (UTC); null = at once. */
  readonly waitUntil: string | null;
  /** null: enrolled nowhere. */
  readonly county: CountyFacts | null;
}

/** What the county can do when every password is forgotten. */
export interface CountyFacts {
  readonly countyName: string;
  /** What to ask the county with; null = it holds nothing of this computer yet. */
  readonly request: UnlockRequestFile | null;
  /** When it last helped; null = never. */
  readonly helpedAt: string | null;
}

/** A county this computer is enrolled at. */
export interface CountyOfDevice {
  readonly countyId: string;
  readonly countyName: string;
  readonly deviceId: string;
  /** Its public key, hexadecimal. */
  readonly sealingKey: string;
}

export type KeyState =
  | { readonly status: 'starting' }
  /** The page cannot encrypt (plain http): the register is kept as it is. */
  | { readonly status: 'bare' }
  /** Nothing here keeps a key safely: a password comes first. `offered`: what there was instead. */
  | { readonly status: 'unguarded'; readonly offered: string }
  | { readonly status: 'locked'; readonly facts: KeyFacts }
  /** `me` null: nobody has set a password. */
  | {
      readonly status: 'open';
      readonly keys: DataKeys;
      readonly me: UserName | null;
      readonly facts: KeyFacts;
    }
  | { readonly status: 'failed'; readonly error: unknown; readonly problem: Problem | null };

export type Done = { readonly ok: true } | { readonly ok: false; readonly problem: Problem };
/** `sheet`: the recovery code as printed, shown this once. */
export type DoneWithSheet =
  | { readonly ok: true; readonly sheet: string }
  | { readonly ok: false; readonly problem: Problem };

export interface KeyDesk {
  get(): KeyState;
  subscribe(listener: () => void): () => void;
  /** Opens without asking as long as nobody has a password. Again after `failed`. */
  start(): Promise<void>;
  unlock(userId: string, password: string): Promise<Done>;
  /**
   * Forgotten password: the code of the sheet, or the one the county told, opens, and the user gets a new password. With
   * no user yet, `name` becomes the first.
   */
  recover(typedCode: string, who: { userId: string } | { name: string }, password: string): Promise<Done>;
  /** Nothing stays open; does nothing while nobody has a password. */
  lock(): Promise<void>;
  /** The first password on this computer. */
  protect(name: string, password: string): Promise<DoneWithSheet>;
  /** Gives up everything the key before opened. @param erase removes it, before the new key takes its place */
  startAnew(erase: () => Promise<void>, name: string, password: string): Promise<DoneWithSheet>;
  addUser(ownPassword: string, name: string, password: string): Promise<Done>;
  removeUser(userId: string): Promise<Done>;
  changePassword(ownPassword: string, next: string): Promise<Done>;
  newSheet(ownPassword: string): Promise<DoneWithSheet>;
  setIdleMinutes(minutes: number): Promise<void>;
  /**
   * Whom to hand an unlock code, sealed; null = no county any more. With passwords it is made the next time somebody
   * gives hers: only then is the key at hand.
   */
  followCounty(county: CountyOfDevice | null): Promise<void>;
  /** Somebody is about to ask the county: its code is good until the register is next opened, however that is. */
  askCounty(): Promise<void>;
}
