'use client';

import { Text } from '@mantine/core';
import { useFormatter } from 'next-intl';

/** Bytes as a person reads them: 812 B, 204 kB, 3.1 MB. */
export function FileSize({ bytes }: { bytes: number }) {
  const format = useFormatter();
  const [value, unit] = scale(bytes);
  return (
    <Text span size="xs" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
      {format.number(value, {
        style: 'unit',
        unit,
        unitDisplay: unit === 'byte' ? 'narrow' : 'short',
        maximumFractionDigits: value < 10 && unit !== 'byte' ? 1 : 0,
      })}
    </Text>
  );
}

function scale(bytes: number): [number, 'byte' | 'kilobyte' | 'megabyte'] {
  if (bytes < 1000) return [bytes, 'byte'];
  if (bytes < 1_000_000) return [bytes / 1000, 'kilobyte'];
  return [bytes / 1_000_000, 'megabyte'];
}
