'use client';

import { useTranslations } from 'next-intl';
import type { TEST_EVENT, WebhookEvent } from '@/lib/webhooks/event-types';

/** What a type of event is called, and which of them a webhook is told of. */
export function useTold() {
  const t = useTranslations('webhooks');
  const nameOf = (event: WebhookEvent | typeof TEST_EVENT) =>
    t(`events.${event.replace('.', '_')}` as 'events.message_sent');
  const sumOf = (events: WebhookEvent[] | null) =>
    events === null
      ? t('allEvents')
      : events.length > 2
        ? t('someEvents', { count: events.length })
        : events.map(nameOf).join(', ');
  return { nameOf, sumOf };
}
