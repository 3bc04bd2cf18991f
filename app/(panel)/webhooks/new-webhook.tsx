'use client';

import { useTranslations } from 'next-intl';
import { RevealWindow } from '@/components/form/reveal-window';
import { useFormAction } from '@/components/form/use-form-action';
import { useBlankCompany } from '@/components/layout/me';
import { createWebhookAction } from './actions';
import { SecretReveal } from './secret-reveal';
import { WebhookFields } from './webhook-form';

type Props = { opened: boolean; onClose: () => void };

export function NewWebhook({ opened, onClose }: Props) {
  const t = useTranslations('webhooks');
  return (
    <RevealWindow
      opened={opened}
      onClose={onClose}
      title={t('create')}
      revealTitle={t('reveal.title')}
      form={(onMade) => <Create onCreated={onMade} />}
      reveal={(secret, onDone) => <SecretReveal secret={secret} onDone={onDone} />}
    />
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
