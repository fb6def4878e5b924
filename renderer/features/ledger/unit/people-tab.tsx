import { jobKinds, type Person, personStages } from '@shared/domain/person';
import { isMemberStage, stageOn } from '@shared/rules/member-stage';
import { relatedDocuments } from '@shared/rules/relations';
import { Link } from '@tanstack/react-router';
import { PlainTable } from './plain-table';
import classes from './unit-detail.module.css';
import type { UnitTabProps } from './unit-detail-page';

const basisWords = {
  roster: '按花名册统计',
  declared: '花名册不全，按填报数统计',
  none: '花名册和填报数都没有',
} as const;

/** People who work here, members first, beside what the ledger declares. */
export function PeopleTab({ unit, context }: UnitTabProps) {
  const { relations, asOf, nameOf } = context;
  const facts = context.factsOf(unit.id);
  const stage = (person: Person) => stageOn(person, asOf) ?? person.stage;
  const people = [...relatedDocuments(relations, 'people', 'peopleByUnit', unit.id)].sort(
    (a, b) =>
      Number(isMemberStage(stage(b))) - Number(isMemberStage(stage(a))) ||
      a.name.localeCompare(b.name, 'zh-CN'),
  );
  return (
    <section className={classes['section']}>
      {facts !== null && (
        <p className={classes['quiet']}>
          关系在本单位的党员 {facts.membersHere} 名，其中正式党员 {facts.fullMembersHere} 名（
          {basisWords[facts.membersBasis]}）；关系在外单位的党员 {facts.membersElsewhere} 名；填报数：
          {unit.declared.members ?? '未填'}
          {differenceText(facts.declaredDifference)}。
        </p>
      )}
      <PlainTable
        label="人员"
        items={people}
        keyOf={(person) => person.id}
        isPast={(person) => stage(person) === 'exited'}
        empty="花名册中没有在本单位工作的人员。可以导入党员花名册，工作单位写本单位名称。"
        columns={[
          {
            label: '姓名',
            isNarrow: true,
            cell: (person) => (
              <Link to="/ledger/$table" params={{ table: 'people' }} search={{ record: person.id }}>
                {person.name}
              </Link>
            ),
          },
          { label: '身份', isNarrow: true, cell: (person) => personStages.labels[stage(person)] },
          {
            label: '岗位',
            isNarrow: true,
            cell: ({ jobKind }) => (jobKind === null ? '未填' : jobKinds.labels[jobKind]),
          },
          {
            label: '组织关系所在',
            cell: ({ relationOrgId, relationOrgName }) =>
              (relationOrgId === null ? null : nameOf(relationOrgId)) ?? relationOrgName ?? '未填',
          },
          { label: '入党日期', isNarrow: true, cell: (person) => person.joinedOn ?? '未填' },
          { label: '党费交至', isNarrow: true, cell: (person) => person.duesThrough ?? '未填' },
        ]}
      />
    </section>
  );
}

const differenceText = (difference: number | null): string => {
  if (difference === null || difference === 0) return '';
  return difference > 0 ? `，花名册多 ${difference} 名` : `，花名册少 ${-difference} 名`;
};
