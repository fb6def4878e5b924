import classes from './fact-lines.module.css';

/** A few facts about one thing, each with its name before it. */
export function FactLines({ lines }: { readonly lines: readonly (readonly [string, string])[] }) {
  return (
    <dl className={classes['facts']}>
      {lines.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
