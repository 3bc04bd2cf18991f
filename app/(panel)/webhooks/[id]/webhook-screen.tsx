'use client';

import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useFormAction } from '@/components/form/use-form-action';
import { apiQuery } from '@/components/layout/api';
import { Columns } from '@/components/layout/columns';
import { DetailScreen } from '@/components/layout/detail-screen';
import { SectionCard } from '@/components/layout/section-card';
import { useLocked } from '@/components/layout/use-locked';
import { paths } from '@/lib/paths';
import type { WebhookView } from '@/lib/webhooks/schema';
import { updateWebhookAction } from '../actions';
import { WebhookBadge } from '../webhook-badge';
import { WebhookFields } from '../webhook-form';
import { Deliveries } from './deliveries';
import { Secrets } from './secrets';
import { WebhookActions } from './webhook-actions';
import { WebhookTrouble } from './webhook-trouble';

const WATCH_MS = 5_000;

/** Where it leads, what it was told, and what signs that. */
export function WebhookScreen({ id }: { id: string }) {
  const t = useTranslations('webhooks');
  const query = useQuery({ ...apiQuery('webhooks/[id]', { id }), refetchInterval: WATCH_MS });
  return (
    <DetailScreen
      query={query}
      kind={t('one')}
      back={{ href: paths.webhooks(), label: t('title') }}
      head={(webhook) => ({
        title: webhook.name,
        state: <State webhook={webhook} />,
        actions: <WebhookActions webhook={webhook} />,
      })}
    >
      {(webhook) => (
        <>
          <WebhookTrouble webhook={webhook} />
          <Columns
            main={<Deliveries webhook={webhook} />}
            beside={
              <>
                <SectionCard title={t('settings')}>
                  <Edit webhook={webhook} />
                </SectionCard>
                <Secrets webhook={webhook} />
              </>
            }
          />
        </>
      )}
    </DetailScreen>
  );
}

function State({ webhook }: { webhook: WebhookView }) {
  const t = useTranslations('webhooks');
  return (
    <Text span size="sm">
      <WebhookBadge webhook={webhook} /> {webhook.waiting > 0 && t('waiting', { count: webhook.waiting })}
    </Text>
  );
}

function Edit({ webhook }: { webhook: WebhookView }) {
  const t = useTranslations('webhooks');
  const lockedReason = useLocked('webhooks.write', webhook);
  const { submit, pending, error } = useFormAction(updateWebhookAction, {
    invalidates: ['webhooks'],
    success: t('saved'),
  });
  return (
    <WebhookFields
      stored={webhook}
      onSubmit={({ name, url, events }, version) =>
        submit({ id: webhook.id, name, url, events: events.length > 0 ? events : null, version })
      }
      pending={pending}
      error={error}
      lockedReason={lockedReason}
    />
  );
}
