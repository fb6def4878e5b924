import '../../support/register/dev-mode';
import { accountProblems } from '@shared/problems/account-problems';
import { beforeEach, describe, expect, it } from 'vitest';
import { FakeCounty, fakeMe, jsonReply, refusal } from '../../support/fake-county/fake-county';
import { addUnit, joinedDevice, openFakeDevice } from '../../support/fake-county/fake-device';

let county: FakeCounty;
beforeEach(() => {
  county = new FakeCounty();
});

/** A password the administrator gave: the county takes nothing but another one, and the way out. */
function giveAPassword(): void {
  county.always = ({ url }, pass) => {
    if (url.endsWith('/session')) {
      const me = { ...fakeMe, mustChangePassword: true };
      return Promise.resolve(
        jsonReply(200, { sessionToken: 's1', expiresAt: '2030-01-01T00:00:00.000Z', me }),
      );
    }
    if (!url.endsWith('/session/password'))
      return Promise.resolve(refusal(403, accountProblems.mustChangePassword({})));
    county.always = (_request, through) => Promise.resolve(through());
    return Promise.resolve(pass());
  };
}

describe('[ROLE-5] a password somebody else knows', () => {
  it('lets no round begin before it is changed; then the exchange begins by itself', async () => {
    const device = await openFakeDevice(county);
    await device.engine.actions.enrol(county.url, 'code');
    giveAPassword();
    const id = await addUnit(device);
    device.engine.start();
    await device.engine.actions.login('clerk', 'given');
    await device.timers.pass(5 * 60_000);
    expect(county.countOf('/changes') + county.countOf('/push') + county.countOf('/agreement')).toBe(0);
    expect(device.engine.status.get()).toMatchObject({ me: { mustChangePassword: true }, unsentCount: 1 });

    expect(await device.engine.actions.changePassword('given', 'own')).toEqual({ ok: true });
    await device.timers.pass(1000);
    await device.engine.round();
    expect(county.find('units', id)).not.toBeNull();
    await device.engine.stop();
  });

  it('given in the middle of work asks for another one, keeps the edits and asks the county no more', async () => {
    const device = await joinedDevice(county);
    giveAPassword();
    await addUnit(device);
    expect(await device.engine.round()).toMatchObject({ kind: 'stopped' });
    expect(device.engine.status.get()).toMatchObject({
      problem: null,
      unsentCount: 1,
      me: { name: '李晓', mustChangePassword: true },
    });
    const asked = county.requests.length;
    await device.engine.round();
    expect(county.requests).toHaveLength(asked);
  });

  it('given while the administration page is open shows there too', async () => {
    const device = await joinedDevice(county);
    giveAPassword();
    const asked = await device.engine.actions.ask('GET', '/administration/users');
    expect(asked).toMatchObject({ ok: false, problem: { code: 'account.mustChangePassword' } });
    expect(device.engine.status.get().me?.mustChangePassword).toBe(true);
  });
});
