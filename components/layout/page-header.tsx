import { Box, Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

type Props = {
  /** The way back from a page about one thing. */
  above?: ReactNode;
  title: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
};

/** The top of every page: its one h1, what it is for, and its main actions. */
export function PageHeader({ above, title, description, actions }: Props) {
  return (
    <Group component="header" justify="space-between" align="flex-start" gap="md" mb="lg">
      <Box flex="1 1 18rem" miw={0}>
        {above}
        <Title order={1}>{title}</Title>
        {description && (
          <Text c="dimmed" size="sm" mt={4} maw="42rem">
            {description}
          </Text>
        )}
      </Box>
      {actions && <Group gap="xs">{actions}</Group>}
    </Group>
  );
}
