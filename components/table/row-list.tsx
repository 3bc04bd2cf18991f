import type { ReactNode } from 'react';
import classes from './row-list.module.css';

type Props = { label?: string; className?: string; children: ReactNode };

/** Rows under each other with a line between; a table of one column. Its children are `li`. */
export function RowList({ label, className = '', children }: Props) {
  return (
    <ul className={`${classes.rows} ${className}`} aria-label={label}>
      {children}
    </ul>
  );
}
