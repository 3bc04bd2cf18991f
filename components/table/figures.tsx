import type { ReactNode } from 'react';
import classes from './figures.module.css';

export type Figure = { id: string; name: string; value: ReactNode };

/** Numbers in a row of cells, each under its name; as many rows as the width needs. */
export function Figures({ label, figures }: { label: string; figures: Figure[] }) {
  return (
    <section aria-label={label}>
      <dl className={classes.figures}>
        {figures.map(({ id, name, value }) => (
          <div key={id} className={classes.figure}>
            <dt>{name}</dt>
            <dd className="tabular">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
