/** The numbers of 队伍 as lists of records: each bar is as long as its list. */
import { floatDirections, floatScopes } from '@shared/domain/case';
import type { PartyOrg } from '@shared/domain/party-org';
import { secretarySources } from '@shared/domain/party-org';
import { type Person, personStages } from '@shared/domain/person';
import { dueTerms } from '@shared/duties/due-terms';
import type { FactsContext } from '@shared/figures/facts-context';
import { floatingMembers, orgsWithSecretary, peopleByStage } from '@shared/figures/team';
import { secretaryOf } from '@shared/rules/org-state';
import type { BoardPlace } from '../page/places';
import { isOwnedIn } from '../parts/in-place';

export interface ListedRecord {
  readonly id: string;
  readonly name: string;
  readonly orgUnitId: string;
  readonly detail: string;
}

export interface RecordList {
  /** Goes into the address. */
  readonly key: string;
  readonly label: string;
  readonly records: readonly ListedRecord[];
}

/** A panel of lists: what is counted, by what, in which table its records are. */
export interface ListGroup {
  readonly title: string;
  readonly measure: string;
  readonly table: 'partyOrgs' | 'people';
  readonly lists: readonly RecordList[];
}

const orgRecord = (org: PartyOrg, detail: string): ListedRecord => ({
  id: org.id,
  name: org.name,
  orgUnitId: org.orgUnitId,
  detail,
});
const personRecord = (person: Person, detail: string): ListedRecord => ({
  id: person.id,
  name: person.name,
  orgUnitId: person.orgUnitId,
  detail,
});

export function teamLists(context: FactsContext, place: BoardPlace): ListGroup[] {
  const { relations } = context;
  const isHere = (document: { readonly orgUnitId: string }) =>
    isOwnedIn(document.orgUnitId, place, relations);
  const orgs = [...relations.documents.partyOrgs.values()].filter(isHere);
  const people = [...relations.documents.people.values()].filter(isHere);
  return [
    secretaryGroup(orgs, context.asOf),
    termGroup(orgs, context),
    stageGroup(people, context.asOf),
    floatingGroup(context, isHere),
  ];
}

function secretaryGroup(orgs: readonly PartyOrg[], asOf: string): ListGroup {
  const all = orgsWithSecretary(orgs, asOf);
  const list = (source: (typeof secretarySources.codes)[number] | null, label: string): RecordList => ({
    key: `secretary.${source ?? 'unknown'}`,
    label,
    records: all
      .filter((org) => org.secretarySource === source)
      .map((org) => orgRecord(org, `书记 ${secretaryOf(org, asOf)?.name ?? ''}`)),
  });
  return {
    title: '书记来源',
    measure: '名',
    table: 'partyOrgs',
    lists: [
      ...secretarySources.codes.map((code) => list(code, secretarySources.labels[code])),
      list(null, '未填'),
    ],
  };
}

function termGroup(orgs: readonly PartyOrg[], { ruleSet, asOf }: FactsContext): ListGroup {
  const terms = dueTerms(orgs, ruleSet.orgs, asOf);
  const list = (key: string, label: string, isOverdue: boolean): RecordList => ({
    key,
    label,
    records: terms
      .filter((term) => term.isOverdue === isOverdue)
      .map(({ org, endsOn }) => orgRecord(org, isOverdue ? `已于 ${endsOn} 届满` : `${endsOn} 届满`)),
  });
  return {
    title: '任期届满',
    measure: '个',
    table: 'partyOrgs',
    lists: [
      list('term.overdue', '已逾期', true),
      list('term.soon', `${ruleSet.orgs.termNoticeMonths}个月内`, false),
    ],
  };
}

function stageGroup(people: readonly Person[], asOf: string): ListGroup {
  const byStage = peopleByStage(people, asOf);
  return {
    title: '人员身份',
    measure: '名',
    table: 'people',
    lists: personStages.codes
      .filter((stage) => stage !== 'exited')
      .map((stage) => ({
        key: `stage.${stage}`,
        label: personStages.labels[stage],
        records: (byStage.get(stage) ?? []).map((person) => personRecord(person, personStages.labels[stage])),
      })),
  };
}

function floatingGroup(context: FactsContext, isHere: (person: Person) => boolean): ListGroup {
  const floating = floatingMembers(context).filter(({ person }) => isHere(person));
  const list = (direction: 'out' | 'in', scope: (typeof floatScopes.codes)[number] | null): RecordList => {
    const where = scope === null ? '流向未填' : floatScopes.labels[scope];
    const label = `${floatDirections.labels[direction]}${where}`;
    return {
      key: `floating.${direction}.${scope ?? 'unknown'}`,
      label,
      records: floating
        .filter((one) => one.direction === direction && one.scope === scope)
        .map(({ person }) => personRecord(person, label)),
    };
  };
  const lists = (['out', 'in'] as const).flatMap((direction) =>
    [...floatScopes.codes, null].map((scope) => list(direction, scope)),
  );
  // Ways nobody went are left out.
  return {
    title: '流动党员',
    measure: '名',
    table: 'people',
    lists: lists.filter(({ records }) => records.length > 0),
  };
}
