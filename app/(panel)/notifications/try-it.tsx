'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { z } from 'zod';
import { FormShell } from '@/components/form/form-shell';
import { TextField } from '@/components/form/text-field';
import { useFormAction } from '@/components/form/use-form-action';
import { useZodForm } from '@/components/form/use-zod-form';
import { SectionCard } from '@/components/layout/section-card';
import { useLocked } from '@/components/layout/use-locked';
import type { TypeView } from '@/lib/notifications/types/schema';
import { paths } from '@/lib/paths';
import { examplesOf } from '@/lib/templates/examples-of';
import { notifyAction } from './actions';

const Form = z.strictObject({ email: z.string().max(254).optional(), phone: z.string().max(60).optional() });

/** A type for real, with the examples of its variables. */
export function TryIt({ type }: { type: TypeView }) {
  const t = useTranslations('notifications.try');
  const router = useRouter();
  const lockedReason = useLocked('messages.send');
  const form = useZodForm(Form, { email: '', phone: '' });
  const { submit, pending, error } = useFormAction(notifyAction, {
    invalidates: ['notifications'],
    success: t('done'),
    onSuccess: ({ id }) => router.push(paths.notification(id)),
  });
  const byPhone = type.steps.some(({ channel }) => channel === 'sms' || channel === 'whatsapp');
  return (
    <SectionCard title={t('title')} lead={t('lead')}>
      <FormShell
        form={form}
        onSubmit={(to) => submit({ type: type.key, to, variables: examplesOf(type.variables) })}
        pending={pending}
        error={error}
        lockedReason={lockedReason}
        submitLabel={t('send')}
      >
        <TextField name="email" label={t('email')} type="email" />
        {byPhone && <TextField name="phone" label={t('phone')} />}
      </FormShell>
    </SectionCard>
  );
}
