import { Box, Card, type CardProps, Group, Text, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';

type Props = CardProps & {
  title: ReactNode;
  /** What it is for. */
  lead?: ReactNode;
  /** At the right of the title. */
  actions?: ReactNode;
  children?: ReactNode;
};

/** One part of a page: its h2, and what belongs to it. */
export function SectionCard({ title, lead, actions, children, ...card }: Props) {
  const heading = useId();
  return (
    <Card component="section" aria-labelledby={heading} {...card}>
      <Group justify="space-between" align="flex-start" gap="xs" mb="sm">
        {/* On a phone a sentence beside a button would stand in a narrow column. */}
        <Box flex={lead ? '1 1 15rem' : '1 1 8rem'} miw={0}>
          <Title order={2} id={heading}>
            {title}
          </Title>
          {lead && (
            <Text size="sm" c="dimmed">
              {lead}
            </Text>
          )}
        </Box>
        {actions && <Box flex="none">{actions}</Box>}
      </Group>
      {children}
    </Card>
  );
}
