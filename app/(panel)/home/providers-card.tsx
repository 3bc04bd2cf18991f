'use client';

import { Anchor, Group, Paper, Text, Title } from '@mantine/core';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useMode } from '@/components/layout/mode';
import { RowList } from '@/components/table/row-list';
import { paths } from '@/lib/paths';
import type { ProviderStanding, Statistics } from '@/lib/statistics/schema';
import { isSandbox } from '../providers/is-sandbox';
import { ProviderBadge } from '../providers/provider-badge';
import classes from './home.module.css';
import { type Formats, useFormats } from './use-formats';

/** Each way out and how it stands, in the order in which they are tried; a sandbox is none, and comes after them. */
export function ProvidersCard({ statistics }: { statistics: Statistics }) {
  const t = useTranslations('home.providers');
  const formats = useFormats(statistics);
  const { providers } = statistics;
  const active = providers
    .filter((provider) => provider.active)
    .toSorted((a, b) => Number(isSandbox(a)) - Number(isSandbox(b)));
  const paused = providers.length - active.length;
  return (
    <Paper withBorder component="section" aria-labelledby="providers" className={classes.card}>
      <Group justify="space-between" mb={4}>
        <Title order={3} id="providers">
          {t('title')}
        </Title>
        <Anchor component={Link} href={paths.providers()} size="sm">
          {t('all')}
        </Anchor>
      </Group>
      <RowList>
        {active.map((provider) => (
          <ProviderRow key={provider.id} provider={provider} formats={formats} />
        ))}
        {paused > 0 && (
          <li>
            <Text size="xs" c="dimmed">
              {t('paused', { count: paused })}
            </Text>
          </li>
        )}
      </RowList>
    </Paper>
  );
}

function ProviderRow({ provider, formats }: { provider: ProviderStanding; formats: Formats }) {
  const t = useTranslations('home.providers');
  const { technical } = useMode();
  const { id, name, sentToday, capturedToday } = provider;
  const today = isSandbox(provider)
    ? t('keptToday', { count: capturedToday })
    : t('sentToday', { count: sentToday });
  const facts = useFacts(provider, formats);
  const details = useDetails(provider, formats);
  return (
    <li>
      <div className={classes.provider}>
        <Anchor component={Link} href={paths.provider(id)} className={classes.providerName}>
          {name}
        </Anchor>
        <ProviderBadge provider={provider} />
      </div>
      <Text size="xs" c="dimmed" className="tabular">
        {[today, ...facts, ...(technical ? details : [])].join(' · ')}
      </Text>
    </li>
  );
}

/** What somebody must know who only wants mail to go out. */
function useFacts({ health, full }: ProviderStanding, { when, until, percent }: Formats): string[] {
  const t = useTranslations('home.providers');
  const facts: string[] = [];
  if (health.openUntil) facts.push(t('openUntil', { when: when(health.openUntil) }));
  if (health.state !== 'healthy' && health.successRate !== null)
    facts.push(t('success', { share: percent(health.successRate) }));
  if (full) facts.push(t('fullUntil', { until: until(full.until) }));
  return facts;
}

function useDetails({ attempts, health }: ProviderStanding, { percent, duration }: Formats): string[] {
  const t = useTranslations('home.providers');
  const { faulty, slow, averageMs } = attempts;
  const details: string[] = [];
  if (health.state === 'healthy' && health.successRate !== null)
    details.push(t('success', { share: percent(health.successRate) }));
  if (averageMs !== null) details.push(duration(averageMs));
  if (faulty > 0) details.push(t('faulty', { count: faulty }));
  if (slow > 0) details.push(t('slow', { count: slow }));
  if (health.consecutiveFailures > 0) details.push(t('inARow', { count: health.consecutiveFailures }));
  if (health.weightPercent < 100) details.push(t('weight', { share: percent(health.weightPercent / 100) }));
  return details;
}
