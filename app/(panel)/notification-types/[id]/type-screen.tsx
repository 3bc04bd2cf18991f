'use client';

import { Code, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { FormShell } from '@/components/form/form-shell';
import { useFormAction } from '@/components/form/use-form-action';
import { useStored } from '@/components/form/use-stored';
import { useZodForm } from '@/components/form/use-zod-form';
import { apiQuery } from '@/components/layout/api';
import { Columns } from '@/components/layout/columns';
import { DetailScreen } from '@/components/layout/detail-screen';
import { SectionCard } from '@/components/layout/section-card';
import { useLocked } from '@/components/layout/use-locked';
import type { TypeView } from '@/lib/notifications/types/schema';
import { paths } from '@/lib/paths';
import { TryIt } from '../../notifications/try-it';
import { updateTypeAction } from '../actions';
import { changesOf, formOf, TypeForm } from '../form-values';
import { refOf } from '../ref-of';
import { TypeFields } from '../type-fields';
import { ChannelFigures } from './channel-figures';
import { DeleteType } from './delete-type';
import { VariableList } from './variable-list';

/** One type: by what and how it is told, and what a program sends for it. */
export function TypeScreen({ id }: { id: string }) {
  const t = useTranslations('notification-types');
  const query = useQuery(apiQuery('notification-types/[id]', { id }));
  return (
    <DetailScreen
      query={query}
      kind={t('one')}
      back={{ href: paths.notificationTypes(), label: t('title') }}
      head={(type) => ({
        title: type.title,
        state: <About type={type} />,
        actions: type.id === null ? undefined : <DeleteType type={type} />,
      })}
    >
      {(type) => (
        <Columns
          main={
            <>
              <SectionCard title={t('settings')}>
                <Edit type={type} />
              </SectionCard>
              <ChannelFigures type={type.key} />
            </>
          }
          beside={
            <>
              <VariableList type={type} />
              <TryIt type={type} />
            </>
          }
        />
      )}
    </DetailScreen>
  );
}

function About({ type: { key, origin, company } }: { type: TypeView }) {
  const t = useTranslations('notification-types');
  return (
    <Text span size="sm">
      <Code>{key}</Code> · {[t(`origins.${origin}`), company].filter(Boolean).join(' · ')}
    </Text>
  );
}

function Edit({ type }: { type: TypeView }) {
  const t = useTranslations('notification-types');
  const lockedReason = useLocked('notifications.write');
  const { submit, pending, error } = useFormAction(updateTypeAction, {
    invalidates: ['notification-types'],
    success: t('saved'),
  });
  const now = useMemo(() => ({ values: formOf(type), version: type.version }), [type]);
  const form = useZodForm(TypeForm, now.values);
  const { version, meanwhile } = useStored(form, now);
  return (
    <FormShell
      form={form}
      onSubmit={(values) => submit({ ...changesOf(values, type), id: refOf(type), version })}
      pending={pending}
      error={error}
      meanwhile={meanwhile}
      lockedReason={lockedReason}
      submitLabel={t('form.submit')}
    >
      <TypeFields starter={type.origin === 'own' ? null : type.key} />
    </FormShell>
  );
}
