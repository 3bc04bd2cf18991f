'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FormWindow } from '@/components/form/form-window';
import { useFormAction } from '@/components/form/use-form-action';
import { useBlankCompany } from '@/components/layout/me';
import { createWebhookAction } from './actions';
import { SecretReveal } from './secret-reveal';
import { WebhookFields } from './webhook-form';

type Props = { opened: boolean; onClose: () => void };

/** The form, then the secret: it is shown this once, so a click beside the window does not close it. */
export function NewWebhook({ opened, onClose }: Props) {
  const t = useTranslations('webhooks');
  const [secret, setSecret] = useState<string>();
  const close = () => {
    onClose();
    setSecret(undefined);
  };
  return (
    <FormWindow
      opened={opened}
      onClose={close}
      title={secret ? t('reveal.title') : t('create')}
      closeOnClickOutside={!secret}
      closeOnEscape={!secret}
    >
      {secret ? <SecretReveal secret={secret} onDone={close} /> : opened && <Create onCreated={setSecret} />}
    </FormWindow>
  );
}

function Create({ onCreated }: { onCreated: (secret: string) => void }) {
  const blank = useBlankCompany();
  const { submit, pending, error } = useFormAction(createWebhookAction, {
    invalidates: ['webhooks'],
    onSuccess: ({ secret }) => onCreated(secret),
  });
  return (
    <WebhookFields
      stored={null}
      onSubmit={({ events, company, ...input }) =>
        submit({
          ...input,
          events: events.length > 0 ? events : null,
          company: company ?? blank,
          active: true,
        })
      }
      pending={pending}
      error={error}
    />
  );
}
