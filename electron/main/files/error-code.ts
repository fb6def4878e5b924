/** The system's short name of what went wrong (ENOSPC …); `unknown` when there is none. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
