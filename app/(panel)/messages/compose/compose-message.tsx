'use client';

import { SimpleGrid } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { FileField } from '@/components/form/file-field';
import { FormShell } from '@/components/form/form-shell';
import { SelectField } from '@/components/form/select-field';
import { TagsField } from '@/components/form/tags-field';
import { TextField } from '@/components/form/text-field';
import { TextareaField } from '@/components/form/textarea-field';
import { useFormAction } from '@/components/form/use-form-action';
import { useZodForm } from '@/components/form/use-zod-form';
import { apiQuery } from '@/components/layout/api';
import { MAX_ATTACHMENTS } from '@/lib/channels/email/schema';
import { useSendMessage } from '../use-send-message';
import { CarryNote } from './carry-note';
import { ComposeForm, toMessageInput } from './compose-schema';
import { readAsBase64 } from './read-file';

type Props = { ownAddress: string; canSend: boolean; onSent: (id: string) => void };

export function ComposeMessage({ ownAddress, canSend, onSent }: Props) {
  const t = useTranslations('messages.compose');
  const tCommon = useTranslations('common');
  const { data } = useQuery(apiQuery('providers'));
  const providers = (data?.data ?? []).filter((provider) => provider.active);
  const form = useZodForm(ComposeForm, {
    to: [ownAddress],
    cc: [],
    bcc: [],
    from: '',
    provider: '',
    subject: t('exampleSubject'),
    text: t('exampleText'),
    html: '',
    attachments: [],
  });
  const { submit, pending, error } = useFormAction(useSendMessage(toMessage), {
    invalidates: ['messages', 'sandbox-messages', 'status'],
    onSuccess: ({ id }) => onSent(id),
  });
  const provider = providers.find(({ name }) => name === form.watch('provider'));
  const sender = provider?.fromEmail ?? t('fromDefault');

  return (
    <FormShell
      form={form}
      onSubmit={(values) => void submit(values)}
      error={error}
      pending={pending}
      submitLabel={t('send')}
      lockedReason={canSend ? null : tCommon('readOnly')}
    >
      <TagsField name="to" label={t('to')} description={t('toHelp')} withAsterisk />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TagsField name="cc" label={t('cc')} />
        <TagsField name="bcc" label={t('bcc')} />
        <SelectField
          name="provider"
          label={t('provider')}
          description={t('providerHelp')}
          data={providers.map(({ name }) => name)}
          placeholder={t('providerAny')}
          clearable
          clearButtonProps={{ 'aria-label': t('providerClear') }}
        />
        <TextField name="from" label={t('from')} description={t('fromHelp')} placeholder={sender} />
      </SimpleGrid>
      <TextField name="subject" label={t('subject')} withAsterisk maxLength={998} />
      <TextareaField name="text" label={t('text')} minRows={5} />
      <TextareaField
        name="html"
        label={t('html')}
        description={t('htmlHelp')}
        minRows={3}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 12.5 } }}
      />
      <FileField
        name="attachments"
        label={t('attachments')}
        description={t('attachmentsHelp')}
        maxFiles={MAX_ATTACHMENTS}
      />
      <CarryNote />
    </FormShell>
  );
}

const toMessage = (values: ComposeForm) => toMessageInput(values, readAsBase64);
