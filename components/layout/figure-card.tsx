import { Paper, Text } from '@mantine/core';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { BigNumber } from './big-number';
import classes from './figure-card.module.css';

type Props = {
  label: string;
  value: string;
  /** To what is behind the number. */
  href?: string;
  tone?: 'bad' | 'warn';
  /** What the number means right now. */
  children: ReactNode;
};

/** One number that answers a question, with a line that explains it. */
export function FigureCard({ label, value, href, tone, children }: Props) {
  const content = (
    <>
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <BigNumber tone={tone}>{value}</BigNumber>
      <Text size="xs" c="dimmed">
        {children}
      </Text>
    </>
  );
  if (!href)
    return (
      <Paper withBorder className={classes.figure}>
        {content}
      </Paper>
    );
  return (
    <Paper withBorder component={Link} href={href} className={classes.figure}>
      {content}
    </Paper>
  );
}
