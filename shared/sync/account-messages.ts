/** Messages about people, devices and places of a county (SPEC.md, DEVICE and ROLE). */
import { orgUnitLevels } from '@shared/domain/org-unit';
import { countyNumber, id, instant, text } from '@shared/domain/values';
import { z } from 'zod';
import { roles } from './access';

const place = z.strictObject({ id, name: text, level: orgUnitLevels.schema });
const optionalInstant = instant.nullable();
export const passwordMinLength = 8;
const userName = z.string().min(2).max(40);
const password = z.string().min(1).max(200);

/** DEVICE-1. A code is typed by people: spaces, dashes and case do not matter. */
export const enrolRequest = z.strictObject({ code: z.string().min(4).max(40), deviceName: text });
export const enrolReply = z.strictObject({
  deviceId: id,
  /** Secret of the device; the county keeps only its digest. */
  deviceToken: z.string(),
  county: place,
  orgUnit: place,
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

export type Me = z.infer<typeof me>;
export type EnrolReply = z.infer<typeof enrolReply>;
export type LoginReply = z.infer<typeof loginReply>;
export type UserMessage = z.infer<typeof userMessage>;
export type DeviceMessage = z.infer<typeof deviceMessage>;
export type CodeMessage = z.infer<typeof codeMessage>;
export type OrgUnitMessage = z.infer<typeof orgUnitMessage>;
