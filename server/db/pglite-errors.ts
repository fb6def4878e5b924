import { messages } from '@electric-sql/pglite';
import { QueryError } from './database';

/** Errors lose their own fields when they are cloned on the way between threads. */
export interface TransportedError {
  readonly message: string;
  /** SQLSTATE; null when the error did not come from the database. */
  readonly code: string | null;
  readonly constraint: string | null;
}

export function toTransported(error: unknown): TransportedError {
  if (error instanceof messages.DatabaseError)
    return { message: error.message, code: error.code ?? 'XX000', constraint: error.constraint ?? null };
  return { message: error instanceof Error ? error.message : String(error), code: null, constraint: null };
}

export const fromTransported = ({ message, code, constraint }: TransportedError): Error =>
  code === null ? new Error(message) : new QueryError(message, code, constraint);
