import type { ReactNode } from 'react';
import classes from './section.module.css';

interface SectionProps {
  readonly title: string;
  /** What this part is for and where it shows. */
  readonly intro: string;
  readonly children: ReactNode;
}

export function Section({ title, intro, children }: SectionProps) {
  return (
    <section className={classes['section']}>
      <h2 className={classes['title']}>{title}</h2>
      <p className={classes['intro']}>{intro}</p>
      {children}
    </section>
  );
}
