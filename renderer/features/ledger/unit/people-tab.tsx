import { jobKinds, type Person, personStages } from '@shared/domain/person';
import { explainUnit } from '@shared/figures/explain-unit';
import { isMemberStage, stageOn } from '@shared/rules/member-stage';
import { relatedDocuments } from '@shared/rules/relations';
import { Link } from '@tanstack/react-router';
import { PlainTable } from './plain-table';
import classes from './unit-detail.module.css';
import type { UnitTabProps } from './unit-detail-page';

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
          {explainUnit(facts, context).members}；填报数：{unit.declared.members ?? '未填'}。
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
