/**
 * Rule sets that come with the program, oldest first. Each one is what applied from its day on; figures print the
 * version they were counted by. An office that needs other limits stores its own set, which then takes precedence.
 */
import type { CoverageRules, RuleSet } from '@shared/domain/rule-set';
import { dutiesFor } from './default-duties';

/** 挂靠, regional and mass organizations count unless an office decides otherwise (domain reference C1, C3). */
const coverage: CoverageRules = {
  countsAffiliated: true,
  countsRegional: true,
  countsMassOrgs: true,
  // F1 only asks yes or no: until the person is registered the office's own answer stands, marked as declared.
  countsDeclaredInstructors: true,
  suspendedMonthsInScope: 0,
  // What the ledgers on the desks hold; computing it needs revenue, which most of them leave blank.
  aboveScaleBasis: 'declared',
  effectiveVisitMonths: 3,
  shouldBuildMinFullMembers: 3,
  doubleStandardMemberStaff: 50,
  doubleStandardOrgStaff: 100,
  buildingDueOccupancyPct: 50,
  rateDecimals: 1,
};

const orgs: RuleSet['orgs'] = {
  branchMinFullMembers: 3,
  branchMaxMembers: 50,
  committeeMinFullMembers: 7,
  generalBranchMinMembers: 50,
  committeeMinMembers: 100,
  jointBranchMaxUnits: 5,
  instructorMaxLoad: 5,
  termYearsBranch: 3,
  termYearsCommittee: 5,
  termNoticeMonths: 6,
  trainingHoursPerYear: 32,
  activistsPerBranchMin: 5,
  activistsPerBranchMax: 20,
};

/** Half a year of history forecasts the rest; a quarter is the last moment to catch up. */
const targets: RuleSet['targets'] = { lookbackMonths: 6, slackPct: 5, riskMonths: 3 };

/** Limits of the 25 steps of member development (domain reference E), in the unit each name ends with. */
const development: RuleSet['development'] = {
  applicantMinAge: 18,
  talkMonths: 1,
  /** No national minimum; earlier is a warning only. */
  activistWaitMonths: 6,
  cultivationMonths: 12,
  reviewEveryMonths: 6,
  mentorsMin: 1,
  mentorsMax: 2,
  sponsors: 2,
  publicityWorkdays: 5,
  trainingDays: 3,
  trainingHours: 24,
  meetingAfterPreReviewMonths: 1,
  approvalMonths: 3,
  approvalMaxMonths: 6,
  probationMonths: 12,
  extensionMinMonths: 6,
  extensionMaxMonths: 12,
  /** 35岁以下: new members that count as young (C17). */
  youngMaxAge: 35,
};

/** Organizations elected before July 2018 keep the old term of at most three years. */
const before2018: RuleSet = {
  code: 'national',
  name: '2018年7月以前口径',
  version: '2009',
  validFrom: '2009-01-01',
  validTo: '2018-07-01',
  coverage,
  orgs: { ...orgs, termYearsCommittee: 3 },
  targets,
  duties: dutiesFor(36),
  development,
};

const from2018: RuleSet = {
  code: 'national',
  name: '2018年7月起口径',
  version: '2018',
  validFrom: '2018-07-01',
  validTo: '2026-05-01',
  coverage,
  orgs,
  targets,
  duties: dutiesFor(60),
  development,
};

/** The revised rules of member development: the oath within a month of approval. */
const from2026: RuleSet = {
  ...from2018,
  name: '2026年5月起口径',
  version: '2026',
  validFrom: '2026-05-01',
  validTo: null,
  development: { ...development, oathMonths: 1 },
};

export const defaultRuleSets: readonly [RuleSet, ...RuleSet[]] = [before2018, from2018, from2026];
