'use client';

import { Anchor, Box, Button, Group, Stack, Text } from '@mantine/core';
import { IconFlame } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { apiQuery } from '@/components/layout/api';
import { useConfirm } from '@/components/layout/confirm';
import { useMode } from '@/components/layout/mode';
import { OnceOpened } from '@/components/layout/once-opened';
import { SectionCard } from '@/components/layout/section-card';
import { useAction } from '@/components/layout/use-action';
import { useLocked } from '@/components/layout/use-locked';
import type { WarmUpView } from '@/lib/warm-up/schema';
import type { DetailProps } from '../detail-props';
import { stopWarmUpAction } from './actions';

const WarmUpChart = dynamic(() => import('./warm-up-chart').then((module) => module.WarmUpChart), {
  ssr: false,
});
const WarmUpWindow = dynamic(() => import('./warm-up-window').then((module) => module.WarmUpWindow), {
  ssr: false,
});

/** More mail each day, until receiving servers know who sends: the plan, and what became of it. */
export function WarmUpCard({ provider }: DetailProps) {
  const t = useTranslations('warmUps');
  const locked = useLocked('providers.write', provider);
  const { data } = useQuery(apiQuery('warm-ups', { provider: provider.id }));
  const [opened, setOpened] = useState(false);
  if (!data) return null;
  return (
    <SectionCard
      title={t('title')}
      lead={t('lead')}
      actions={
        <ReasonedButton
          variant="default"
          leftSection={<IconFlame size={16} aria-hidden />}
          disabledReason={locked}
          onClick={() => setOpened(true)}
        >
          {t('start')}
        </ReasonedButton>
      }
    >
      {data.data.length > 0 && (
        <Stack component="ul" gap="lg" p={0} m={0} style={{ listStyle: 'none' }}>
          {data.data.map((warmUp) => (
            <li key={warmUp.id}>
              <WarmUp warmUp={warmUp} provider={provider} />
            </li>
          ))}
        </Stack>
      )}
      <OnceOpened opened={opened}>
        <WarmUpWindow provider={provider} opened={opened} onClose={() => setOpened(false)} />
      </OnceOpened>
    </SectionCard>
  );
}

function WarmUp({ warmUp, provider }: DetailProps & { warmUp: WarmUpView }) {
  const t = useTranslations('warmUps');
  const format = useFormatter();
  const { technical } = useMode();
  const { domain, plan, state, day, days, allowance, used, history, source } = warmUp;
  const last = history.at(-1);
  const whose = domain ?? t('allDomains');
  return (
    <>
      <Group justify="space-between" gap="xs">
        <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
          {whose}
        </Text>
        <Stop warmUp={warmUp} provider={provider} whose={whose} />
      </Group>
      <Text size="sm">
        {state === 'finished'
          ? t('finished')
          : t('today', { day, days, used: format.number(used), allowance: format.number(allowance) })}
      </Text>
      {last && last.move !== 'on' && last.move !== 'finish' && (
        <Text size="sm">{t(`moves.${last.move}`, { reason: t(`reasons.${last.reason}`) })}</Text>
      )}
      <Box h={190} mt="xs">
        <WarmUpChart warmUp={warmUp} />
      </Box>
      {technical && (
        <Text size="xs" c="dimmed">
          {t(`plans.${plan}.label`)} ·{' '}
          <Anchor href={source.url} underline="always" inherit target="_blank" rel="noreferrer">
            {t('source')}
          </Anchor>
        </Text>
      )}
    </>
  );
}

function Stop({ warmUp: { id }, provider, whose }: DetailProps & { warmUp: WarmUpView; whose: string }) {
  const t = useTranslations('warmUps.stop');
  const locked = useLocked('providers.write', provider);
  const confirm = useConfirm();
  const stop = useAction(stopWarmUpAction, { invalidates: ['warm-ups'], success: t('done') });
  const ask = async () => {
    const answers = { confirmLabel: t('confirm'), keepLabel: t('keep'), danger: true };
    if (await confirm({ title: t('title'), body: t('body'), ...answers })) await stop.run({ id });
  };
  if (locked) return null;
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      aria-label={`${t('button')}: ${whose}`}
      loading={stop.pending}
      onClick={() => void ask()}
    >
      {t('button')}
    </Button>
  );
}
