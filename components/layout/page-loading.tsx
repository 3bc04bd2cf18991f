'use client';

import { Skeleton, Stack } from '@mantine/core';
import { useTranslations } from 'next-intl';

/** The outline of a page while its own is on the way. */
export function PageLoading() {
  const t = useTranslations('common');
  return (
    <Stack role="status" aria-label={t('loading')} gap="md">
      <Skeleton height={26} width={220} />
      <Skeleton height={14} width="45%" />
      <Skeleton height={280} radius="lg" mt="md" />
    </Stack>
  );
}
