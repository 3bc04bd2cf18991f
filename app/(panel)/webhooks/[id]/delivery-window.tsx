'use client';

import { Anchor, Group, Stack, Text } from '@mantine/core';
import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { FormWindow } from '@/components/form/form-window';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { Time } from '@/components/layout/time';
import { useAction } from '@/components/layout/use-action';
import { useLocked } from '@/components/layout/use-locked';
import { PlainText } from '@/components/table/plain-text';
import { RowList } from '@/components/table/row-list';
import { paths } from '@/lib/paths';
import type { WebhookEvent } from '@/lib/webhooks/event-types';
import type { DeliveryView, TryView, WebhookView } from '@/lib/webhooks/schema';
import { replayWebhookAction } from '../actions';
import { useTold } from '../use-told';
import { DeliveryBadge } from './delivery-badge';

type Props = { webhook: WebhookView; delivery: DeliveryView; opened: boolean; onClose: () => void };

/** What was sent, what came back, and each try. */
export function DeliveryWindow({ webhook, delivery, opened, onClose }: Props) {
  const t = useTranslations('webhooks.deliveries');
  const { nameOf } = useTold();
  const locked = useLocked('webhooks.write', webhook);
  const { run, pending } = useAction(replayWebhookAction, {
    invalidates: ['webhooks'],
    success: t('replayed', { count: 1 }),
    onSuccess: onClose,
  });
  const { messageId, nextAt } = delivery;
  return (
    <FormWindow opened={opened} onClose={onClose} title={nameOf(delivery.event as WebhookEvent)}>
      <Stack gap="md">
        <Group justify="space-between">
          <DeliveryBadge delivery={delivery} />
          <ReasonedButton
            size="xs"
            loading={pending}
            disabledReason={locked ?? (webhook.active ? null : t('offReason'))}
            onClick={() => void run({ id: webhook.id, delivery: delivery.id })}
          >
            {t('replayOne')}
          </ReasonedButton>
        </Group>
        <Text size="xs" c="dimmed" ff="monospace" style={{ overflowWrap: 'anywhere' }}>
          {t('id', { id: delivery.id })}
        </Text>
        {messageId && (
          <Anchor component={Link} size="sm" href={paths.message(messageId)}>
            {t('message')}
          </Anchor>
        )}
        {delivery.tries.length > 0 && (
          <RowList label={t('tries')}>
            {delivery.tries.map((one) => (
              <li key={one.at}>
                <Try one={one} />
              </li>
            ))}
          </RowList>
        )}
        {nextAt && <Text size="sm">{t.rich('next', { time: () => <Time value={nextAt} /> })}</Text>}
        <Part title={t('request')}>{pretty(delivery.request)}</Part>
        {delivery.reply !== null && <Part title={t('reply')}>{delivery.reply || t('emptyReply')}</Part>}
      </Stack>
    </FormWindow>
  );
}

function Try({ one: { at, ms, status, cause } }: { one: TryView }) {
  const t = useTranslations('webhooks');
  const { number } = useFormatter();
  const answer = status
    ? t('deliveries.answered', { status })
    : t(`causes.${(cause ?? 'protocol') as 'dns'}`);
  return (
    <Text size="sm">
      <Time value={at} /> · {answer} · {t('deliveries.ms', { ms: number(ms) })}
    </Text>
  );
}

function Part({ title, children }: { title: string; children: string }) {
  return (
    <div>
      <Text size="sm" fw={550} mb={4}>
        {title}
      </Text>
      <PlainText label={title} wrap="code">
        {children}
      </PlainText>
    </div>
  );
}

/** As it is, but for its lines. */
function pretty(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json), null, 2);
  } catch {
    return json;
  }
}
