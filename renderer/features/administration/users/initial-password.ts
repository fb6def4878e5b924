/** Passwords an administrator gives: easy to read out on the telephone, and changed at the first login. */

/** Without 0 O, 1 I L and the like. */
const letters = 'ABCDEFGHJKMNPQRSTWXYZ23456789';
const groupCount = 3;
const groupLength = 4;

/** KX7M-2QRW-9TDN. @param fill gives random bytes */
export function makeInitialPassword(fill: (bytes: Uint8Array<ArrayBuffer>) => void): string {
  const groups: string[] = [];
  for (let group = 0; group < groupCount; group++) groups.push(randomLetters(fill));
  return groups.join('-');
}

function randomLetters(fill: (bytes: Uint8Array<ArrayBuffer>) => void): string {
  // Bytes above the last whole round of letters would favour the first ones.
  const limit = 256 - (256 % letters.length);
  let text = '';
  while (text.length < groupLength) {
    const bytes = new Uint8Array(groupLength * 2);
    fill(bytes);
    for (const byte of bytes)
      if (byte < limit && text.length < groupLength) text += letters[byte % letters.length];
  }
  return text;
}

export const newInitialPassword = (): string => makeInitialPassword((bytes) => crypto.getRandomValues(bytes));
