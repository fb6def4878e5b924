import { Panel } from '@renderer/components/panel';
import { ScrollRegion } from '@renderer/components/scroll-region';
import { TablePanel } from '@renderer/components/table-panel';
import { useUnits } from '@renderer/data/insights/react';
import { formatNumber } from '@shared/lib/format-number';
import { useBoard } from '../page/board-context';
import classes from '../page/boards.module.css';
import { AnswerState } from '../parts/answer-state';
import { SixUnitCell } from './six-unit-cell';

/** 只差一项: what closes most units with least work, by the item that is missing, then the units themselves. */
export function NearlyPanel() {
  const { place, asOf, items, open, nameOf } = useBoard();
  const listed = useUnits({ day: asOf, within: place.within, mark: { kind: 'nearlySix', code: null } });
  if (listed.status !== 'ready')
    return (
      <Panel title="只差一步">
        <AnswerState insight={listed} />
      </Panel>
    );
  const { units, total } = listed.answer;
  const households = `${formatNumber(total)} 户`;
  const missingOf = (met: readonly string[]) => items.filter(({ code }) => !met.includes(code));
  const byItem = items
    .map((item) => ({ ...item, count: units.filter((unit) => !unit.sixMetItems.includes(item.code)).length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  const [first] = byItem;
  const missingWords = (met: readonly string[]) =>
    missingOf(met)
      .map(({ label }) => label)
      .join('、');
  return (
    <TablePanel
      title="只差一步"
      note={`共 ${households}${first ? `，补${first.label}可使 ${formatNumber(first.count)} 户达标` : ''}`}
      table={{
        columns: ['单位', '乡镇（街道）', '差'],
        rows: units.map((unit) => ({
          key: unit.unitId,
          name: unit.name,
          cells: [{ text: nameOf('township', unit.townshipId) }, { text: missingWords(unit.sixMetItems) }],
        })),
      }}
    >
      <p className={classes['memo']}>
        {byItem.map(({ code, label, count }, i) => (
          <span key={code}>
            {i > 0 && '　'}差{label}{' '}
            <button type="button" onClick={() => open({ kind: 'nearlySix', code })}>
              {formatNumber(count)} 户
            </button>
          </span>
        ))}
      </p>
      <ScrollRegion className={classes['scroll']} label="只差一步的单位">
        <table className={classes['table']}>
          <thead>
            <tr>
              <th scope="col">单位</th>
              <th scope="col">乡镇（街道）</th>
              <th scope="col">差</th>
            </tr>
          </thead>
          <tbody>
            {units.slice(0, 100).map((unit) => (
              <tr key={unit.unitId}>
                <SixUnitCell unit={unit} />
                <td>{nameOf('township', unit.townshipId)}</td>
                <td>{missingWords(unit.sixMetItems)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </TablePanel>
  );
}
