import { Icon } from '@renderer/components/icons';
import { Link } from '@tanstack/react-router';
import { isGroup, type Place, places } from './places';
import classes from './rail.module.css';

function RailLink({ place }: { readonly place: Place }) {
  return (
    <Link {...place.link} className={classes['link']} activeOptions={{ includeSearch: false }}>
      <Icon name={place.icon} />
      <span>{place.label}</span>
    </Link>
  );
}

const help: Place = { label: '帮助', icon: 'help', link: { to: '/help' }, keywords: '' };

/** Left rail: the places of the ledger, two levels at most. */
export function Rail() {
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
                    <RailLink place={place} />
                  </li>
                ))}
              </ul>
            </li>
          ) : (
            <li key={entry.label}>
              <RailLink place={entry} />
            </li>
          ),
        )}
      </ul>
      <div className={classes['foot']}>
        <RailLink place={help} />
      </div>
    </nav>
  );
}
