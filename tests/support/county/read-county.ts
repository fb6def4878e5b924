/** Everything a person may read at a county, asked for over the wire like a device does, without any of its code. */
import { enrolReply, loginReply } from '@shared/sync/account-messages';
import { type PulledItem, pullReply } from '@shared/sync/messages';
import { apiPrefix, modelVersion, protocolVersion } from '@shared/sync/protocol';

interface Reader {
  readonly userName: string;
  readonly password: string;
  /** An unused enrolment code. */
  readonly code: string;
}

export async function readCounty(url: string, { code, userName, password }: Reader): Promise<PulledItem[]> {
  const ask = async (path: string, body: object | null, token: string | null): Promise<unknown> => {
    const answer = await fetch(`${url}${apiPrefix}${path}`, {
      method: body === null ? 'GET' : 'POST',
      headers: {
        ...(body === null ? {} : { 'content-type': 'application/json' }),
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(body === null ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  const { deviceToken } = enrolReply.parse(await ask('/enrol', { code, deviceName: '核对' }, null));
  const login = loginReply.parse(await ask('/session', { deviceToken, userName, password }, null));
  const items: PulledItem[] = [];
  let [epoch, scope, since] = ['', '', 0];
  for (;;) {
    const query = new URLSearchParams({
      protocol: String(protocolVersion),
      model: String(modelVersion),
      epoch,
      scope,
      since: String(since),
      limit: '500',
    });
    const page = pullReply.parse(await ask(`/changes?${query}`, null, login.sessionToken));
    if (page.kind === 'reset') {
      ({ epoch, scope } = page.checkpoint);
      since = 0;
      continue;
    }
    items.push(...page.items);
    since = page.through;
    if (page.isDone) return items;
  }
}
