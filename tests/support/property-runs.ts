/**
 * How long a heavy property is searched. Every commit runs the same few cases, so that a green run stays green;
 * `PROPERTY_SCALE=20 npm run test:unit` searches twenty times as many fresh ones. A failure prints its seed and
 * the shortest case.
 */
const scale = Number(process.env['PROPERTY_SCALE'] ?? 1);

export const propertyRuns = (count: number): { numRuns: number; seed?: number } =>
  scale === 1 ? { numRuns: count, seed: 20251231 } : { numRuns: Math.ceil(count * scale) };
