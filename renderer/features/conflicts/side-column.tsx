import { Button, Kbd } from '@mantine/core';
import classes from './conflicts.module.css';
import { differingParts } from './differing-part';

interface SideColumnProps {
  readonly title: string;
  readonly text: string;
  /** The value on the other side: what differs is marked. null = nothing to compare with. */
  readonly other: string | null;
  /** Who, when, where; one line each. */
  readonly facts: readonly string[];
  /** Stands in the proposal. */
  readonly isProposed: boolean;
  /** null = nothing to choose here (the value before). */
  readonly choose: {
    readonly label: string;
    readonly keyName: string;
    readonly run: () => void;
    readonly isPossible: boolean;
  } | null;
}

/** One of the three columns: the value large, who and when small below, the button that keeps it. */
export function SideColumn({ title, text, other, facts, isProposed, choose }: SideColumnProps) {
  return (
    <section className={classes['side']} data-proposed={isProposed || undefined} aria-label={title}>
      <h3 className={classes['sideTitle']}>
        {title}
        {isProposed && <span className={classes['proposed']}>建议</span>}
      </h3>
      <div className={classes['value']} tabIndex={text.length > 200 ? 0 : undefined}>
        {other === null
          ? text
          : differingParts(text, other).map(({ text: part, isDifferent }, at) =>
              isDifferent ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text have no other name.
                <mark key={at} className={classes['different']}>
                  {part}
                </mark>
              ) : (
                part
              ),
            )}
      </div>
      <ul className={classes['facts']}>
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      {choose !== null && (
        <Button
          variant={isProposed ? 'filled' : 'default'}
          fullWidth
          onClick={choose.run}
          disabled={!choose.isPossible}
          rightSection={
            <Kbd size="xs" aria-hidden="true">
              {choose.keyName}
            </Kbd>
          }
        >
          {choose.label}
        </Button>
      )}
    </section>
  );
}
