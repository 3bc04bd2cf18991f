'use client';

import { Text } from '@mantine/core';
import { useLocale } from 'next-intl';
import { formatBytes } from '@/components/layout/quantities';

/** Bytes as a person reads them. */
export function FileSize({ bytes }: { bytes: number }) {
  const locale = useLocale();
  return (
    <Text span size="xs" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
      {formatBytes(bytes, locale)}
    </Text>
  );
}
