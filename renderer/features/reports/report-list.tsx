import { reportDefinitions } from '@shared/export/report-definitions';
import { Link } from '@tanstack/react-router';
import classes from './reports.module.css';

interface ReportListProps {
  readonly current: string;
  readonly scope: string | undefined;
}

/** The official tables and what each is for. */
export function ReportList({ current, scope }: ReportListProps) {
  return (
    <nav aria-label="报表目录" className={classes['contents']}>
      <ul className={classes['list']}>
        {reportDefinitions.map(({ code, name, purpose }) => (
          <li key={code}>
            <Link
              to="/reports"
              search={{ table: code, ...(scope === undefined ? {} : { scope }) }}
              className={classes['item']}
              aria-current={code === current ? 'page' : undefined}
            >
              <span className={classes['name']}>{name}</span>
              <span className={classes['purpose']}>{purpose}</span>
            </Link>
          </li>
        ))}
        <li>
          <Link
            to="/boards/$board"
            params={{ board: 'overview' }}
            search={{ show: 'briefing', ...(scope === undefined ? {} : { place: scope }) }}
            className={classes['item']}
          >
            <span className={classes['name']}>分析简报</span>
            <span className={classes['purpose']}>数字、走势图和清单，打印或存 Word</span>
          </Link>
        </li>
      </ul>
    </nav>
  );
}
