'use client';

import { Anchor, SimpleGrid, Text } from '@mantine/core';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { PageHeader } from '@/components/layout/page-header';
import { SectionCard } from '@/components/layout/section-card';
import type { GuideGroup } from '@/lib/help/guides';
import { paths } from '@/lib/paths';
import { GuideSearch } from './guide-search';
import classes from './help.module.css';

type Props = { groups: { key: GuideGroup; guides: { name: string; title: string; lead: string }[] }[] };

/** All guides, and a search through them. */
export function HelpScreen({ groups }: Props) {
  const t = useTranslations('help');
  const [query, setQuery] = useState('');
  return (
    <>
      <PageHeader title={t('title')} description={t('lead')} />
      <GuideSearch query={query} onChange={setQuery} />
      {query.trim() === '' && (
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg" mt="lg">
          {groups.map(({ key, guides }) => (
            <SectionCard key={key} title={t(`groups.${key}`)}>
              <ul className={classes.guides}>
                {guides.map(({ name, title, lead }) => (
                  <li key={name}>
                    <Anchor component={Link} href={paths.guide(name)} size="sm" fw={550}>
                      {title}
                    </Anchor>
                    <Text size="sm" c="dimmed" lineClamp={2}>
                      {lead}
                    </Text>
                  </li>
                ))}
              </ul>
            </SectionCard>
          ))}
        </SimpleGrid>
      )}
    </>
  );
}
