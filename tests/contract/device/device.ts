/** A device against the real county, in one process: the transport hands requests to the app. */

import { randomFillSync } from 'node:crypto';
import type { OpenedRegister } from '@renderer/data/open-register';
import type { NewDocument } from '@renderer/data/register-store';
import type { Transport, TransportRequest } from '@renderer/sync/county/transport';
import { createSyncEngine, type SyncEngine } from '@renderer/sync/sync-engine';
import { createIdGenerator } from '@shared/lib/ids';
import { codeMessage } from '@shared/sync/account-messages';
import type { TestCounty } from '../../support/county/test-county';
import { placeIds, type TestPlace } from '../../support/county/test-places';
import { type TestUserName, testPassword, testUsers } from '../../support/county/test-users';
import { openTestRegister, unitDraft } from '../../support/register/test-register';

export interface Device {
  readonly register: OpenedRegister;
  readonly engine: SyncEngine;
  readonly transport: WatchedTransport;
}

export interface WatchedTransport extends Transport {
  /** Requests sent so far, oldest first. */
  readonly sent: readonly TransportRequest[];
}

export function injectTransport({ app, url }: TestCounty): WatchedTransport {
  const sent: TransportRequest[] = [];
  return {
    sent,
    async send(request) {
      sent.push(request);
      const reply = await app.inject({
        method: request.method,
        url: request.url.slice(url.length),
        headers: { ...request.headers },
        ...(request.body === null ? {} : { payload: request.body }),
      });
      return {
        status: reply.statusCode,
        header: (name) => {
          const value = reply.headers[name];
          return value === undefined ? null : String(value);
        },
        text: reply.body,
      };
    },
    listen: () => Promise.resolve({ status: 503 }),
  };
}

const collections = ['units', 'orgUnits', 'settings', 'conflicts', 'people', 'partyOrgs'] as const;

/** Two devices fit into one realm: the store opens thirteen collections at most. */
export async function openDevice(county: TestCounty, transport = injectTransport(county)): Promise<Device> {
  const register = await openTestRegister('memory', {
    collections,
    now: () => new Date().toISOString(),
    newId: createIdGenerator(Date.now, (bytes) => randomFillSync(bytes)),
  });
  const engine = createSyncEngine({
    register,
    transport,
    clock: { nowMs: Date.now },
    timers: {
      after(ms, run) {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
    },
    random: Math.random,
    fillRandom: (into) => void randomFillSync(into),
    deviceName: '测试电脑',
  });
  return { register, engine, transport };
}

export async function join(county: TestCounty, device: Device, place: TestPlace, user: TestUserName) {
  const code = await newCode(county, place);
  const enrolled = await device.engine.actions.enrol(county.url, code);
  if (!enrolled.ok) throw new Error(enrolled.problem.text);
  const loggedIn = await device.engine.actions.login(testUsers[user].userName, testPassword);
  if (!loggedIn.ok) throw new Error(loggedIn.problem.text);
}

async function newCode(county: TestCounty, place: TestPlace): Promise<string> {
  const { status, body } = await county.ask('organizer', 'POST', '/administration/codes', {
    orgUnitId: placeIds[place],
  });
  if (status !== 200) throw new Error(`no code: ${status} ${JSON.stringify(body)}`);
  return codeMessage.parse(body).code ?? '';
}

/** One whole round that must end well. */
export async function round({ engine }: Device): Promise<void> {
  const end = await engine.round();
  const { problem } = engine.status.get();
  if (end.kind !== 'done' || problem) throw new Error(`${end.kind}: ${problem?.text ?? ''}`);
}

export async function addUnit(
  { register }: Device,
  more: Partial<NewDocument<'units'>> = {},
): Promise<string> {
  const draft = unitDraft({ townshipId: placeIds.township, ...more });
  const result = await register.commit([{ op: 'create', collection: 'units', draft }], { label: '新增' });
  if (result.status === 'failed') throw new Error(JSON.stringify(result.problems));
  return result.ids[0] ?? '';
}

export const changeUnit = ({ register }: Device, id: string, changes: Record<string, unknown>) =>
  register.commit([{ op: 'change', collection: 'units', id, changes }], { label: '改' });

export const unitOf = ({ register }: Device, id: string) => register.table('units').getIncludingDeleted(id);
