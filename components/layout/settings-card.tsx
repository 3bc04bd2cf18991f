import { Card, Text, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import classes from './settings-card.module.css';

type Props = { title: string; help: string; children: ReactNode };

/** What it is on the left, the fields on the right; one under the other on a phone. */
export function SettingsCard({ title, help, children }: Props) {
  const heading = useId();
  return (
    <Card component="section" aria-labelledby={heading} className={classes.card}>
      <div>
        <Title order={2} id={heading}>
          {title}
        </Title>
        <Text size="sm" c="dimmed" mt={4}>
          {help}
        </Text>
      </div>
      <div className={classes.content}>{children}</div>
    </Card>
  );
}
