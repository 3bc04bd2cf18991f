'use client';

import { Group, Stack, Text } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { apiQuery } from '@/components/layout/api';
import { CopyableText } from '@/components/layout/copyable-text';
import { Time } from '@/components/layout/time';
import { useAction } from '@/components/layout/use-action';
import { useLocked } from '@/components/layout/use-locked';
import { QueryState } from '@/components/table/query-state';
import { replayInboundAction } from './actions';
import { WebhookState } from './webhook-state';

/** While a job reads it. */
const REFRESH_MS = 2_000;

/** The post of a provider as it came in, as text; with the button that has it read once more. */
export function RawWebhook({ id }: { id: string }) {
  const t = useTranslations('events');
  const locked = useLocked('providers.write');
  const query = useQuery({
    ...apiQuery('inbound/[id]', { id }),
    enabled: locked === null,
    refetchInterval: ({ state: { data } }) => (data?.state === 'waiting' ? REFRESH_MS : false),
  });
  const { run, pending } = useAction(replayInboundAction, {
    invalidates: ['inbound', 'events'],
    success: t('replay.done'),
  });
  if (locked)
    return (
      <Text size="sm" c="dimmed">
        {locked}
      </Text>
    );
  return (
    <QueryState query={query}>
      {({ provider, receivedAt, state, error, headers, body }) => (
        <Stack gap="sm">
          <Group justify="space-between" align="flex-start" gap="sm">
            <div>
              <WebhookState state={state} />
              <Text size="sm" c="dimmed" mt={4}>
                {t.rich('received', {
                  provider: provider ?? t('goneProvider'),
                  time: () => <Time value={receivedAt} format="absolute" />,
                })}
              </Text>
            </div>
            <ReasonedButton
              variant="default"
              size="compact-sm"
              leftSection={<IconRefresh size={14} aria-hidden />}
              loading={pending}
              onClick={() => void run({ id })}
              disabledReason={null}
            >
              {t('replay.one')}
            </ReasonedButton>
          </Group>
          {error && (
            <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
              {error}
            </Text>
          )}
          <CopyableText label={t('body')} text={body} wrap="code" />
          <CopyableText
            label={t('headers')}
            text={Object.entries(headers)
              .map(([name, value]) => `${name}: ${value}`)
              .join('\n')}
          />
        </Stack>
      )}
    </QueryState>
  );
}
