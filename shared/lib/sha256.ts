/**
 * SHA-256 (FIPS 180-4) in plain TypeScript: browsers offer theirs on https pages only, and office networks serve
 * plain http. Used to recognize files, not to keep secrets.
 */
const initial = [
  0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
];
const primes = firstPrimes(64);
/** First 32 bits of the fractional parts of the cube roots of the first 64 primes. */
const constants = Int32Array.from(primes, (prime) => (Math.cbrt(prime) % 1) * 2 ** 32);

function firstPrimes(count: number): number[] {
  const primes: number[] = [];
  for (let n = 2; primes.length < count; n++) if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  return primes;
}

/** @returns 64 lower-case hexadecimal digits */
export function sha256(bytes: Uint8Array): string {
  const state = Int32Array.from(initial);
  const words = new Int32Array(64);
  const whole = bytes.length - (bytes.length % 64);
  mix(state, words, new DataView(bytes.buffer, bytes.byteOffset, whole));
  mix(state, words, new DataView(padded(bytes, whole).buffer));
  return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

/** The rest after the whole blocks, then a 1 bit, zeros, and the length in bits. */
function padded(bytes: Uint8Array, from: number): Uint8Array<ArrayBuffer> {
  const rest = bytes.subarray(from);
  const tail = new Uint8Array(rest.length < 56 ? 64 : 128);
  tail.set(rest);
  tail[rest.length] = 0x80;
  const view = new DataView(tail.buffer);
  view.setUint32(tail.length - 8, Math.floor(bytes.length / 2 ** 29));
  view.setUint32(tail.length - 4, bytes.length << 3);
  return tail;
}

const rotate = (value: number, by: number): number => (value >>> by) | (value << (32 - by));

function mix(state: Int32Array, words: Int32Array, blocks: DataView): void {
  for (let offset = 0; offset < blocks.byteLength; offset += 64) {
    expand(words, blocks, offset);
    round(state, words);
  }
}

function expand(words: Int32Array, blocks: DataView, offset: number): void {
  for (let i = 0; i < 16; i++) words[i] = blocks.getInt32(offset + i * 4);
  for (let i = 16; i < 64; i++) {
    const [w15, w2] = [at(words, i - 15), at(words, i - 2)];
    const s0 = rotate(w15, 7) ^ rotate(w15, 18) ^ (w15 >>> 3);
    const s1 = rotate(w2, 17) ^ rotate(w2, 19) ^ (w2 >>> 10);
    words[i] = at(words, i - 16) + s0 + at(words, i - 7) + s1;
  }
}

// Indexes stay inside their arrays by construction.
const at = (words: Int32Array, index: number): number => words[index] ?? 0;

function round(state: Int32Array, words: Int32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let i = 0; i < 64; i++) {
    const s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + at(constants, i) + at(words, i)) | 0;
    const s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => {
    state[i] = (at(state, i) + word) | 0;
  });
}
