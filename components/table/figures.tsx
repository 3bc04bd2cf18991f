import type { ReactNode } from 'react';
import { Hint } from '@/components/layout/hint';
import classes from './figures.module.css';

export type Figure = {
  id: string;
  name: string;
  /** What exactly is counted, over what. */
  help?: string;
  value: ReactNode;
  /** How it came to be. */
  chart?: ReactNode;
};

/** Numbers in a row of cells, each under its name; as many rows as the width needs. */
export function Figures({ label, figures }: { label: string; figures: Figure[] }) {
  return (
    <dl className={classes.figures} aria-label={label}>
      {figures.map(({ id, name, help, value, chart }) => (
        <div key={id} className={classes.figure}>
          <dt>{help ? <Hint help={help}>{name}</Hint> : name}</dt>
          <dd className="tabular">
            {value}
            {chart}
          </dd>
        </div>
      ))}
    </dl>
  );
}
