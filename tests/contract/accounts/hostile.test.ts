import { type AddressInfo, connect } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { refusalMessage } from '@shared/sync/messages';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemCodeOf } from '../../support/county/problem-code';
import { startTestCounty, type TestCounty } from '../../support/county/test-county';
import { testPassword } from '../../support/county/test-users';
import { propertyRuns } from '../../support/property-runs';
import { routeRules } from './route-rules';

const logged: string[] = [];
let county: TestCounty;
beforeAll(async () => {
  county = await startTestCounty({ log: { write: (line) => logged.push(line) } });
});
afterAll(() => county?.close());

/** Whatever came before: nobody else notices. */
async function expectAlive(): Promise<void> {
  expect((await county.ask('clerk', 'GET', '/me')).status).toBe(200);
}
const injections = [
  "' or '1'='1",
  "'; drop table users; --",
  '$1',
  '%',
  '_',
  '\\',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '{"$ne":null}',
  '../../etc/passwd',
  'x\r\nset-cookie: a=b',
  'x\r\n\r\n<html>',
  '__proto__',
  'constructor',
  '🈲'.repeat(20),
];

describe('SQL and header injection', () => {
  it.each(injections)('reaches nothing as name, password, code, device or id: %j', async (text) => {
    const answers = [
      await county.ask(null, 'POST', '/session', {
        deviceToken: county.users.clerk.deviceToken,
        userName: text.padEnd(2, 'x').slice(0, 40),
        password: text,
      }),
      await county.ask(null, 'POST', '/session', {
        deviceToken: text,
        userName: 'clerk',
        password: testPassword,
      }),
      await county.ask(null, 'POST', '/enrol', { code: text.padEnd(4, 'x'), deviceName: text }),
      await county.ask('administrator', 'PATCH', `/administration/users/${encodeURIComponent(safe(text))}`, {
        name: text,
      }),
      await county.ask('administrator', 'POST', '/administration/codes', { orgUnitId: text, note: text }),
      await county.ask('clerk', 'POST', '/documents/fetch', { collection: 'units', ids: [text] }),
      await county.ask('clerk', 'GET', `/documents/units/${encodeURIComponent(safe(text))}/history`),
      await county.ask(
        'administrator',
        'GET',
        `/administration/audit?before=${encodeURIComponent(safe(text))}`,
      ),
    ];
    for (const { status, headers, text: body } of answers) {
      expect(status, body).toBeLessThan(500);
      expect(headers['set-cookie']).toBeUndefined();
      expect(body).not.toMatch(/passwordHash|argon2|syntax error|select |pglite/i);
    }
    await expectAlive();
    const [row] = await county.environment.database.query('select count(*) as people from users');
    expect(row?.['people']).toBe(6);
  });

  it('reaches nothing as a header either', async () => {
    const hostile = ["Bearer ' or 1=1", 'Bearer', 'Basic YTpi', `Bearer ${'x'.repeat(5000)}`, 'Bearer a\tb'];
    for (const authorization of hostile) {
      const answer = await county.app.inject({ url: '/api/v1/me', headers: { authorization } });
      expect(answer.statusCode).toBe(401);
    }
    const forwarded = await county.app.inject({
      url: '/api/v1/me',
      headers: {
        'x-forwarded-for': "1'; drop table users",
        'x-request-id': 'a\u00e9',
        'x-forwarded-host': 'evil',
      },
    });
    expect(forwarded.statusCode).toBe(401);
    await expectAlive();
  });

  it('a name that looks like SQL is stored and shown as it is', async () => {
    const name = "O'Neil; --";
    const draft = { userName: "x';--", name, role: 'clerk', orgUnitId: 'P-TOWN-1', password: testPassword };
    const made = await county.ask('administrator', 'POST', '/administration/users', draft);
    expect(made.body).toMatchObject({ name, userName: "x';--" });
    await county.environment.database.query(`delete from users where name = $1`, [name]);
  });
});

/** What encodeURIComponent can take: half a character cannot be written in an address. */
const safe = (text: string) => text.replace(/[\ud800-\udfff]/g, '') || 'x';

