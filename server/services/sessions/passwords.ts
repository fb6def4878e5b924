import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { accountProblems } from '@shared/problems/account-problems';
import { passwordMinLength } from '@shared/sync/account-messages';
import { unambiguousAlphabet } from '../enrolment/enrolment-code';
import { Refusal } from '../refusal';

/** Argon2id (the package's default algorithm), 19 MiB, two passes: what OWASP names as the least; about 50 ms. */
const cost = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password, cost);

let hashOfNobody: Promise<string> | null = null;

/**
 * @param passwordHash null when there is no such person: the work is done all the same, so that the time of an answer
 *   does not tell which names exist
 */
export async function isPasswordRight(passwordHash: string | null, password: string): Promise<boolean> {
  hashOfNobody ??= hashPassword('nobody has this password');
  const isRight = await verify(passwordHash ?? (await hashOfNobody), password);
  return isRight && passwordHash !== null;
}

/** @throws Refusal `weakPassword` */
export function requireStrongPassword(password: string, userName: string): void {
  const isWeak =
    password.trim().length < passwordMinLength || password.toLowerCase() === userName.toLowerCase();
  if (isWeak) throw new Refusal(accountProblems.weakPassword({ minLength: passwordMinLength }));
}

/** A first password to be read out or copied from paper: 12 characters nobody mistakes, about 58 bits. */
export const newInitialPassword = (): string =>
  Array.from({ length: 12 }, () => unambiguousAlphabet[randomInt(unambiguousAlphabet.length)])
    .join('')
    .toLowerCase();
