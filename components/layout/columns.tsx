import { Grid, Stack } from '@mantine/core';
import type { ReactNode } from 'react';

type Props = {
  /** What the page is about; comes first on a phone. */
  main: ReactNode;
  /** What belongs beside it. */
  beside: ReactNode;
  even?: boolean;
};

/** Two columns where there is room for them, one on a phone. Each may be a list of cards. */
export function Columns({ main, beside, even = false }: Props) {
  const [wide, narrow] = even ? [6, 6] : [7, 5];
  return (
    <Grid gap="lg">
      <Grid.Col span={{ base: 12, lg: wide }}>
        <Stack gap="lg">{main}</Stack>
      </Grid.Col>
      <Grid.Col span={{ base: 12, lg: narrow }}>
        <Stack gap="lg">{beside}</Stack>
      </Grid.Col>
    </Grid>
  );
}
