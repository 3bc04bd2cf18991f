'use client';

import { Anchor, Text } from '@mantine/core';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { SectionCard } from '@/components/layout/section-card';
import { paths } from '@/lib/paths';

/** The other way by which somebody hears of alerts, which has its own page. */
export function HeardByWebhooks() {
  const t = useTranslations('alerts.rules.webhooks');
  return (
    <SectionCard title={t('title')}>
      <Text size="sm">{t('body')}</Text>
      <Anchor component={Link} href={paths.webhooks()} size="sm" mt="xs" display="inline-block">
        {t('link')}
      </Anchor>
    </SectionCard>
  );
}
