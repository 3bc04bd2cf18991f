'use client';

import { Anchor, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { AskingButton } from '@/components/form/asking-button';
import { apiQuery } from '@/components/layout/api';
import { SectionCard } from '@/components/layout/section-card';
import { useAction } from '@/components/layout/use-action';
import { useLocked } from '@/components/layout/use-locked';
import type { ContactView } from '@/lib/contacts/schema';
import { paths } from '@/lib/paths';
import { mergeContactsAction } from '../actions';
import { nameOf } from '../name-of';

/** Others with one of the same addresses; nothing where there are none. */
export function TwinsCard({ contact }: { contact: ContactView }) {
  const t = useTranslations('contacts.twins');
  const { data } = useQuery(apiQuery('contacts/[id]/duplicates', { id: contact.id }));
  if (!data || data.data.length === 0) return null;
  return (
    <SectionCard title={t('title')} lead={t('lead')}>
      <Stack gap="md">
        {data.data.map((other) => (
          <Twin key={other.id} contact={contact} other={other} />
        ))}
      </Stack>
    </SectionCard>
  );
}

function Twin({ contact, other }: { contact: ContactView; other: ContactView }) {
  const t = useTranslations('contacts.twins');
  const disabledReason = useLocked('contacts.write', contact);
  const name = nameOf(other);
  const { run, pending } = useAction(mergeContactsAction, {
    invalidates: ['contacts', 'notifications', 'subjects'],
    success: t('done'),
  });
  return (
    <Stack gap={6} align="flex-start">
      <Anchor component={Link} href={paths.contact(other.id)} underline="always" size="sm">
        {name}
      </Anchor>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {[other.key, other.email, other.phone].filter(Boolean).join(' · ')}
      </Text>
      <AskingButton
        question={{
          title: t('ask', { name }),
          body: t('body', { name }),
          confirmLabel: t('confirm'),
          keepLabel: t('keep'),
          danger: true,
        }}
        onYes={() => run({ id: contact.id, other: other.id })}
        pending={pending}
        disabledReason={disabledReason}
      >
        {t('merge', { name })}
      </AskingButton>
    </Stack>
  );
}
