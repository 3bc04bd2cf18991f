'use client';

import { Button, Group, Text } from '@mantine/core';
import { IconHandStop } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { apiQuery } from '@/components/layout/api';
import { Notice } from '@/components/table/notice';
import { paths } from '@/lib/paths';
import type { Statistics } from '@/lib/statistics/schema';
import { isSandbox } from '../providers/is-sandbox';
import { TryNow } from '../providers/try-now';
import { ResumeButton } from './resume-button';
import { ResumeQueue } from './resume-queue';
import { type Stop, stopsOf } from './stops';

type Props = { statistics: Statistics };

/** What stops all mail, before anything else on the page, each with the button that ends it. */
export function Stopped({ statistics }: Props) {
  const t = useTranslations('home.stopped');
  // Before there is any, the first steps say it.
  const none = statistics.providers.length === 0;
  const stops = stopsOf(statistics).filter((stop) => !none || stop !== 'no_provider');
  return stops.map((stop) => (
    <Notice key={stop} tone="bad" icon={<IconHandStop aria-hidden />} title={t(`${stop}.title`)} mb="md">
      <Group justify="space-between" gap="xs">
        <Text size="sm" flex="1 1 260px">
          {t(`${stop}.text`)}
        </Text>
        <Group gap="xs">
          <Remedy stop={stop} />
        </Group>
      </Group>
    </Notice>
  ));
}

function Remedy({ stop }: { stop: Stop }) {
  const t = useTranslations('home.stopped');
  if (stop === 'all_paused') return <ResumeQueue />;
  if (stop === 'no_worker')
    return (
      <Button component={Link} href={paths.workers()} size="xs">
        {t('no_worker.action')}
      </Button>
    );
  return <ProviderRemedy stop={stop} />;
}

/** Those that are there are the shorter way: resumed, tried at once or mended. Only without any is one added. */
function ProviderRemedy({ stop }: { stop: Stop }) {
  const t = useTranslations('home.stopped');
  const { data } = useQuery(apiQuery('providers'));
  if (!data) return null;
  const broken = data.data.filter(({ active, health }) => active && health.problem);
  if (stop === 'all_failing')
    return data.data
      .filter(({ active, health }) => active && health.breaker !== 'closed')
      .slice(0, 1)
      .map((provider) => <TryNow key={provider.id} provider={provider} size="xs" />);
  const paused = data.data.find((each) => !each.active && !isSandbox(each));
  return (
    <>
      {broken.slice(0, 1).map(({ id, name }) => (
        <Button key={id} component={Link} href={paths.provider(id, { tab: 'settings' })} size="xs">
          {t('mend', { name })}
        </Button>
      ))}
      {paused && <ResumeButton provider={paused} />}
      <Button
        component={Link}
        href={paths.newProvider()}
        size="xs"
        variant={paused || broken.length > 0 ? 'default' : 'filled'}
      >
        {t('add')}
      </Button>
    </>
  );
}
