'use client';

import { Text } from '@mantine/core';
import { useFormatter } from 'next-intl';

/** Bytes as a person reads them: 0.8 kB, 204 kB, 3.1 MB. */
export function FileSize({ bytes }: { bytes: number }) {
  const format = useFormatter();
  const large = bytes >= 1_000_000;
  const value = bytes / (large ? 1_000_000 : 1000);
  return (
    <Text span size="xs" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
      {format.number(value, {
        style: 'unit',
        unit: large ? 'megabyte' : 'kilobyte',
        maximumFractionDigits: value < 10 ? 1 : 0,
      })}
    </Text>
  );
}
