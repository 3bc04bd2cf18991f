'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { z } from 'zod';
import { ChoicesField } from '@/components/form/choices-field';
import { CompanyField } from '@/components/form/company-field';
import type { FormError } from '@/components/form/form-error';
import { FormShell } from '@/components/form/form-shell';
import { TextField } from '@/components/form/text-field';
import { useStored } from '@/components/form/use-stored';
import { useZodForm } from '@/components/form/use-zod-form';
import { WEBHOOK_EVENTS } from '@/lib/webhooks/event-types';
import { WebhookInput, type WebhookView } from '@/lib/webhooks/schema';
import { useTold } from './use-told';

const { name, url, company } = WebhookInput.shape;
/** No type chosen: all. */
export const WebhookForm = z.strictObject({ name, url, company, events: z.array(z.enum(WEBHOOK_EVENTS)) });
export type WebhookForm = z.output<typeof WebhookForm>;

type Props = {
  /** As stored; null: a new one. */
  stored: WebhookView | null;
  onSubmit: (values: WebhookForm, version: number) => unknown;
  pending: boolean;
  error: FormError | null;
  lockedReason?: string | null;
};

export function WebhookFields({ stored, onSubmit, ...shell }: Props) {
  const t = useTranslations('webhooks.form');
  const { nameOf } = useTold();
  const now = useMemo(
    () => ({
      values: { name: stored?.name ?? '', url: stored?.url ?? '', events: stored?.events ?? [] },
      version: stored?.version ?? 0,
    }),
    [stored],
  );
  const form = useZodForm(WebhookForm, now.values);
  const { version, meanwhile } = useStored(form, now);
  return (
    <FormShell
      form={form}
      onSubmit={(values) => onSubmit(values, version)}
      meanwhile={meanwhile}
      submitLabel={t('submit')}
      {...shell}
    >
      <TextField name="name" label={t('name')} description={t('nameHelp')} data-autofocus maxLength={80} />
      <TextField
        name="url"
        type="url"
        label={t('url')}
        description={t('urlHelp')}
        placeholder={t('urlExample')}
      />
      <ChoicesField
        name="events"
        label={t('events')}
        description={t('eventsHelp')}
        searchable
        clearable
        data={WEBHOOK_EVENTS.map((value) => ({ value, label: nameOf(value) }))}
      />
      {!stored && <CompanyField help={t('companyHelp')} />}
    </FormShell>
  );
}
