'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { FormShell } from '@/components/form/form-shell';
import { FormWindow } from '@/components/form/form-window';
import { useFormAction } from '@/components/form/use-form-action';
import { useStored } from '@/components/form/use-stored';
import { useZodForm } from '@/components/form/use-zod-form';
import { MailboxInput, MailboxPatch, type MailboxView } from '@/lib/bounces/mailboxes/schema';
import { createMailboxAction, updateMailboxAction } from './actions';
import { MailboxFields } from './mailbox-fields';

/** `stored`: the one that is changed; null: a new one. */
type Props = { opened: boolean; stored: MailboxView | null; onClose: () => void };

export function MailboxWindow({ opened, stored, onClose }: Props) {
  const t = useTranslations('mailboxes');
  return (
    <FormWindow opened={opened} onClose={onClose} title={stored ? stored.name : t('add')}>
      {opened && (stored ? <Edit stored={stored} onDone={onClose} /> : <Create onDone={onClose} />)}
    </FormWindow>
  );
}

function Create({ onDone }: { onDone: () => void }) {
  const t = useTranslations('mailboxes');
  const { submit, pending, error } = useFormAction(createMailboxAction, {
    invalidates: ['bounce-mailboxes'],
    success: t('saved'),
    onSuccess: onDone,
  });
  const form = useZodForm(MailboxInput, {
    name: '',
    host: '',
    port: 993,
    security: 'tls',
    username: '',
    password: '',
    account: '',
    folder: 'INBOX',
    everyMinutes: 5,
    afterReading: 'seen',
    moveTo: '',
  });
  return (
    <FormShell form={form} onSubmit={submit} pending={pending} error={error} submitLabel={t('form.submit')}>
      <MailboxFields />
    </FormShell>
  );
}

function Edit({ stored, onDone }: { stored: MailboxView; onDone: () => void }) {
  const t = useTranslations('mailboxes');
  const { submit, pending, error } = useFormAction(updateMailboxAction, {
    invalidates: ['bounce-mailboxes'],
    success: t('saved'),
    onSuccess: onDone,
  });
  const now = useMemo(() => ({ values: valuesOf(stored), version: stored.version }), [stored]);
  const form = useZodForm(MailboxPatch, now.values);
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
      <MailboxFields stored={stored} />
    </FormShell>
  );
}

function valuesOf(mailbox: MailboxView): MailboxPatch {
  const { name, host, port, security, username, folder, everyMinutes, afterReading, active } = mailbox;
  const moveTo = mailbox.moveTo ?? '';
  const account = mailbox.account?.id ?? '';
  return {
    name,
    host,
    port,
    security,
    username,
    account,
    folder,
    everyMinutes,
    afterReading,
    moveTo,
    active,
  };
}
