import type { RegisterStore } from '@renderer/data/register-store';
import { enrolAddress, slipHtml, slipOf } from '@renderer/features/administration/codes/code-slip';
import { deviceState, drainText } from '@renderer/features/administration/devices/device-words';
import { acceptedText, partsOf } from '@renderer/features/administration/held/held-words';
import { editLine } from '@renderer/features/administration/list/edit-line';
import {
  levelsBelow,
  movingText,
  pathName,
  placeOptions,
  possibleParents,
  subtreeOf,
  treeOf,
} from '@renderer/features/administration/org-units/place-tree';
import { makeInitialPassword } from '@renderer/features/administration/users/initial-password';
import { roleHints, rolesToGive, userState } from '@renderer/features/administration/users/user-words';
import { orgUnitLevels } from '@shared/domain/org-unit';
import { roles } from '@shared/sync/access';
import type { DeviceMessage, OrgUnitMessage, UserMessage } from '@shared/sync/account-messages';
import { describe, expect, it } from 'vitest';
import { buildDocument } from '../../support/build-documents';

const place = (
  id: string,
  level: OrgUnitMessage['level'],
  parentId: string | null,
  more: Partial<OrgUnitMessage> = {},
): OrgUnitMessage => ({
  id,
  name: id,
  level,
  parentId,
  divisionCode: null,
  documentCount: 0,
  ...more,
});
const county = place('云岭县', 'county', null);
const qingxi = place('青溪镇', 'township', '云岭县', { divisionCode: '340123102', documentCount: 30 });
const nanling = place('南岭乡', 'township', '云岭县', { divisionCode: '340123101', documentCount: 12 });
const east = place('东山村', 'village', '青溪镇', { documentCount: 8 });
const grid = place('东山一网格', 'grid', '东山村', { documentCount: 2 });
const places = [grid, east, qingxi, county, nanling];

/** Levels that may lie anywhere below one. */
const reachedFrom = (level: OrgUnitMessage['level']): string[] =>
  levelsBelow(level).flatMap((below) => [below, ...reachedFrom(below)]);

describe('the tree of places', () => {
  it('puts each place right after the one it lies in, in an office’s order', () => {
    expect(treeOf(places).map(({ place: { name }, depth }) => `${depth}${name}`)).toEqual([
      '0云岭县',
      '1南岭乡',
      '1青溪镇',
      '2东山村',
      '3东山一网格',
    ]);
  });

  it('begins at the top that is known, for an organizer who sees no county', () => {
    expect(treeOf([qingxi, east]).map(({ depth }) => depth)).toEqual([0, 1]);
  });

  it('names places by their way from the top, where names repeat', () => {
    expect(pathName(places, '东山村')).toBe('云岭县 / 青溪镇 / 东山村');
    expect(placeOptions(places, ({ level }) => level === 'township').map(({ label }) => label)).toEqual([
      '云岭县 / 南岭乡',
      '云岭县 / 青溪镇',
    ]);
  });

  it('never ends for places that name each other as parents', () => {
    const a = place('甲', 'village', '乙');
    const b = place('乙', 'village', '甲');
    expect(treeOf([a, b])).toEqual([]);
    expect(pathName([a, b], '甲').length).toBeGreaterThan(0);
  });

  it('offers to move a place only where its level belongs, which is never inside itself', () => {
    for (const level of orgUnitLevels.codes) expect(reachedFrom(level)).not.toContain(level);
    expect(possibleParents(places, east).map(({ name }) => name)).toEqual(['南岭乡']);
    expect(possibleParents(places, qingxi)).toEqual([]);
    expect(possibleParents(places, grid).map(({ name }) => name)).toEqual(['青溪镇', '南岭乡']);
  });

  it('says what a move takes along', () => {
    expect(subtreeOf(places, '青溪镇').map(({ name }) => name)).toEqual(['青溪镇', '东山村', '东山一网格']);
    expect(movingText(places, qingxi)).toContain('连同下面 2 个地方、40 条记录');
    expect(movingText(places, nanling)).toContain('连同 12 条记录');
  });
});

describe('accounts', () => {
  const user: UserMessage = {
    id: 'u',
    userName: 'lixiao',
    name: '李晓',
    role: 'clerk',
    orgUnit: { id: '青溪镇', name: '青溪镇', level: 'township' },
    isActive: true,
    lastLoginAt: '2026-03-01T00:00:00.000Z',
    lockedUntil: null,
  };
  const now = '2026-03-10T00:00:00.000Z';

  it('tells the states of an account apart', () => {
    expect(userState(user, now).text).toBe('在用');
    expect(userState({ ...user, lastLoginAt: null }, now).text).toBe('未登录过');
    expect(userState({ ...user, lockedUntil: '2026-03-10T00:10:00.000Z' }, now).text).toBe('暂时锁定');
    expect(userState({ ...user, lockedUntil: '2026-03-09T00:10:00.000Z' }, now).text).toBe('在用');
    expect(userState({ ...user, isActive: false }, now).text).toBe('已停用');
  });

  it('lets organizers give the roles of townships only, and says what each is for', () => {
    expect(rolesToGive('organizer')).toEqual(['clerk', 'lead']);
    expect(rolesToGive('administrator')).toEqual(roles.codes);
    for (const role of roles.codes) expect(roleHints[role].length).toBeGreaterThan(5);
  });

  it('makes passwords that can be read out, each letter as likely as any', () => {
    let seed = 0;
    const fill = (bytes: Uint8Array) =>
      bytes.forEach((_, at) => {
        seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
        bytes[at] = seed >> 16;
      });
    const passwords = Array.from({ length: 400 }, () => makeInitialPassword(fill));
    for (const password of passwords)
      expect(password).toMatch(/^[A-HJKMNP-TW-Z2-9]{4}(-[A-HJKMNP-TW-Z2-9]{4}){2}$/);
    expect(new Set(passwords).size).toBe(400);
    const used = new Set(passwords.join('').replaceAll('-', ''));
    expect(used.size).toBe(29);
  });
});

