'use client';

import { Anchor, Text } from '@mantine/core';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { z } from 'zod';
import { FormShell } from '@/components/form/form-shell';
import { FormWindow } from '@/components/form/form-window';
import { TextField } from '@/components/form/text-field';
import { useFormAction } from '@/components/form/use-form-action';
import { useZodForm } from '@/components/form/use-zod-form';
import { paths } from '@/lib/paths';
import { emailAddress } from '@/lib/validation';
import { sendTemplateTestAction } from './actions';
import { type Draft, toTemplateText } from './draft';

type Props = {
  opened: boolean;
  onClose: () => void;
  id: string;
  draft: Draft;
  language: string;
  email: string;
};

const Form = z.strictObject({ to: emailAddress });

/** The mail as it stands here, saved or not, with its examples, to one address: that of who asks, unless they say another. */
export function SendTest({ opened, onClose, ...props }: Props) {
  const t = useTranslations('editor.test');
  return (
    <FormWindow opened={opened} onClose={onClose} title={t('title')}>
      {opened && <Fields {...props} />}
    </FormWindow>
  );
}

function Fields({ id, draft, language, email }: Omit<Props, 'opened' | 'onClose'>) {
  const t = useTranslations('editor.test');
  const [sent, setSent] = useState<string | null>(null);
  const { submit, pending, error } = useFormAction(sendTemplateTestAction, {
    invalidates: ['messages'],
    success: t('sent'),
    onSuccess: (accepted) => setSent(accepted.id),
  });
  const form = useZodForm(Form, { to: email });
  const text = toTemplateText(draft.texts[language]!);
  return (
    <FormShell
      form={form}
      onSubmit={({ to }) => submit({ id, language, text, variables: draft.variables, to })}
      pending={pending}
      error={error}
      submitLabel={t('send')}
    >
      <Text size="sm">{t('body')}</Text>
      <TextField name="to" label={t('to')} type="email" autoComplete="email" />
      {sent && (
        <Anchor component={Link} href={paths.message(sent)} underline="always">
          {t('follow')}
        </Anchor>
      )}
    </FormShell>
  );
}
