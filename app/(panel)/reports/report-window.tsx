'use client';

import { useQuery } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { FormShell } from '@/components/form/form-shell';
import { FormWindow } from '@/components/form/form-window';
import { useFormAction } from '@/components/form/use-form-action';
import { useStored } from '@/components/form/use-stored';
import { useZodForm } from '@/components/form/use-zod-form';
import { apiQuery } from '@/components/layout/api';
import { QueryState } from '@/components/table/query-state';
import type { Locale } from '@/lib/i18n/locales';
import { ReportInput, ReportPatch, type ReportView } from '@/lib/reports/schema';
import { createReportAction, updateReportAction } from './actions';
import { ReportFields } from './report-fields';

/** `stored`: the one that is changed; null: a new one. */
type Props = { opened: boolean; stored: ReportView | null; onClose: () => void };

export function ReportWindow({ opened, stored, onClose }: Props) {
  const t = useTranslations('reports');
  return (
    <FormWindow opened={opened} onClose={onClose} title={stored ? stored.name : t('add')}>
      {opened && (stored ? <Edit stored={stored} onDone={onClose} /> : <Begin onDone={onClose} />)}
    </FormWindow>
  );
}

/** With the zone of the settings. */
function Begin({ onDone }: { onDone: () => void }) {
  const query = useQuery(apiQuery('settings'));
  return (
    <QueryState query={query}>
      {({ general }) => <Create timeZone={general.timeZone} onDone={onDone} />}
    </QueryState>
  );
}

function Create({ timeZone, onDone }: { timeZone: string; onDone: () => void }) {
  const t = useTranslations('reports');
  const locale = useLocale() as Locale;
  const { submit, pending, error } = useFormAction(createReportAction, {
    invalidates: ['reports'],
    success: t('saved'),
    onSuccess: onDone,
  });
  const form = useZodForm(ReportInput, {
    name: '',
    frequency: 'weekly',
    hour: 7,
    timeZone,
    language: locale,
    recipients: [],
  });
  return (
    <FormShell form={form} onSubmit={submit} pending={pending} error={error} submitLabel={t('form.submit')}>
      <ReportFields isNew />
    </FormShell>
  );
}

function Edit({ stored, onDone }: { stored: ReportView; onDone: () => void }) {
  const t = useTranslations('reports');
  const { submit, pending, error } = useFormAction(updateReportAction, {
    invalidates: ['reports'],
    success: t('saved'),
    onSuccess: onDone,
  });
  const now = useMemo(() => ({ values: valuesOf(stored), version: stored.version }), [stored]);
  const form = useZodForm(ReportPatch, now.values);
  const { version, meanwhile } = useStored(form, now);
  return (
    <FormShell
      form={form}
      onSubmit={(values) => submit({ ...values, id: stored.id, version })}
      pending={pending}
      error={error}
      meanwhile={meanwhile}
      submitLabel={t('form.submit')}
    >
      <ReportFields isNew={false} />
    </FormShell>
  );
}

function valuesOf({
  name,
  frequency,
  hour,
  timeZone,
  language,
  recipients,
  active,
}: ReportView): ReportPatch {
  return { name, frequency, hour, timeZone, language, recipients, active };
}
