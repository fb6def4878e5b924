/** Code lists of the model by the field they belong to, for showing a code in words. */
import { educations, genders, politicalStatuses } from '@shared/domain/code-lists';
import type { CodeList } from '@shared/domain/define';
import { annualGrades, dispatchGrades, instructorRoles } from '@shared/domain/instructor';
import { parkGrades } from '@shared/domain/org-unit';
import { formations, orgStatuses, orgTiers, secretarySources } from '@shared/domain/party-org';
import { roomKinds, roomModes, roomStatuses } from '@shared/domain/party-room';
import { jobKinds, personStages } from '@shared/domain/person';
import {
  annualChecks,
  notBuiltReasons,
  ownerships,
  siteKinds,
  socialTypes,
  unitStatuses,
  unitTypes,
} from '@shared/domain/unit';
import { venueModes } from '@shared/domain/unit-declared';

const lists: Readonly<Record<string, CodeList<string>>> = {
  'unit.unitType': unitTypes,
  'unit.ownership': ownerships,
  'unit.socialType': socialTypes,
  'unit.annualCheck': annualChecks,
  'unit.siteKind': siteKinds,
  'row.parkGrade': parkGrades,
  'unit.status': unitStatuses,
  'unit.notBuiltReason': notBuiltReasons,
  'unit.owner.politicalStatus': politicalStatuses,
  'unit.declared.venueMode': venueModes,
  'partyOrg.formation': formations,
  'partyOrg.tier': orgTiers,
  'partyOrg.status': orgStatuses,
  'partyOrg.secretarySource': secretarySources,
  'instructor.role': instructorRoles,
  'instructor.gender': genders,
  'instructor.politicalStatus': politicalStatuses,
  'instructor.grade': dispatchGrades,
  'assignment.annualGrade': annualGrades,
  'room.roomKind': roomKinds,
  'room.mode': roomModes,
  'room.status': roomStatuses,
  'person.gender': genders,
  'person.education': educations,
  'person.stage': personStages,
  'person.jobKind': jobKinds,
};

export const codeListOf = (field: string): CodeList<string> | null => lists[field] ?? null;
export const labelOfCode = (field: string, code: string): string | null => lists[field]?.labels[code] ?? null;