describe('devices', () => {
  const device: DeviceMessage = {
    id: 'd',
    name: 'Windows电脑-7F3A',
    orgUnit: { id: '青溪镇', name: '青溪镇', level: 'township' },
    state: 'active',
    enrolledAt: '2026-01-01T00:00:00.000Z',
    lastSeenAt: '2026-03-09T00:00:00.000Z',
    lastUserName: '李晓',
    lastPushAt: null,
    lastPushCount: null,
    pulledThrough: 100,
    unsentCount: 4,
    lastAgreedAt: null,
  };

  it('points out those that have been silent for two weeks, above all with unsent edits', () => {
    expect(deviceState(device, '2026-03-10T00:00:00.000Z').text).toBe('正常');
    expect(deviceState(device, '2026-04-10T00:00:00.000Z').text).toBe('久未联系，有未上报');
    expect(deviceState({ ...device, unsentCount: 0 }, '2026-04-10T00:00:00.000Z').text).toBe('久未联系');
    expect(deviceState({ ...device, state: 'draining' }, '2026-03-10T00:00:00.000Z').text).toContain(
      '停用中',
    );
  });

  it('[DEVICE-2] says before it is stopped what is still on it', () => {
    expect(drainText(device)).toContain('还有 4 条没有上报');
    expect(drainText({ ...device, unsentCount: 0 })).toContain('没有未上报');
    expect(drainText({ ...device, unsentCount: null, lastSeenAt: null })).toContain('还没有联系过');
  });
});

describe('an enrolment code', () => {
  const message = {
    id: 'c',
    code: 'ABCDE-23456',
    orgUnit: { id: '青溪镇', name: '青溪镇', level: 'township' as const },
    note: '<b>李晓</b>',
    createdAt: '2026-03-10T00:00:00.000Z',
    expiresAt: '2026-03-13T00:00:00.000Z',
    usedAt: null,
  };

  it('[DEVICE-1] opens the enrolment page with the code filled in', () => {
    expect(enrolAddress('https://county.example', 'ABCDE-23456')).toBe(
      'https://county.example/#/connect?code=ABCDE-23456',
    );
  });

  it('is printed with address, place and time, whatever people wrote beside it', () => {
    const slip = slipOf(message, 'https://county.example');
    const html = slip === null ? '' : slipHtml(slip, '<svg></svg>');
    expect(html).toContain('ABCDE-23456');
    expect(html).toContain('2026-03-13 08:00');
    expect(html).toContain('&lt;b&gt;李晓');
    expect(html).not.toContain('<b>李晓');
    expect(slipOf({ ...message, code: null }, 'x')).toBeNull();
  });
});

describe('[DEVICE-2] edits of drained devices', () => {
  const held = {
    editId: 'e',
    deviceName: 'Windows电脑-7F3A',
    collection: 'units',
    documentId: 'u1',
    by: '李晓',
    at: '2026-03-05T02:00:00.000Z',
    receivedAt: '2026-03-09T02:00:00.000Z',
    paths: ['staff', 'contact.phone'],
  };
  const unit = buildDocument('units', {
    id: 'u1',
    unitType: 'enterprise',
    name: '青溪纸业有限公司',
    townshipId: 't',
    status: 'operating',
  });
  // Only the one method is asked here.
  const register = {
    table: () => ({ getIncludingDeleted: (id: string) => (id === 'u1' ? unit : undefined) }),
  } as unknown as Pick<RegisterStore, 'table'>;
  const lookups = { nameOf: () => null };

  it('are told in the words of the register', () => {
    expect(editLine(held, register, lookups, '县级还没有的新记录')).toMatchObject({
      tableLabel: '两新组织',
      title: '青溪纸业有限公司',
      what: '修改从业人员、联系人',
    });
    expect(
      editLine({ ...held, documentId: 'new', paths: [] }, register, lookups, '县级还没有的新记录'),
    ).toMatchObject({
      title: '县级还没有的新记录',
      what: '新建',
    });
  });

  it('are settled in parts the county takes', () => {
    const ids = Array.from({ length: 401 }, (_, at) => String(at));
    expect(partsOf(ids).map((part) => part.length)).toEqual([200, 200, 1]);
    expect(partsOf([])).toEqual([]);
  });

  it('say what was taken, what met a conflict and what the register refused', () => {
    const problem = { code: 'x', severity: 'error' as const, text: '不符合要求。', field: null, details: {} };
    const text = acceptedText([
      {
        settled: ['a', 'b'],
        answers: [
          { outcome: 'accepted', editId: 'a', seq: 1 },
          { outcome: 'conflicted', editId: 'b', seq: 2, conflictIds: ['c'] },
          { outcome: 'rejected', editId: 'd', problem },
        ],
      },
    ]);
    expect(text).toBe(
      '已收下 2 条。其中 1 条与现有记录冲突，请到“冲突”里处理。1 条不能收下，仍留在这里：不符合要求。',
    );
  });
});
