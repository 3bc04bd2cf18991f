'use client';

import { List, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'next-intl';
import { nounKey } from '@/components/layout/noun-key';
import { SectionCard } from '@/components/layout/section-card';
import { Time } from '@/components/layout/time';
import { Notice } from '@/components/table/notice';
import type { TokenDetail } from '@/lib/tokens/schema';
import { PickUp, usePickUp } from '../pick-up';
import { endsSoon } from '../token-state';
import { TokenEnd } from './token-end';

type Props = { token: TokenDetail; disabledReason: string | null; baseUrl: string };

/** What happens to it by itself, who is told, and what waits for a person. Nothing of one that neither rotates nor ends soon. */
export function TokenUpkeep({ token, disabledReason, baseUrl }: Props) {
  const t = useTranslations('tokens.upkeep');
  const { list } = useFormatter();
  const pickUp = usePickUp();
  const queryClient = useQueryClient();
  const { rotation, nextRotationAt, waiting, warnings, told, expiresAt } = token;
  const isNear = endsSoon(token, Date.now());
  if (!rotation && !isNear) return null;
  const people = told.length > 0 ? list(told.map(({ name }) => name)) : t('nobody');
  return (
    <SectionCard title={t('title')}>
      <Stack>
        {isNear && (
          <Notice tone="warn">
            <Stack gap="xs" align="flex-start">
              <Text size="sm">{t.rich('ends', { time: () => <Time value={expiresAt!} /> })}</Text>
              <TokenEnd token={token} disabledReason={disabledReason} />
            </Stack>
          </Notice>
        )}
        {waiting && !pickUp.picked && (
          <Notice tone="warn">
            {t.rich('waiting', { last4: waiting.last4, time: () => <Time value={waiting.since} /> })}{' '}
            {waiting.mailProblem && t(`problems.${waiting.mailProblem}`)}
          </Notice>
        )}
        {(waiting || pickUp.picked) && (
          <PickUp
            pickUp={pickUp}
            of={{ id: token.id }}
            disabledReason={disabledReason}
            baseUrl={baseUrl}
            onDone={() => {
              pickUp.forget();
              void queryClient.invalidateQueries({ queryKey: nounKey('tokens') });
            }}
          />
        )}
        <List size="sm">
          {rotation && (
            <List.Item>{t('every', { days: rotation.everyDays, hours: rotation.graceHours })}</List.Item>
          )}
          {nextRotationAt && (
            <List.Item>{t.rich('next', { time: () => <Time value={nextRotationAt} /> })}</List.Item>
          )}
          <List.Item>{t('told', { people })}</List.Item>
          {warnings.map(({ days, at, mailProblem }) => (
            <List.Item key={days}>
              {t.rich('warned', { days, time: () => <Time value={at} /> })}
              {mailProblem && ` ${t(`problems.${mailProblem}`)}`}
            </List.Item>
          ))}
        </List>
      </Stack>
    </SectionCard>
  );
}
