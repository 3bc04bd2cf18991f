'use client';

import { Alert, Group, List, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { WindowButton } from '@/components/form/window-button';
import { apiQuery } from '@/components/layout/api';
import { CopyableText } from '@/components/layout/copyable-text';
import { SectionCard } from '@/components/layout/section-card';
import { useLocked } from '@/components/layout/use-locked';
import { QueryState } from '@/components/table/query-state';
import type { ContactView } from '@/lib/contacts/schema';
import type { PreferencesView } from '@/lib/notifications/preferences/schema';

const WishesWindow = dynamic(() => import('./wishes-window').then((module) => module.WishesWindow), {
  ssr: false,
});

/** What a person wants to be told, and by which channels; the link by which they say so themselves. */
export function WishesCard({ contact }: { contact: ContactView }) {
  const t = useTranslations('contacts.wishes');
  const query = useQuery(apiQuery('contacts/[id]/preferences', { id: contact.id }));
  const disabledReason = useLocked('contacts.write', contact);
  return (
    <SectionCard title={t('title')} lead={t('lead')}>
      <QueryState query={query}>
        {(wishes) => (
          <>
            <Chosen wishes={wishes} />
            <Group my="sm">
              <WindowButton
                variant="default"
                window={(props) => <WishesWindow {...props} id={contact.id} stored={wishes} />}
                disabledReason={disabledReason}
              >
                {t('change')}
              </WindowButton>
            </Group>
            {wishes.url ? (
              <CopyableText label={t('link')} text={wishes.url} wrap="code" />
            ) : (
              <Alert variant="light">{t('noLink')}</Alert>
            )}
          </>
        )}
      </QueryState>
    </SectionCard>
  );
}

function Chosen({ wishes: { types, quietHours } }: { wishes: PreferencesView }) {
  const t = useTranslations('contacts.wishes');
  const say = useTranslations('notification-types.channels');
  const refused = types.flatMap(({ key, title, channels }) => {
    const off = channels.filter(({ wanted }) => !wanted);
    return off.length > 0 ? [{ key, title, by: off.map(({ channel }) => say(channel)).join(', ') }] : [];
  });
  return (
    <>
      {refused.length === 0 ? (
        <Text size="sm">{t('all')}</Text>
      ) : (
        <List size="sm" aria-label={t('refused')}>
          {refused.map(({ key, title, by }) => (
            <List.Item key={key}>{t('notBy', { title, by })}</List.Item>
          ))}
        </List>
      )}
      {quietHours && (
        <Text size="sm" mt="xs">
          {t('quiet', { from: clock(quietHours.fromHour), until: clock(quietHours.untilHour) })}
        </Text>
      )}
    </>
  );
}

const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`;
