import { connectStepOf } from '@renderer/features/account/connect-step';
import { passwordProblem } from '@renderer/features/account/password-problem';
import { chosenMatches, newPlace, placeOptions } from '@renderer/features/account/place-choices';
import type { PlaceMatch } from '@renderer/sync/status/sync-status';
import type { Me } from '@shared/sync/account-messages';
import { describe, expect, it } from 'vitest';

const place = { id: 't', name: '青溪镇', level: 'township' as const };
const me: Me = {
  userId: 'u',
  userName: 'lixiao',
  name: '李晓',
  role: 'clerk',
  orgUnit: place,
  county: place,
  device: { id: 'd', name: '测试机', orgUnit: place, state: 'active' },
  mustChangePassword: false,
};

describe('the next step of connecting', () => {
  it('goes from the device to the person to the places, wherever it was left', () => {
    expect(connectStepOf({ link: 'alone', me: null }, null)).toBe('enrol');
    expect(connectStepOf({ link: 'loggedOut', me: null }, null)).toBe('login');
    expect(connectStepOf({ link: 'online', me: { ...me, mustChangePassword: true } }, null)).toBe('password');
    expect(connectStepOf({ link: 'online', me }, null)).toBe('asking');
    expect(connectStepOf({ link: 'online', me }, 3)).toBe('places');
    expect(connectStepOf({ link: 'offline', me }, 0)).toBe('done');
  });

  it('asks for a new code after the device was taken out of service', () => {
    expect(connectStepOf({ link: 'wiped', me }, 0)).toBe('enrol');
  });
});

describe('a new password', () => {
  it('must be long enough and typed twice alike', () => {
    expect(passwordProblem('kurz', 'kurz')).toContain('至少');
    expect(passwordProblem('longenough', 'longenuogh')).toContain('不一样');
    expect(passwordProblem('longenough', 'longenough')).toBeNull();
  });
});

describe('places of a register that was kept alone', () => {
  const matches: readonly PlaceMatch[] = [
    { localId: 'a', localName: '青溪镇', countyId: 'c1', countyName: '青溪镇' },
    { localId: 'b', localName: '东山', countyId: 'c2', countyName: '东山村' },
    { localId: 'c', localName: '新区', countyId: null, countyName: null },
  ];

  it('are offered every place of the county that was found, and none', () => {
    expect(placeOptions(matches).map(({ value }) => value)).toEqual([newPlace, 'c1', 'c2']);
  });

  it('keep the proposal where nobody chose, and take the choice where somebody did', () => {
    const chosen = chosenMatches(
      matches,
      new Map([
        ['b', newPlace],
        ['c', 'c2'],
      ]),
    );
    expect(chosen).toEqual([
      matches[0],
      { localId: 'b', localName: '东山', countyId: null, countyName: null },
      { localId: 'c', localName: '新区', countyId: 'c2', countyName: '东山村' },
    ]);
  });
});
