import { Icon } from '@renderer/components/icons';
import { useSyncPart } from '@renderer/sync/status/react';
import { useMayWrite } from '@renderer/sync/status/use-may-write';
import { administers } from '@shared/sync/access';
import { Link } from '@tanstack/react-router';
import { isGroup, isOpenTo, type Place, places } from './places';
import classes from './rail.module.css';
import { useWaitingCounts, type WaitingCounts } from './use-waiting-counts';

function RailLink({ place, counts }: { readonly place: Place; readonly counts: WaitingCounts }) {
  const count = place.waiting === undefined ? 0 : counts[place.waiting];
  return (
    <Link {...place.link} className={classes['link']} activeOptions={{ includeSearch: false }}>
      <Icon name={place.icon} />
      <span>{place.label}</span>
      {count > 0 && (
        <span className={classes['count']} title={`${count} 处待处理`}>
          {count > 999 ? '999+' : count}
        </span>
      )}
    </Link>
  );
}

const help: Place = { label: '帮助', icon: 'help', link: { to: '/help' }, keywords: '' };

/** Left rail: the places of the ledger, two levels at most. */
export function Rail() {
  const me = useSyncPart((status) => status.me);
  const counts = useWaitingCounts(me?.role ?? null);
  const isWriter = useMayWrite('units');
  const isKeeper = me !== null && administers(me.role);
  return (
    <nav className={classes['rail']} aria-label="主导航">
      <ul className={classes['list']}>
        {places.map((entry) =>
          isGroup(entry) ? (
            <li key={entry.label}>
              <span className={classes['group']}>
                <Icon name={entry.icon} />
                <span>{entry.label}</span>
              </span>
              <ul className={`${classes['list']} ${classes['inner']}`} aria-label={entry.label}>
                {entry.places.map((place) => (
                  <li key={place.label}>
                    <RailLink place={place} counts={counts} />
                  </li>
                ))}
              </ul>
            </li>
          ) : (
            isOpenTo(entry, { isKeeper, isWriter }) && (
              <li key={entry.label}>
                <RailLink place={entry} counts={counts} />
              </li>
            )
          ),
        )}
      </ul>
      <div className={classes['foot']}>
        <RailLink place={help} counts={counts} />
      </div>
    </nav>
  );
}
