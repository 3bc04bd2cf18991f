'use client';

import { Tabs } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { EventTable } from './event-table';
import { TABS, type Tab, useEventFilter } from './use-event-filter';
import { WebhookTable } from './webhook-table';

/** What happened to messages, and the posts of providers that told it. */
export function EventsScreen() {
  const t = useTranslations('events');
  const { tab, show } = useEventFilter();
  return (
    <Tabs value={tab} onChange={(value) => void show(value as Tab)} keepMounted={false}>
      <Tabs.List mb="lg">
        {TABS.map((name) => (
          <Tabs.Tab key={name} value={name}>
            {t(`tabs.${name}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="events">
        <EventTable />
      </Tabs.Panel>
      <Tabs.Panel value="webhooks">
        <WebhookTable />
      </Tabs.Panel>
    </Tabs>
  );
}
