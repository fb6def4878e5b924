import { randomFillSync } from 'node:crypto';
import { createKeys } from '@shared/sync/packages/keys';
import { buildPackage, readPackage } from '@shared/sync/packages/package-file';
import { keyBoxOverhead, sealForKey } from '@shared/sync/packages/sealed-box';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestCounty, type TestCounty } from '../../support/county/test-county';
import { testUsers } from '../../support/county/test-users';
import { propertyRuns } from '../../support/property-runs';
import { addUnit } from '../device/device';
import {
  bytesOf,
  type CarriedDevice,
  exportReport,
  importAt,
  joinedThenUnplugged,
  mustImport,
  stateOf,
  takeAt,
} from './stick';

let county: TestCounty;
let foreign: TestCounty;
let away: CarriedDevice;
beforeAll(async () => {
  [county, foreign] = [await startTestCounty(), await startTestCounty()];
}, 120_000);
// Registers are closed after every test.
beforeEach(async () => {
  away = await joinedThenUnplugged(county);
});
afterAll(async () => {
  await county.close();
  await foreign.close();
});

/** Everything a package could change at the county. */
async function countyState({ environment: { database } }: TestCounty): Promise<string> {
  const tables = ['counties', 'documents', 'edits', 'held_edits', 'packages', 'audit_log', 'device_people'];
  const rows = await Promise.all(tables.map((table) => database.query(`select * from ${table}`)));
  return JSON.stringify(rows);
}

/** @returns the code of the problem, after making sure that nothing has changed */
async function refusedAtCounty(bytes: Uint8Array, at = county): Promise<unknown> {
  const before = await countyState(at);
  const answer = await importAt(at, bytes);
  expect(await countyState(at)).toBe(before);
  return answer;
}
async function refusedAtDevice(device: CarriedDevice, bytes: Uint8Array): Promise<unknown> {
  const before = stateOf(device);
  const answer = await takeAt(device, bytes);
  expect(stateOf(device)).toBe(before);
  return answer;
}

const fill = (into: Uint8Array<ArrayBuffer>) => void randomFillSync(into);

/** What somebody else could make with everything that is public. */
function forge(bytes: Uint8Array, recipient: string, lines: readonly unknown[]): Uint8Array {
  const read = readPackage(bytes);
  if (!read.ok) throw new Error(read.problem.text);
  const { size: _, sealedBy: __, ...header } = read.file.header;
  const seal = (about: Uint8Array, plain: Uint8Array) => sealForKey(recipient, about, plain, fill);
  const sealing = { by: 'key' as const, overhead: keyBoxOverhead, seal };
  return buildPackage(header, lines, sealing, createKeys(fill).secret.signing);
}

const mutilated = ['notPackage', 'newerFormat', 'damaged', 'forged'].map((name) => `package.${name}`);

