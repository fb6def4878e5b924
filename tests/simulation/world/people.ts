/** Who works on which device. Devices are enrolled for the county, so that a person's place decides her scope (SCOPE-1). */
import type { Role } from '@shared/sync/access';

export interface SimulatedPerson {
  readonly id: string;
  readonly userName: string;
  readonly name: string;
  readonly role: Role;
  readonly placeId: string;
}
const person = (userName: string, name: string, role: Role, placeId: string): SimulatedPerson => ({
  id: `U-${userName}`,
  userName,
  name,
  role,
  placeId,
});

/** The last desk is taken by another person from seed to seed. */
const guests: readonly SimulatedPerson[] = [
  person('clerk4', '岳小岭', 'clerk', 'town-2'),
  person('clerk5', '孟小河', 'clerk', 'village-1'),
  person('lead', '顾大川', 'lead', 'town-1'),
  person('auditor', '沈审计', 'auditor', 'county'),
];
const staff: readonly SimulatedPerson[] = [
  person('organizer', '江组织', 'organizer', 'county'),
  person('clerk1', '章小溪', 'clerk', 'town-1'),
  person('clerk2', '陆小桥', 'clerk', 'town-1'),
  person('clerk3', '卫小石', 'clerk', 'town-2'),
];

/** One person per device; the first is the county's organizer. */
export function peopleOf(seed: number, devices: number): SimulatedPerson[] {
  const guest = guests[seed % guests.length];
  return [...staff.slice(0, devices - 1), ...(guest ? [guest] : [])].slice(0, devices);
}
/** Keeps accounts and devices; has no device of the simulation. */
export const administrator = person('administrator', '关系统', 'administrator', 'county');
export const password = '山高-水长-2026';
