import { randomFillSync } from 'node:crypto';
import { createKeys, type KeyPairs } from '@shared/sync/packages/keys';
import {
  buildPackage,
  isSignedBy,
  type PackageHeader,
  readLines,
  readLinesCalmly,
  readPackage,
  type Sealing,
} from '@shared/sync/packages/package-file';
import {
  codeBoxOverhead,
  keyBoxOverhead,
  openWithCode,
  openWithKey,
  sealForKey,
  sealWithCode,
} from '@shared/sync/packages/sealed-box';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { propertyRuns } from '../../../support/property-runs';

const fill = (into: Uint8Array<ArrayBuffer>) => void randomFillSync(into);
const [county, device, stranger] = [createKeys(fill), createKeys(fill), createKeys(fill)];

const header: Omit<PackageHeader, 'size' | 'sealedBy'> = {
  kind: 'report',
  number: 7,
  madeAt: '2026-03-02T08:00:00.000Z',
  countyId: 'P-COUNTY',
  countyName: '测试县',
  deviceId: 'D-1',
  deviceName: '党建办台式机',
  placeName: '东溪镇',
  answers: null,
  editCount: 2,
};
const sealedFor = (recipient: KeyPairs): Sealing => ({
  by: 'key',
  overhead: keyBoxOverhead,
  seal: (about, plain) => sealForKey(recipient.public.sealing, about, plain, fill),
});
const build = (lines: readonly unknown[], sender = device) =>
  buildPackage(header, lines, sealedFor(county), sender.secret.signing);

/** What the county makes of a file; the code of the problem when it does not take it. */
function take(bytes: Uint8Array, recipient = county): unknown {
  const read = readPackage(bytes);
  if (!read.ok) return read.problem.code;
  if (!isSignedBy(read.file, device.public.signing)) return 'package.forged';
  const lines = readLines(
    read.file,
    (about, box) => openWithKey(recipient.secret.sealing, about, box),
    z.unknown(),
  );
  return lines.ok ? lines.lines : lines.problem.code;
}

const refusals = ['notPackage', 'newerFormat', 'damaged', 'forged', 'tooLarge'].map(
  (name) => `package.${name}`,
);
const lines = [
  { part: 'ask', who: '章小溪' },
  { part: 'push', edits: ['一', '二'.repeat(300)] },
];
const whole = build(lines);

describe('[PACKAGE-1] a large package', () => {
  it('is read line by line, and whoever else asks gets a turn before each', async () => {
    const many = Array.from({ length: 300 }, (_, at) => ({ part: 'push', at }));
    const read = readPackage(build(many));
    if (!read.ok) throw new Error(read.problem.text);
    let othersTurns = 0;
    const seen: number[] = [];
    const turn = () =>
      new Promise<void>((resolve) => {
        setImmediate(() => {
          othersTurns += 1;
          resolve();
        });
      });
    const line = z.strictObject({ part: z.string(), at: z.int() }).transform((value) => {
      seen.push(othersTurns);
      return value;
    });
    const open = (about: Uint8Array, box: Uint8Array) => openWithKey(county.secret.sealing, about, box);
    const result = await readLinesCalmly(read.file, open, line, turn);
    expect(result).toEqual({ ok: true, lines: many });
    expect(seen.every((turns, at) => turns > at)).toBe(true);
  });

  it('is refused as one that is read at once is', async () => {
    const read = readPackage(whole);
    if (!read.ok) throw new Error(read.problem.text);
    const pause = () => Promise.resolve();
    const wrong = await readLinesCalmly(read.file, () => null, z.unknown(), pause);
    expect(wrong).toMatchObject({ ok: false, problem: { code: 'package.cannotOpen' } });
    const open = (about: Uint8Array, box: Uint8Array) => openWithKey(county.secret.sealing, about, box);
    const other = await readLinesCalmly(read.file, open, z.strictObject({ part: z.literal('ask') }), pause);
    expect(other).toMatchObject({ ok: false, problem: { code: 'package.notUnderstood' } });
    const unpacked = await readLinesCalmly(read.file, () => new Uint8Array(40), z.unknown(), pause);
    expect(unpacked).toMatchObject({ ok: false, problem: { code: 'package.notUnderstood' } });
  });
});

