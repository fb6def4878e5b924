import { ScrollRegion } from '@renderer/components/scroll-region';
import { TablePanel } from '@renderer/components/table-panel';
import { useFacts } from '@renderer/data/figures/react';
import { instructorRoles } from '@shared/domain/instructor';
import { listDuties } from '@shared/duties/list-duties';
import { instructorLoads, visitMonths } from '@shared/figures/team';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useBoard } from '../page/board-context';
import classes from '../page/boards.module.css';
import { unitsIn } from '../parts/in-place';

/** Everybody with units here: how many, how often they came, and which visits of their plan are owed. */
function useLoads() {
  const view = useFacts();
  const { place } = useBoard();
  return useMemo(() => {
    const here = new Map(unitsIn(view.facts, place).map((unit) => [unit.unitId, unit]));
    const owed = new Map<string, number>();
    for (const duty of listDuties(view)) {
      // Ids of visit duties name the instructor.
      const [kind, instructorId = ''] = duty.id.split(':');
      if (kind === 'visit' && duty.state === 'overdue' && here.has(duty.subject.id))
        owed.set(instructorId, (owed.get(instructorId) ?? 0) + 1);
    }
    return instructorLoads(here, view)
      .filter(({ units }) => units.length > 0)
      .map((load) => ({ ...load, owed: owed.get(load.instructor.id) ?? 0 }));
  }, [view, place]);
}

/** 指导员: load and visits against plan. */
export function LoadPanel() {
  const { ruleSet } = useFacts();
  const loads = useLoads();
  const most = ruleSet.orgs.instructorMaxLoad;
  const over = loads.filter(({ units }) => units.length > most).length;
  const owing = loads.filter(({ owed }) => owed > 0).length;
  return (
    <TablePanel
      title="指导员、联络员"
      note={`${loads.length} 名在岗；超过 ${most} 户的 ${over} 名，有逾期走访的 ${owing} 名`}
      table={{
        columns: ['姓名', '类别', '联系单位', `近${visitMonths}个月走访`, '逾期未走访'],
        rows: loads.map(({ instructor, units, visits, owed }) => ({
          key: instructor.id,
          name: instructor.name,
          cells: [
            instructorRoles.labels[instructor.role],
            String(units.length),
            String(visits),
            String(owed),
          ].map((text) => ({ text })),
        })),
      }}
    >
      <ScrollRegion className={classes['tallScroll']} label="指导员联系和走访情况">
        <table className={classes['table']}>
          <thead>
            <tr>
              <th scope="col">姓名</th>
              <th scope="col">类别</th>
              <th scope="col" data-align="right">
                联系单位
              </th>
              <th scope="col" data-align="right">
                近{visitMonths}个月走访
              </th>
              <th scope="col" data-align="right">
                逾期未走访
              </th>
            </tr>
          </thead>
          <tbody>
            {loads.map(({ instructor, units, visits, owed }) => (
              <tr key={instructor.id}>
                <th scope="row">
                  <Link
                    to="/ledger/$table"
                    params={{ table: 'instructors' }}
                    search={{ record: instructor.id }}
                    className={classes['link']}
                  >
                    {instructor.name}
                  </Link>
                </th>
                <td>{instructorRoles.labels[instructor.role]}</td>
                <td data-align="right">
                  <span className={classes['state']} data-tone={units.length > most ? 'soon' : undefined}>
                    {units.length} 户{units.length > most && '（超）'}
                  </span>
                </td>
                <td data-align="right">{visits} 次</td>
                <td data-align="right">
                  <span className={classes['state']} data-tone={owed > 0 ? 'bad' : 'quiet'}>
                    {owed} 户
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </TablePanel>
  );
}
