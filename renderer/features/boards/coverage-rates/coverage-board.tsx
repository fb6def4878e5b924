/** 覆盖: who is behind, in which industries and sizes, and how coverage has come about. */
import { useBoard } from '../page/board-context';
import classes from '../page/boards.module.css';
import { BelowTable } from '../parts/below-table';
import { Composition } from './composition';
import { IndustrySize } from './industry-size';
import { SmallMultiples } from './small-multiples';
import { UncoveredMap } from './uncovered-map';

export function CoverageBoard() {
  const { place } = useBoard();
  return (
    <div className={classes['columns']}>
      {place.below !== null && (
        <>
          <div className={classes['half']}>
            <BelowTable />
          </div>
          <div className={classes['half']}>
            <SmallMultiples />
          </div>
        </>
      )}
      <div className={classes['half']}>
        <Composition />
      </div>
      <div className={classes['half']}>
        <UncoveredMap />
      </div>
      <div className={classes['whole']}>
        <IndustrySize />
      </div>
    </div>
  );
}
