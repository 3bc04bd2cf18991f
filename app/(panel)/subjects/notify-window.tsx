'use client';

import { Anchor, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FormShell } from '@/components/form/form-shell';
import { FormWindow } from '@/components/form/form-window';
import { SelectField } from '@/components/form/select-field';
import { useFormAction } from '@/components/form/use-form-action';
import { useZodForm } from '@/components/form/use-zod-form';
import { apiQuery } from '@/components/layout/api';
import { QueryState } from '@/components/table/query-state';
import { paths } from '@/lib/paths';
import { NotifyAbout, type SubjectView } from '@/lib/subjects/schema';
import { ChannelList } from '../notifications/[id]/channel-list';
import { NotificationBadge } from '../notifications/notification-badge';
import { notifyAboutAction } from './actions';

const Form = NotifyAbout.pick({ type: true });

type Props = { subject: SubjectView; opened: boolean; onClose: () => void };

/** Tells of one subject now; then what becomes of it on each channel. */
export function NotifyWindow({ subject, opened, onClose }: Props) {
  const t = useTranslations('subjects.notify');
  return (
    <FormWindow opened={opened} onClose={onClose} title={t('title', { key: subject.key })}>
      {opened && <Tell subject={subject} />}
    </FormWindow>
  );
}

function Tell({ subject }: { subject: SubjectView }) {
  const t = useTranslations('subjects.notify');
  const [told, setTold] = useState<string | null>(null);
  const types = useQuery(apiQuery('notification-types', { company: subject.company }));
  const form = useZodForm(Form, { type: '' });
  const { submit, pending, error } = useFormAction(notifyAboutAction, {
    invalidates: ['notifications', 'messages'],
    onSuccess: ({ id }) => setTold(id),
  });
  if (told !== null) return <Result id={told} />;
  const active = (types.data?.data ?? []).filter((type) => type.active);
  return (
    <FormShell
      form={form}
      onSubmit={({ type }) => submit({ id: subject.id, type })}
      pending={pending}
      error={error}
      submitLabel={t('send')}
    >
      <Text size="sm">{t('lead')}</Text>
      <SelectField
        name="type"
        label={t('type')}
        data={active.map(({ key, title }) => ({ value: key, label: title }))}
        searchable
        data-autofocus
      />
    </FormShell>
  );
}

/** As it stands at this moment: messages go on their way while somebody looks. */
function Result({ id }: { id: string }) {
  const t = useTranslations('subjects.notify');
  const query = useQuery(apiQuery('notifications/[id]', { id }));
  return (
    <QueryState query={query}>
      {(notification) => (
        <Stack gap="sm" role="status">
          <div>
            <NotificationBadge notification={notification} />
          </div>
          <ChannelList notification={notification} />
          <Anchor component={Link} href={paths.notification(id)} size="sm" underline="always">
            {t('open')}
          </Anchor>
        </Stack>
      )}
    </QueryState>
  );
}
