'use client';

import { Anchor, Group, Stack, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { SectionCard } from '@/components/layout/section-card';
import { Time } from '@/components/layout/time';
import { Notice } from '@/components/table/notice';
import type { KeysView } from '@/lib/providers/keys/rotation-schema';
import type { DetailProps } from '../detail-props';
import { KeyAgeForm } from './key-age-form';
import { ReplaceKey } from './replace-key';

const DAY_MS = 86_400_000;

type Props = DetailProps & { keys: KeysView };

/** How old the key in use is, what becomes of it by itself, and what a person has to do where the service's API makes no keys. */
export function KeyAge({ provider, keys }: Props) {
  const t = useTranslations('providers.keys.schedule');
  const { inUseSince, usualDays, api, rotation } = keys;
  const makesKeys = api?.makesKeys ?? false;
  const days = inUseSince ? Math.floor((Date.now() - Date.parse(inUseSince)) / DAY_MS) : 0;
  const most = provider.keyRotation?.everyDays ?? usualDays;
  const isOld = inUseSince !== null && most !== null && days >= most;
  return (
    <SectionCard title={t('title')} maw={860}>
      <Stack>
        <Group justify="space-between" gap="sm">
          <Text size="sm" fw={550}>
            {inUseSince
              ? t.rich('since', { days, time: () => <Time value={inUseSince} format="absolute" /> })
              : t('sinceUnknown')}
          </Text>
          {makesKeys && <ReplaceKey provider={provider} hasKey={inUseSince !== null} />}
        </Group>
        {api && (
          <Text size="sm" c="dimmed">
            {t(makesKeys ? 'api' : 'byHand')}{' '}
            <Anchor href={api.source.url} target="_blank" rel="noreferrer" size="sm">
              {t('source')}
            </Anchor>
          </Text>
        )}
        {isOld && !(makesKeys && provider.keyRotation?.automatic) && (
          <Notice tone="warn">{t(makesKeys ? 'oldHere' : 'old')}</Notice>
        )}
        {rotation && <LastRotation rotation={rotation} />}
        <KeyAgeForm provider={provider} makesKeys={makesKeys} usualDays={usualDays} />
      </Stack>
    </SectionCard>
  );
}

function LastRotation({ rotation }: { rotation: NonNullable<KeysView['rotation']> }) {
  const t = useTranslations('providers.keys');
  const { state, problem, detail, startedAt, finishedAt } = rotation;
  const tone = state === 'failed' ? 'bad' : problem ? 'warn' : state === 'waiting' ? 'busy' : 'good';
  const time = () => <Time value={finishedAt ?? startedAt} />;
  return (
    <Notice tone={tone}>
      <Text size="sm">
        {t.rich(`rotation.${state}`, { time })} {problem && t(`problems.${problem}`)}
      </Text>
      {problem && detail && (
        <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {t('rotation.said', { detail })}
        </Text>
      )}
    </Notice>
  );
}
