import { Link } from '@tanstack/react-router';
import classes from '../page/boards.module.css';

interface SixUnitCellProps {
  readonly unit: { readonly unitId: string; readonly name: string };
}

/** The unit a row is about; leads to its 六有. */
export function SixUnitCell({ unit: { unitId, name } }: SixUnitCellProps) {
  return (
    <th scope="row">
      <Link
        to="/ledger/units/$unitId"
        params={{ unitId }}
        search={{ tab: 'six' }}
        className={classes['link']}
      >
        {name}
      </Link>
    </th>
  );
}
