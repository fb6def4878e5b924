/** SHA-256 as 64 lower-case hexadecimal digits. Browsers offer theirs on https pages only, and offices serve plain http. */
import { sha256 as digest } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

export const sha256 = (bytes: Uint8Array): string => bytesToHex(digest(bytes));
export const sha256OfText = (text: string): string => sha256(utf8ToBytes(text));
