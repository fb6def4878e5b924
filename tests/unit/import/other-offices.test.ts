/**
 * Workbooks of invented offices with their own headings, column orders and messes on random rows. What a careful
 * clerk reads from them is computed by the generators, independently of the importer.
 */
import { describe, expect, it } from 'vitest';
import { enterpriseLedger } from '../../support/office-workbooks/enterprise-ledger';
import { instructorLedger } from '../../support/office-workbooks/instructor-ledger';
import { memberRoster } from '../../support/office-workbooks/member-roster';
import { misreadings } from '../../support/office-workbooks/misreadings';
import { orgRoster } from '../../support/office-workbooks/org-roster';
import { roomLedger } from '../../support/office-workbooks/room-ledger';
import { socialCsv, socialForm } from '../../support/office-workbooks/social-list';
import type { OfficeWorkbook } from '../../support/office-workbooks/truth';
import { villageLedger } from '../../support/office-workbooks/village-ledger';

const offices: readonly (readonly [string, (seed: number) => OfficeWorkbook | Promise<OfficeWorkbook>])[] = [
  ['enterprise ledger with three heading rows', enterpriseLedger],
  ['base ledger with a sheet per village', villageLedger],
  ['ledger of instructors or liaison officers', instructorLedger],
  ['ledger of meeting places', roomLedger],
  ['list of social organizations as text', socialCsv],
  ['form of social organizations with ticks', socialForm],
  ['roster of members', memberRoster],
  ['roster of Party organizations', orgRoster],
];
const seeds = [1, 2, 3, 4, 5, 6, 7, 8];

describe.each(offices)('%s', (_, office) => {
  it.each(seeds)('office %i: read as its clerk would', async (seed) => {
    expect(await misreadings(await office(seed))).toEqual([]);
  });
});
