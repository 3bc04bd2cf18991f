'use client';

import { Anchor, SimpleGrid, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { apiQuery } from '@/components/layout/api';
import { SectionCard } from '@/components/layout/section-card';
import { QueryState } from '@/components/table/query-state';
import { paths } from '@/lib/paths';
import type { ComingDay, ComingRun } from '@/lib/rules/schema';

/** The days of a week, each with what runs on it. */
export function ComingCard() {
  const t = useTranslations('rules.coming');
  const query = useQuery(apiQuery('rules/coming', { days: '7' }));
  return (
    <SectionCard title={t('title')} lead={t('lead')}>
      <QueryState query={query}>
        {({ data }) =>
          data.length === 0 ? (
            <Text size="sm">{t('none')}</Text>
          ) : (
            <SimpleGrid component="ol" cols={{ base: 1, xs: 2, md: 4, xl: 7 }} spacing="md" p={0} m={0}>
              {data.map((day) => (
                <Day key={day.day} day={day} />
              ))}
            </SimpleGrid>
          )
        }
      </QueryState>
    </SectionCard>
  );
}

function Day({ day: { day, runs } }: { day: ComingDay }) {
  const format = useFormatter();
  const locale = useLocale();
  const name = format.dateTime(new Date(`${day}T12:00:00Z`), {
    weekday: 'long',
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
  return (
    <Stack component="li" gap={6} style={{ listStyle: 'none' }}>
      <Text size="sm" fw={600}>
        {name.charAt(0).toLocaleUpperCase(locale) + name.slice(1)}
      </Text>
      {runs.map((run) => (
        <Run key={run.ruleId} run={run} />
      ))}
    </Stack>
  );
}

function Run({ run: { ruleId, title, at, timeZone, times, company } }: { run: ComingRun }) {
  const t = useTranslations('rules.coming');
  const format = useFormatter();
  const clock = format.dateTime(new Date(at), { hour: '2-digit', minute: '2-digit', timeZone });
  return (
    <div>
      <Text size="sm" className="tabular">
        {times > 1 ? t('often', { clock, times }) : clock}
        {company && ` · ${company}`}
      </Text>
      <Anchor component={Link} href={paths.rule(ruleId)} size="sm" underline="always">
        {title}
      </Anchor>
    </div>
  );
}
