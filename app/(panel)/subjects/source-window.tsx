'use client';

import { SimpleGrid, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useWatch } from 'react-hook-form';
import { z } from 'zod';
import { FormShell } from '@/components/form/form-shell';
import { FormWindow } from '@/components/form/form-window';
import { RevealWindow } from '@/components/form/reveal-window';
import { SelectField } from '@/components/form/select-field';
import { SwitchField } from '@/components/form/switch-field';
import { TextField } from '@/components/form/text-field';
import { useFormAction } from '@/components/form/use-form-action';
import { useZodForm } from '@/components/form/use-zod-form';
import { apiQuery } from '@/components/layout/api';
import { useBlankCompany } from '@/components/layout/me';
import { useMode } from '@/components/layout/mode';
import { SourceInput, type SourceView } from '@/lib/subject-sources/schema';
import { DATE_ORDERS } from '@/lib/subjects/import-schema';
import { SecretReveal } from '../webhooks/secret-reveal';
import { createSourceAction, updateSourceAction } from './actions';

const { title, kind, url, dates, cron, active } = SourceInput.shape;
const Form = z.strictObject({
  ...{ title, kind, url, dates, cron, active },
  decimal: z.enum(['point', 'comma']).optional(),
});
const EVERY = { quarter: '*/15 * * * *', hour: '0 * * * *', morning: '0 6 * * *' } as const;

type Props = { opened: boolean; onClose: () => void; stored?: SourceView };

/** `stored`: the one that is changed; without it a new one, and then its secret. */
export function SourceWindow({ opened, onClose, stored }: Props) {
  const t = useTranslations('subjects.sources');
  if (stored)
    return (
      <FormWindow opened={opened} onClose={onClose} title={t('edit')}>
        {opened && <Edit stored={stored} onDone={onClose} />}
      </FormWindow>
    );
  return (
    <RevealWindow
      opened={opened}
      onClose={onClose}
      title={t('add')}
      revealTitle={t('add')}
      form={(onMade) => <Create onCreated={onMade} />}
      reveal={(secret, onDone) => (
        <>
          <Text size="sm" mb="sm">
            {t('secretFor')}
          </Text>
          <SecretReveal secret={secret} onDone={onDone} />
        </>
      )}
    />
  );
}

function Create({ onCreated }: { onCreated: (secret: string) => void }) {
  const t = useTranslations('subjects.sources');
  const blank = useBlankCompany();
  const form = useZodForm(Form, {
    title: '',
    kind: '',
    url: '',
    dates: 'ymd',
    cron: EVERY.hour,
    active: true,
  });
  const { submit, pending, error } = useFormAction(createSourceAction, {
    invalidates: ['subject-sources'],
    success: t('added'),
    onSuccess: ({ secret }) => onCreated(secret),
  });
  return (
    <FormShell
      form={form}
      onSubmit={({ decimal = null, ...values }) => submit({ ...values, decimal, company: blank })}
      pending={pending}
      error={error}
      submitLabel={t('add')}
    >
      <Fields />
    </FormShell>
  );
}

function Edit({ stored, onDone }: { stored: SourceView; onDone: () => void }) {
  const t = useTranslations('subjects.sources');
  const { id, version, decimal: sign, ...now } = stored;
  const values = { title: now.title, kind: now.kind, url: now.url, dates: now.dates, cron: now.cron };
  const form = useZodForm(Form, { ...values, active: now.active, ...(sign && { decimal: sign }) });
  const { submit, pending, error } = useFormAction(updateSourceAction, {
    invalidates: ['subject-sources'],
    success: t('saved'),
    onSuccess: onDone,
  });
  return (
    <FormShell
      form={form}
      onSubmit={({ kind: _kind, decimal = null, ...changed }) => submit({ ...changed, decimal, id, version })}
      pending={pending}
      error={error}
      submitLabel={t('save')}
    >
      <Fields stored />
    </FormShell>
  );
}

function Fields({ stored = false }: { stored?: boolean }) {
  const t = useTranslations('subjects.sources');
  const { technical } = useMode();
  const kinds = useQuery(apiQuery('subject-kinds')).data?.data ?? [];
  return (
    <>
      <TextField name="title" label={t('name')} data-autofocus maxLength={120} />
      {!stored && (
        <SelectField
          name="kind"
          label={t('kind')}
          data={kinds.map((each) => ({ value: each.key, label: each.title }))}
        />
      )}
      <TextField name="url" label={t('url')} description={t('urlHelp')} type="url" maxLength={1000} />
      <Clock />
      {technical && (
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <SelectField
            name="dates"
            label={t('dates')}
            data={DATE_ORDERS.map((value) => ({ value, label: t(`orders.${value}`) }))}
          />
          <SelectField
            name="decimal"
            label={t('decimal')}
            placeholder={t('anySign')}
            clearable
            data={(['point', 'comma'] as const).map((value) => ({ value, label: t(`signs.${value}`) }))}
          />
        </SimpleGrid>
      )}
      {stored && <SwitchField name="active" label={t('active')} />}
    </>
  );
}

function Clock() {
  const t = useTranslations('subjects.sources');
  const { technical } = useMode();
  const now: string = useWatch({ name: 'cron' });
  if (technical)
    return <TextField name="cron" label={t('cron')} description={t('cronHelp')} ff="monospace" />;
  const every = Object.entries(EVERY).map(([name, value]) => ({
    value: value as string,
    label: t(`every.${name as keyof typeof EVERY}`),
  }));
  const own = every.some(({ value }) => value === now) || !now ? [] : [{ value: now, label: now }];
  return <SelectField name="cron" label={t('when')} data={[...every, ...own]} />;
}
