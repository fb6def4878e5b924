import { EmptyState } from '@renderer/components/empty-state';
import { ScrollRegion } from '@renderer/components/scroll-region';
import { TablePanel } from '@renderer/components/table-panel';
import type { PlacedFinding } from '@shared/figures/audit-places';
import { auditRules } from '@shared/figures/validators/all-validators';
import { formatNumber } from '@shared/lib/format-number';
import { Link } from '@tanstack/react-router';
import { useBoard } from '../page/board-context';
import classes from '../page/boards.module.css';

/** Read through by a person: more are narrowed by rule or township first. */
const shownCount = 200;

const wholePlace = '本级合计';

const keyOf = ({ rule, about, townshipId, problem }: PlacedFinding): string =>
  `${rule} ${about?.id ?? townshipId ?? ''} ${problem.text}`;

function RecordLink({ about }: Pick<PlacedFinding, 'about'>) {
  if (about === null) return <>{wholePlace}</>;
  return about.collection === 'units' ? (
    <Link to="/ledger/units/$unitId" params={{ unitId: about.id }} className={classes['link']}>
      {about.name}
    </Link>
  ) : (
    <Link
      to="/ledger/$table"
      params={{ table: about.collection }}
      search={{ record: about.id }}
      className={classes['link']}
    >
      {about.name}
    </Link>
  );
}

/** Findings with their arithmetic; the name opens the record to put right. */
export function FindingsPanel({ findings }: { readonly findings: readonly PlacedFinding[] }) {
  const { nameOf, search, change } = useBoard();
  const rule = auditRules.find(({ id }) => id === search.show);
  const shown = rule ? findings.filter((finding) => finding.rule === rule.id) : findings;
  const note = `共 ${formatNumber(shown.length)} 条${shown.length > shownCount ? `，列出前 ${shownCount} 条` : ''}`;
  const townshipOf = ({ townshipId }: PlacedFinding) =>
    townshipId === null ? '—' : nameOf('township', townshipId);
  const table = {
    columns: ['对象', '乡镇（街道）', '规则', '问题和算式'],
    rows: shown.map((finding) => ({
      key: keyOf(finding),
      name: finding.about?.name ?? wholePlace,
      cells: [townshipOf(finding), finding.rule, finding.problem.text].map((text) => ({ text })),
    })),
  };
  return (
    <TablePanel
      title={rule ? `${rule.id} ${rule.label}` : '审核问题'}
      note={note}
      table={table}
      tools={
        rule && (
          <button type="button" className={classes['link']} onClick={() => change({ show: undefined })}>
            看全部
          </button>
        )
      }
    >
      {shown.length === 0 ? (
        <EmptyState icon="saved" title="没有发现问题" hint="各项合计、前后数字、日期先后都对得上。" />
      ) : (
        <ScrollRegion className={classes['scroll']} label="审核问题清单">
          <table className={classes['table']}>
            <thead>
              <tr>
                <th scope="col">对象</th>
                <th scope="col">乡镇（街道）</th>
                <th scope="col">规则</th>
                <th scope="col">问题和算式</th>
              </tr>
            </thead>
            <tbody>
              {shown.slice(0, shownCount).map((finding) => (
                <tr key={keyOf(finding)}>
                  <th scope="row">
                    <RecordLink about={finding.about} />
                  </th>
                  <td>{townshipOf(finding)}</td>
                  <td>{finding.rule}</td>
                  <td>{finding.problem.text}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
    </TablePanel>
  );
}
