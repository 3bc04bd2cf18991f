import { Anchor, Group, Paper } from '@mantine/core';
import type { ReactNode } from 'react';
import { LikelyLink } from '@/components/layout/likely-link';
import classes from './card-list.module.css';

type Props<Row> = {
  label: string;
  rows: Row[];
  card: (row: Row) => { title: ReactNode; aside?: ReactNode; body?: ReactNode };
  rowHref?: (row: Row) => string;
};

/** A table's rows on a phone: the whole card is the link. */
export function CardList<Row extends { id: string }>({ label, rows, card, rowHref }: Props<Row>) {
  return (
    <Paper component="ul" data-list withBorder className={classes.list} aria-label={label}>
      {rows.map((row) => {
        const { title, aside, body } = card(row);
        return (
          <li key={row.id} className={classes.row}>
            <Group justify="space-between" wrap="nowrap" gap="sm" align="flex-start">
              <div className={classes.title}>
                {rowHref ? (
                  <Anchor component={LikelyLink} href={rowHref(row)} className={classes.link}>
                    {title}
                  </Anchor>
                ) : (
                  title
                )}
              </div>
              {aside}
            </Group>
            {body && <div className={classes.body}>{body}</div>}
          </li>
        );
      })}
    </Paper>
  );
}
