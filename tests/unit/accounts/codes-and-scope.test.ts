import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { formatCode, newEnrolmentCode, unambiguousAlphabet } from '@server/services/enrolment/enrolment-code';
import { smallerPlace } from '@server/services/sessions/scope';
import { digestOfSecret, isSameDigest, newSecret } from '@server/services/sessions/secrets';
import { isExtensionDue, isSightingDue, sessionEnd } from '@server/services/sessions/session-life';
import { UnknownNames } from '@server/services/sessions/unknown-names';
import { normalizeCode } from '@shared/sync/enrolment-code';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('enrolment codes', () => {
  it('have ten characters nobody mistakes for others', () => {
    expect(unambiguousAlphabet).not.toMatch(/[01OILUV]/);
    expect(new Set(unambiguousAlphabet).size).toBe(unambiguousAlphabet.length);
    for (let i = 0; i < 200; i++) expect(newEnrolmentCode()).toMatch(/^[2-9A-HJKMNP-TW-Z]{10}$/);
  });

  it('are read back however somebody types them', () => {
    const shown = formatCode('ABCDE23456');
    expect(shown).toBe('ABCDE-23456');
    const typed = [
      shown,
      'abcde23456',
      ' abcde 23456 ',
      'ＡＢＣＤＥ－２３４５６',
      'abcde—23456',
      'ABCDE－23456',
    ];
    for (const one of typed) expect(normalizeCode(one)).toBe('ABCDE23456');
  });
});

describe('[SCOPE-1] the smaller of two places', () => {
  const township = ['county', 'town'];
  const village = ['county', 'town', 'village'];
  it.each([
    ['person of the county on a township computer', ['county'], township, 'town'],
    ['person of a village on a township computer', village, township, 'village'],
    ['person and computer of one place', township, township, 'town'],
    ['person of one township on a computer of another', township, ['county', 'other'], null],
    ['a place nobody knows', [], township, null],
  ])('%s', (_title, user, device, expected) => {
    expect(smallerPlace(user, device)).toBe(expected);
  });

  it('is the same whoever is named first', () => {
    const path = fc.array(fc.constantFrom('a', 'b'), { minLength: 1, maxLength: 3 }).map((steps) => {
      return ['county', ...steps.map((_, index) => `county/${steps.slice(0, index + 1).join('/')}`)];
    });
    fc.assert(
      fc.property(path, path, (one, other) => {
        expect(smallerPlace(one, other)).toBe(smallerPlace(other, one));
      }),
    );
  });
});

describe('secrets', () => {
  it('are 256 random bits, never the same', () => {
    const made = Array.from({ length: 500 }, newSecret);
    expect(new Set(made).size).toBe(500);
    for (const one of made) expect(Buffer.from(one, 'base64url')).toHaveLength(32);
  });

  it('are compared by digest', () => {
    const digest = digestOfSecret('one');
    expect(isSameDigest(digest, digestOfSecret('one'))).toBe(true);
    expect(isSameDigest(digest, digestOfSecret('two'))).toBe(false);
    expect(isSameDigest(digest, digest.slice(1))).toBe(false);
    expect(isSameDigest(digest, '')).toBe(false);
  });
});

describe('secrets in the source', () => {
  const server = fileURLToPath(new URL('../../../server', import.meta.url));
  const everything = readdirSync(server, { recursive: true, encoding: 'utf8' });
  // Digests in db and backup are of files, and no secrets.
  const files = everything.filter((file) => file.endsWith('.ts') && !/^(db|backup)[\\/]/.test(file));

  it('are never compared with an operator, which would stop at the first difference', () => {
    const compared = files.flatMap((file) =>
      readFileSync(join(server, file), 'utf8')
        .split('\n')
        .filter((line) =>
          /(digest|token|secret|passwordHash)\w*\s*[!=]==?\s*(?!null|undefined)\w/i.test(line),
        )
        .map((line) => `${file}: ${line.trim()}`),
    );
    expect(files.length).toBeGreaterThan(50);
    expect(compared).toEqual([]);
  });
});

describe('the life of a session', () => {
  const now = '2026-03-01T08:00:00.000Z';
  it('is 30 days from its last use, moved at most once a day', () => {
    const end = sessionEnd(now);
    expect(end).toBe('2026-03-31T08:00:00.000Z');
    expect(isExtensionDue(end, '2026-03-02T07:59:59.000Z')).toBe(false);
    expect(isExtensionDue(end, '2026-03-02T08:00:01.000Z')).toBe(true);
  });

  it('notes that a device was seen once a minute', () => {
    expect(isSightingDue(null, now)).toBe(true);
    expect(isSightingDue(now, '2026-03-01T08:00:59.000Z')).toBe(false);
    expect(isSightingDue(now, '2026-03-01T08:01:00.000Z')).toBe(true);
    // The county's clock was put back.
    expect(isSightingDue(now, '2026-02-01T08:00:00.000Z')).toBe(true);
  });
});

describe('names nobody has', () => {
  it('are locked like real ones: the fifth failure begins a lock, after it the count begins again', () => {
    const names = new UnknownNames();
    const count = (nowMs: number) => names.count('Nobody', nowMs, 5, 1000);
    expect([count(0), count(0), count(0), count(0)]).toEqual([null, null, null, null]);
    expect(count(0)).toEqual({ untilMs: 1000, isNew: true });
    expect(names.count('NOBODY', 999, 5, 1000)).toEqual({ untilMs: 1000, isNew: false });
    expect(count(1000)).toBeNull();
  });

  it('are forgotten when there are too many, the ones tried longest ago first', () => {
    const names = new UnknownNames();
    for (let i = 0; i < 4; i++) names.count('first', 0, 5, 1000);
    for (let i = 0; i < 10_000; i++) names.count(`name ${i}`, 0, 5, 1000);
    expect(names.count('first', 0, 5, 1000)).toBeNull();
  });
});