describe('[PACKAGE-1] a package file', () => {
  it('brings any lines to the one it is for', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), (values) => {
        const sent: unknown = JSON.parse(JSON.stringify(values));
        expect(take(build(values))).toEqual(sent);
      }),
      propertyRuns(20),
    );
  });

  it('says in plain text what it is, and nothing of what is in it', () => {
    const text = Buffer.from(whole).toString('utf8');
    expect(text.split('\n')[0]).toBe('LXBAO 1');
    expect(JSON.parse(text.split('\n')[1] ?? '')).toMatchObject({ number: 7, placeName: '东溪镇' });
    expect(text).not.toContain('章小溪');
  });

  it('[PACKAGE-8] is refused when any single byte is another', () => {
    for (let at = 0; at < whole.length; at++) {
      const changed = whole.slice();
      changed[at] = (changed[at] ?? 0) ^ (1 + (at % 255));
      expect(refusals).toContain(take(changed));
    }
  });

  it('[PACKAGE-8] is refused when it is cut anywhere, goes on, or has parts moved', () => {
    fc.assert(
      fc.property(
        fc.nat(whole.length - 1),
        fc.nat(whole.length - 1),
        fc.uint8Array({ minLength: 1, maxLength: 200 }),
        (cut, other, more) => {
          const [from, to] = [Math.min(cut, other), Math.max(cut, other)];
          expect(refusals).toContain(take(whole.slice(0, cut)));
          expect(refusals).toContain(take(new Uint8Array([...whole, ...more])));
          if (from !== to) expect(refusals).toContain(take(whole.filter((_, at) => at < from || at >= to)));
        },
      ),
      propertyRuns(100),
    );
  });

  it('[PACKAGE-8] is refused whatever else it is', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(refusals).toContain(take(bytes));
        expect(refusals).toContain(take(new Uint8Array([...whole.slice(0, 8), ...bytes])));
      }),
      propertyRuns(100),
    );
  });

  it('[PACKAGE-8] is refused when somebody else made it, also with a fitting check sum', () => {
    expect(take(build(lines, stranger))).toBe('package.forged');
  });

  it('[PACKAGE-2] opens for nobody else, and not under another header', () => {
    expect(take(whole, stranger)).toBe('package.cannotOpen');
    const read = readPackage(whole);
    if (!read.ok) throw new Error(read.problem.text);
    const { head, box } = read.file;
    expect(openWithKey(county.secret.sealing, head, box)).not.toBeNull();
    const about = Buffer.from(head).toString().replace('"number":7', '"number":8');
    expect(openWithKey(county.secret.sealing, Buffer.from(about), box)).toBeNull();
  });

  it('is refused when its lines are not the ones that are meant', () => {
    const read = readPackage(whole);
    if (!read.ok) throw new Error(read.problem.text);
    const open = (about: Uint8Array, box: Uint8Array) => openWithKey(county.secret.sealing, about, box);
    const wrong = readLines(read.file, open, z.strictObject({ part: z.literal('ask') }));
    expect(wrong).toMatchObject({ ok: false, problem: { code: 'package.notUnderstood' } });
  });
});

describe('[PACKAGE-9] a box under a code', () => {
  const about = Buffer.from('about');
  const box = sealWithCode('ABCDE23456', about, Buffer.from('内容'), fill);

  it('opens with the code and with no other', () => {
    expect(Buffer.from(openWithCode('ABCDE23456', about, box) ?? []).toString()).toBe('内容');
    expect(openWithCode('ABCDE23457', about, box)).toBeNull();
    expect(box.length - Buffer.from('内容').length).toBe(codeBoxOverhead);
  });

  it('does not open when it is cut or changed', () => {
    expect(openWithCode('ABCDE23456', about, box.slice(0, 10))).toBeNull();
    const changed = box.slice();
    changed[20] = (changed[20] ?? 0) ^ 1;
    expect(openWithCode('ABCDE23456', about, changed)).toBeNull();
  });
});
