/** Codes people read from a screen or paper and type into another machine. */
import { randomInt } from 'node:crypto';

/** Without 0 O, 1 I L, U V side by side: nothing here is mistaken for something else. */
export const unambiguousAlphabet = '23456789ABCDEFGHJKMNPQRSTWXYZ';
const codeLength = 10;

/** Ten characters, about 48 random bits: guessing is hopeless within 72 hours and the limit on tries. */
export const newEnrolmentCode = (): string =>
  Array.from({ length: codeLength }, () => unambiguousAlphabet[randomInt(unambiguousAlphabet.length)]).join(
    '',
  );

/** As it is shown: XXXXX-XXXXX. */
export const formatCode = (code: string): string => `${code.slice(0, 5)}-${code.slice(5)}`;