describe('bodies nobody asked for', () => {
  const routes = Object.keys(routeRules).filter(
    (route) => !route.startsWith('GET ') && !route.startsWith('DELETE '),
  );
  const send = (route: string, payload: string | Buffer, headers: Record<string, string> = {}) => {
    const [method = '', url = ''] = route.split(' ');
    const { sessionToken } = county.users[route.includes('/held') ? 'organizer' : 'administrator'];
    return county.app.inject({
      // The keys of the table begin with a method.
      method: method as 'POST',
      url: url.replace(':id', 'U-clerk').replace(':collection', 'units'),
      headers: { authorization: `Bearer ${sessionToken}`, 'content-type': 'application/json', ...headers },
      payload,
    });
  };
  const withBody = routes.filter((route) => !route.endsWith('/wiped'));

  it.each(withBody)('%s answers any JSON at all with 4xx and a sentence', async (route) => {
    await fc.assert(
      fc.asyncProperty(fc.json({ maxDepth: 4 }), async (text) => {
        const answer = await send(route, text);
        expect(answer.statusCode).toBeGreaterThanOrEqual(200);
        expect(answer.statusCode).toBeLessThan(500);
        if (answer.statusCode >= 400) expect(refusalMessage.parse(answer.json()).problem.text).not.toBe('');
      }),
      propertyRuns(30),
    );
    await expectAlive();
  });

  it.each(withBody)('%s answers any bytes at all with 4xx and a sentence', async (route) => {
    const types = fc.constantFrom(
      'application/json',
      'text/plain',
      'application/octet-stream',
      'nonsense',
      'multipart/form-data',
    );
    const encodings = fc.constantFrom('identity', 'gzip', 'br', 'deflate', 'rot13');
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ minLength: 1, maxLength: 300 }),
        types,
        encodings,
        async (bytes, type, encoding) => {
          const answer = await send(route, Buffer.from(bytes), {
            'content-type': type,
            'content-encoding': encoding,
          });
          expect(answer.statusCode).toBeGreaterThanOrEqual(400);
          expect(answer.statusCode).toBeLessThan(500);
          expect(refusalMessage.parse(answer.json()).problem.text).not.toBe('');
        },
      ),
      propertyRuns(30),
    );
    await expectAlive();
  });

  it.each([
    ['half an object', '/enrol', '{', 400],
    ['nothing', '/enrol', '', 400],
    ['null', '/enrol', 'null', 400],
    ['a prototype', '/enrol', '{"__proto__":{"x":1}}', 400],
    ['a constructor', '/enrol', '{"constructor":{"prototype":{"x":1}}}', 400],
    ['very deep lists', '/push', '['.repeat(50_000), 400],
    ['a very deep list, closed', '/push', '['.repeat(50_000) + ']'.repeat(50_000), 400],
    ['more than a login needs', '/enrol', `"${'x'.repeat(20_000)}"`, 413],
  ])('%s: refused with a sentence', async (_title, path, text, status) => {
    const answer = await send(`POST /api/v1${path}`, text);
    expect(answer.statusCode).toBe(status);
    expect(refusalMessage.parse(answer.json()).problem.severity).toBe('error');
  });

  it('that are too large are refused while they come, not kept', async () => {
    const big = 'x'.repeat(9 * 1024 * 1024);
    const answer = await send('POST /api/v1/push', JSON.stringify({ big }));
    expect([answer.statusCode, problemCodeOf({ body: answer.json() })]).toEqual([413, 'sync.tooLarge']);
  });

  it.each(['gzip', 'br'])(
    'that are small as %s and huge unpacked are refused while unpacking',
    async (encoding) => {
      const zeros = Buffer.alloc(96 * 1024 * 1024, 0x20);
      const bomb = encoding === 'gzip' ? gzipSync(zeros) : brotliCompressSync(zeros);
      expect(bomb.length).toBeLessThan(1024 * 1024);
      const before = process.memoryUsage().arrayBuffers;
      const answer = await send('POST /api/v1/push', bomb, { 'content-encoding': encoding });
      expect([answer.statusCode, problemCodeOf({ body: answer.json() })]).toEqual([413, 'sync.tooLarge']);
      expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(40 * 1024 * 1024);
      await expectAlive();
    },
  );

  it('may be packed both ways', async () => {
    for (const [encoding, pack] of [
      ['gzip', gzipSync],
      ['br', brotliCompressSync],
    ] as const) {
      const login = {
        deviceToken: county.users.clerk.deviceToken,
        userName: 'clerk',
        password: testPassword,
      };
      const answer = await send('POST /api/v1/session', pack(JSON.stringify(login)), {
        'content-encoding': encoding,
      });
      expect(answer.statusCode).toBe(200);
    }
  });
});

describe('addresses and lines nobody asked for', () => {
  it.each(['/api/v1/nothing', '/api/v2/me', '/api', '/api/v1/%zz', '/api/v1/me/', '/api/v1/ME'])(
    '%s is answered as data',
    async (url) => {
      const answer = await county.app.inject({ url });
      expect(answer.statusCode).toBeGreaterThanOrEqual(400);
      expect(answer.statusCode).toBeLessThan(500);
      expect(answer.headers['content-type']).toContain('application/json');
      expect(refusalMessage.parse(answer.json()).problem.text).not.toBe('');
    },
  );

  it('other methods are answered as data', async () => {
    for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const) {
      const answer = await county.app.inject({ method, url: '/api/v1/enrol' });
      expect(answer.statusCode).toBe(404);
      expect(refusalMessage.parse(answer.json()).problem.code).toBe('account.notFound');
    }
  });

  it('a line that is no HTTP is answered and hung up', async () => {
    // A server listening on a port has an address of this kind.
    const { port } = county.app.server.address() as AddressInfo;
    const long = `GET / HTTP/1.1\r\nhost: x\r\nx: ${'x'.repeat(40_000)}\r\n\r\n`;
    for (const line of ['\u0016\u0003\u0001 hello\r\n\r\n', 'GET / HTTP/9.9\r\n\r\n', 'GET\r\n\r\n', long]) {
      const heard = await new Promise<string>((resolve, reject) => {
        const socket = connect(port, '127.0.0.1', () => socket.write(line));
        let text = '';
        socket.on('data', (chunk) => {
          text += chunk.toString();
        });
        socket.on('close', () => resolve(text));
        socket.on('error', reject);
      });
      expect(heard).toMatch(/^HTTP\/1\.1 4\d\d /);
      const [, body = ''] = heard.split('\r\n\r\n');
      expect(refusalMessage.parse(JSON.parse(body)).problem.code).toBe('sync.malformed');
    }
    await expectAlive();
  });

  it('none of all this was a failure of the server', () => {
    expect(logged.filter((line) => line.includes('"level":50') || line.includes('"status":5'))).toEqual([]);
  });
});