describe('[PACKAGE-8] the county', () => {
  it('refuses a report that was changed or cut anywhere, and takes the whole one afterwards', async () => {
    await addUnit(away, { name: '要报的公司' });
    const { bytes } = await exportReport(away);
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        const changed = bytes.slice();
        changed[at] = (changed[at] ?? 0) ^ flip;
        expect(mutilated).toContain(await refusedAtCounty(changed));
        expect(mutilated).toContain(await refusedAtCounty(bytes.slice(0, at)));
      }),
      propertyRuns(25),
    );
    expect(await importAt(county, bytes)).toMatchObject({ counts: { accepted: 1 } });
  }, 120_000);

  it('[PACKAGE-4] refuses a report a second time, and one that a later one has overtaken', async () => {
    await addUnit(away, { name: '第二家' });
    const earlier = await exportReport(away);
    const later = await exportReport(away);
    await mustImport(county, later);
    expect(await refusedAtCounty(later.bytes)).toBe('package.duplicate');
    expect(await refusedAtCounty(earlier.bytes)).toBe('package.outdated');
  });

  it('[PACKAGE-1] refuses what somebody else made in the name of a device', async () => {
    const { bytes } = await exportReport(away);
    const { packages } = away.engine.status.get();
    const made = forge(bytes, packages?.countySealingKey ?? '', [{ part: 'ask' }]);
    expect(await refusedAtCounty(made)).toBe('package.forged');
  });

  it('refuses reports of another county, and receipts', async () => {
    const { bytes } = await exportReport(away);
    // Both test counties have the same id; their keys and devices differ, as of two places of the same name.
    expect(await refusedAtCounty(bytes, foreign)).toBe('package.unknownDevice');
    const imported = await mustImport(county, await exportReport(away));
    expect(await refusedAtCounty(bytesOf(imported.receipt))).toBe('package.receiptElsewhere');
    const head = Buffer.from(bytes)
      .toString('latin1')
      .replace('"countyId":"P-COUNTY"', '"countyId":"P-OTHER1"');
    expect(await refusedAtCounty(Buffer.from(head, 'latin1'))).toBe('package.damaged');
  });

  it('[PACKAGE-3] refuses a person who was never on that device, whose account was stopped, or whose device is gone', async () => {
    const device = await joinedThenUnplugged(county, 'township', 'lead');
    const pretend = async (userId: string) => {
      await device.register.county.memory.change(
        (now) => now && { ...now, me: { ...(now['me'] as object), userId } },
      );
      return refusedAtCounty((await exportReport(device)).bytes);
    };
    expect(await pretend(testUsers.organizer.id)).toBe('package.unknownPerson');
    const path = `/administration/users/${testUsers.lead.id}`;
    await county.ask('administrator', 'PATCH', path, { isActive: false });
    expect(await pretend(testUsers.lead.id)).toBe('package.unknownPerson');
    await county.ask('administrator', 'PATCH', path, { isActive: true });
    const { bytes } = await exportReport(device);
    const deviceId = device.engine.status.get().me?.device.id ?? '';
    await county.ask('administrator', 'POST', `/administration/devices/${deviceId}/revoke`, { to: 'wiped' });
    expect(await refusedAtCounty(bytes)).toBe('package.deviceWiped');
  });

  it('[DEVICE-2] holds what a drained device reports, and its register goes with the receipt', async () => {
    const device = await joinedThenUnplugged(county, 'township', 'clerk');
    await addUnit(device, { name: '停用前的一笔' });
    const report = await exportReport(device);
    const deviceId = device.engine.status.get().me?.device.id ?? '';
    await county.ask('administrator', 'POST', `/administration/devices/${deviceId}/revoke`, {
      to: 'draining',
    });
    const imported = await mustImport(county, report);
    expect(imported.counts).toMatchObject({ held: 1, accepted: 0 });
    expect(await takeAt(device, bytesOf(imported.receipt))).toMatchObject({
      counts: { held: 1 },
      unsentCount: 0,
    });
    device.cable.isOut = false;
    await device.engine.round();
    expect(device.engine.status.get().link).toBe('wiped');
    expect(device.register.table('units').allIncludingDeleted()).toEqual([]);
  });
});

describe('[PACKAGE-8] a device', () => {
  it('refuses a receipt that was changed or cut anywhere, and takes the whole one afterwards', async () => {
    await addUnit(away, { name: '要回执的公司' });
    const { receipt } = await mustImport(county, await exportReport(away));
    const bytes = bytesOf(receipt);
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        const changed = bytes.slice();
        changed[at] = (changed[at] ?? 0) ^ flip;
        expect(mutilated).toContain(await refusedAtDevice(away, changed));
        expect(mutilated).toContain(await refusedAtDevice(away, bytes.slice(0, at)));
      }),
      propertyRuns(25),
    );
    expect(await takeAt(away, bytes)).toMatchObject({ unsentCount: 0 });
  }, 120_000);

  it('[PACKAGE-4] refuses a receipt a second time, and an older one after a newer one', async () => {
    const first = bytesOf((await mustImport(county, await exportReport(away))).receipt);
    const second = bytesOf((await mustImport(county, await exportReport(away))).receipt);
    expect(await takeAt(away, second)).toMatchObject({ kind: 'receipt' });
    expect(await refusedAtDevice(away, second)).toBe('package.duplicate');
    expect(await refusedAtDevice(away, first)).toBe('package.outdated');
  });

  it('[PACKAGE-1] refuses what somebody else made in the name of the county, and its own report', async () => {
    const report = await exportReport(away);
    const { receipt } = await mustImport(county, report);
    const own = away.register.county.memory.get()?.['packages'] as { keys: { public: { sealing: string } } };
    const made = forge(bytesOf(receipt), own.keys.public.sealing, [{ part: 'about' }]);
    expect(await refusedAtDevice(away, made)).toBe('package.forged');
    expect(await refusedAtDevice(away, report.bytes)).toBe('package.reportElsewhere');
    const neighbour = await joinedThenUnplugged(county, 'otherTownship', 'otherClerk');
    expect(await refusedAtDevice(neighbour, bytesOf(receipt))).toBe('package.otherDevice');
  });
});
