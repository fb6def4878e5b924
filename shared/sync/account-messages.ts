/** Messages about people, devices and places of a county (SPEC.md, DEVICE and ROLE). */
import { orgUnitLevels } from '@shared/domain/org-unit';
import { countyNumber, id, instant, text } from '@shared/domain/values';
import { z } from 'zod';
import { roles } from './access';
import { auditActions } from './audit-actions';
import { publicKeys } from './packages/keys';
import { unlockDeposit } from './unlock-help';

const place = z.strictObject({ id, name: text, level: orgUnitLevels.schema });
const optionalInstant = instant.nullable();
export const passwordMinLength = 8;
const userName = z.string().min(2).max(40);
const password = z.string().min(1).max(200);

/** DEVICE-1. A code is typed by people: spaces, dashes and case do not matter. */
export const enrolRequest = z.strictObject({
  code: z.string().min(4).max(40),
  deviceName: text,
  /** The county the device's register belongs to: the code of another is refused and stays good; null = none yet. */
  countyId: id.nullable().default(null),
  /** Of the device, for the exchange by package (PACKAGE-2); null = it will not use any. */
  keys: publicKeys.nullable().default(null),
});
export const enrolReply = z.strictObject({
  deviceId: id,
  /** Secret of the device; the county keeps only its digest. */
  deviceToken: z.string(),
  county: place,
  orgUnit: place,
  /** Of the county: for packages, and for sealing anything else only the county is to open. */
  countyKeys: publicKeys.nullable().default(null),
});

export const loginRequest = z.strictObject({ deviceToken: z.string().max(200), userName, password });
export const me = z.strictObject({
  userId: id,
  userName,
  name: text,
  role: roles.schema,
  /** Place of the user; the scope is the smaller of this and the device's (SCOPE-1). */
  orgUnit: place,
  county: place,
  device: z.strictObject({ id, name: text, orgUnit: place, state: z.enum(['active', 'draining', 'wiped']) }),
  /** The administrator gave this password; the person should choose her own. */
  mustChangePassword: z.boolean(),
});
export const loginReply = z.strictObject({ sessionToken: z.string(), expiresAt: instant, me });
export const passwordRequest = z.strictObject({ oldPassword: password, newPassword: password });

export const userMessage = z.strictObject({
  id,
  userName,
  name: text,
  role: roles.schema,
  orgUnit: place,
  isActive: z.boolean(),
  lastLoginAt: optionalInstant,
  lockedUntil: optionalInstant,
});
export const createUserRequest = z.strictObject({
  userName,
  name: text,
  role: roles.schema,
  orgUnitId: id,
  password,
});
export const changeUserRequest = z
  .strictObject({ name: text, role: roles.schema, orgUnitId: id, isActive: z.boolean(), password })
  .partial();

export const deviceMessage = z.strictObject({
  id,
  name: text,
  orgUnit: place,
  state: z.enum(['active', 'draining', 'wiped']),
  enrolledAt: instant,
  lastSeenAt: optionalInstant,
  lastUserName: text.nullable(),
  /** What it last sent and saw. */
  lastPushAt: optionalInstant,
  lastPushCount: z.int().nullable(),
  pulledThrough: countyNumber.nullable(),
  /** Edits it said it still holds unsent, at its last contact. */
  unsentCount: z.int().nullable(),
  lastAgreedAt: optionalInstant,
});

export const createCodeRequest = z.strictObject({ orgUnitId: id, note: z.string().max(100).default('') });
/** `code` is shown once, when it is made; the county keeps only its digest. */
export const codeMessage = z.strictObject({
  id,
  code: z.string().nullable(),
  orgUnit: place,
  note: z.string(),
  createdAt: instant,
  expiresAt: instant,
  usedAt: optionalInstant,
});

export const orgUnitMessage = z.strictObject({
  id,
  name: text,
  level: orgUnitLevels.schema,
  parentId: id.nullable(),
  divisionCode: z.string().nullable(),
  documentCount: z.int(),
});
export const createOrgUnitRequest = z.strictObject({
  name: text,
  level: orgUnitLevels.schema,
  parentId: id,
  divisionCode: z.string().max(20).nullable().default(null),
});
export const changeOrgUnitRequest = z
  .strictObject({ name: text, parentId: id, divisionCode: z.string().max(20).nullable() })
  .partial();

/** An edit held from a drained device (DEVICE-2). */
export const heldEditMessage = z.strictObject({
  editId: id,
  deviceName: text,
  collection: text,
  documentId: id,
  by: text,
  at: instant,
  receivedAt: instant,
  paths: z.array(z.string()),
});

/** PUT /devices/self: what the device holds, for the county's list of devices. */
export const deviceReport = z.strictObject({
  unsentCount: z.int().min(0),
  /** null = it has not compared yet. */
  agreedAt: optionalInstant,
  pulledThrough: countyNumber.nullable(),
  /** DEVICE-4; null = it has none to give. */
  deposit: unlockDeposit.nullable().default(null),
});
/** A device is drained first (DEVICE-2); `wiped` gives up on what it still holds. */
export const revokeRequest = z.strictObject({ to: z.enum(['draining', 'wiped']) });

/** One act on accounts, devices or places. `detail` never holds a secret. */
export const auditEntryMessage = z.strictObject({
  id,
  at: instant,
  /** null = somebody who was not logged in. */
  userName: z.string().nullable(),
  action: auditActions.schema,
  subject: z.string(),
  detail: z.string().nullable(),
});
/** Newest first; `before` is the id of the last entry of the page before. */
export const auditQuery = z.strictObject({
  before: id.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
});

/** The two ready accounts of the demonstration; its codes can be used again and again. */
export const demoReply = z.strictObject({
  accounts: z.array(
    z.strictObject({
      userName,
      password,
      name: text,
      role: roles.schema,
      orgUnit: place,
      code: z.string(),
    }),
  ),
});

const listOf = <S extends z.ZodType>(item: S) => z.strictObject({ items: z.array(item) });
export const usersReply = listOf(userMessage);
export const devicesReply = listOf(deviceMessage);
export const codesReply = listOf(codeMessage);
/** Which code is gone. */
export const withdrawnCode = z.strictObject({ id });
export const orgUnitsReply = listOf(orgUnitMessage);
export const auditReply = listOf(auditEntryMessage);
/** Answer where nothing needs to be said. */
export const doneReply = z.strictObject({});

export type Me = z.infer<typeof me>;
export type EnrolRequest = z.infer<typeof enrolRequest>;
export type EnrolReply = z.infer<typeof enrolReply>;
export type LoginReply = z.infer<typeof loginReply>;
export type UserMessage = z.infer<typeof userMessage>;
export type DeviceMessage = z.infer<typeof deviceMessage>;
export type CodeMessage = z.infer<typeof codeMessage>;
export type OrgUnitMessage = z.infer<typeof orgUnitMessage>;
export type DeviceReport = z.infer<typeof deviceReport>;
export type AuditEntryMessage = z.infer<typeof auditEntryMessage>;
export type DemoReply = z.infer<typeof demoReply>;
