'use client';

import { Anchor, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { apiQuery } from '@/components/layout/api';
import { SectionCard } from '@/components/layout/section-card';
import { paths } from '@/lib/paths';

/** As whom the companies know this address; nothing where nobody does. */
export function ContactLink({ address }: { address: string }) {
  const t = useTranslations('recipients.contact');
  const { data } = useQuery(apiQuery('contacts', { email: address, limit: 5 }));
  if (!data || data.data.length === 0) return null;
  return (
    <SectionCard title={t('title')}>
      <Stack gap={6} align="flex-start">
        {data.data.map(({ id, name, key, company }) => (
          <Anchor key={id} component={Link} href={paths.contact(id)} size="sm" underline="always">
            {[name ?? key ?? address, company].filter(Boolean).join(' · ')}
          </Anchor>
        ))}
      </Stack>
    </SectionCard>
  );
}
