/** What the key desk says to whoever wants in. */
import { keyProblems } from '@shared/problems/key-problems';
import type { Problem } from '@shared/problems/problem';
import type { Done } from './key-state';

export const done: Done = { ok: true };
export const refused = (problem: Problem) => ({ ok: false as const, problem });
/** @param seconds until the next try is taken */
export const wrongPassword = (seconds: number): Problem => keyProblems.wrongPassword({ seconds });
export const wrongCode = (): Problem => keyProblems.wrongCode({});
