import { Card, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

type Props = {
  title: string;
  lead: string;
  /** Above the title: how far somebody has come. */
  step?: string;
  children: ReactNode;
};

/** What somebody who is not signed in fills in. */
export function AuthCard({ title, lead, step, children }: Props) {
  return (
    <Card shadow="sm" padding="xl">
      <header>
        {step && (
          <Text size="xs" c="dimmed">
            {step}
          </Text>
        )}
        <Title order={1}>{title}</Title>
        <Text size="sm" c="dimmed" mt={4} mb="lg">
          {lead}
        </Text>
      </header>
      {children}
    </Card>
  );
}
