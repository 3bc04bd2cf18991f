import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { NuqsTestingAdapter } from 'nuqs/adapters/testing';
import { createElement, type FunctionComponent } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { draw, textOf } from '@/app/draw-for-test';
import { apiQuery } from '@/components/layout/api';
import { EVENT_TYPES } from '@/lib/events/types';
import { LOCALES } from '@/lib/i18n/locales';
import { translator } from '@/lib/i18n/translate';
import { INBOUND_STATES } from '@/lib/inbound/inbound-states';
import { EventTable } from './event-table';
import { WebhookTable } from './webhook-table';

vi.mock('next/navigation', () => ({ useRouter: () => ({ push: () => undefined }) }));

const client = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } });
const at = '2026-11-28T12:00:00.000Z';
const events = EVENT_TYPES.map((type, n) => ({
  id: `event-${n}`,
  messageId: '01999999-0000-7000-8000-000000000000',
  type,
  at,
  recipient: type === 'queued' ? null : `${type}@example.com`,
  provider: 'Office',
  detail: null,
}));
const inbound = INBOUND_STATES.map((state, n) => ({
  id: `inbound-${n}`,
  provider: n === 0 ? null : 'Office',
  receivedAt: at,
  state,
  readAt: null,
  error: state === 'failed' ? 'Unexpected token <script>' : null,
  sizeBytes: 9,
}));
client.setQueryData(apiQuery('events', { cursor: undefined }).queryKey, {
  data: events,
  nextCursor: 'x',
} as never);
client.setQueryData(apiQuery('inbound', { cursor: undefined }).queryKey, {
  data: inbound,
  nextCursor: null,
} as never);

const within = (component: FunctionComponent) => () =>
  createElement(
    NuqsTestingAdapter,
    null,
    createElement(QueryClientProvider, { client }, createElement(component)),
  );

describe.each(LOCALES)('in %s', (locale) => {
  const t = translator(locale);

  it('each event has its word, its recipient and its details', () => {
    const html = draw(locale, within(EventTable), {});
    const text = textOf(html);
    for (const type of EVENT_TYPES) expect(text).toContain(t(`events.types.${type}`));
    expect(text).toContain('bounced@example.com');
    expect(text).toContain(t('events.whole'));
    expect(html).toContain('/messages/01999999-0000-7000-8000-000000000000');
  });

  it('each webhook has its state, and why it was not understood, as text', () => {
    const html = draw(locale, within(WebhookTable), {});
    const text = textOf(html);
    for (const state of INBOUND_STATES) expect(text).toContain(t(`events.states.${state}`));
    expect(text).toContain(t('events.goneProvider'));
    expect(html).toContain('Unexpected token &lt;script&gt;');
  });
});
