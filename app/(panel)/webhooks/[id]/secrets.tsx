'use client';

import { Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FormWindow } from '@/components/form/form-window';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { useConfirm } from '@/components/layout/confirm';
import { SectionCard } from '@/components/layout/section-card';
import { Time } from '@/components/layout/time';
import { useAction } from '@/components/layout/use-action';
import { useLocked } from '@/components/layout/use-locked';
import { RowList } from '@/components/table/row-list';
import type { WebhookView } from '@/lib/webhooks/schema';
import { rotateSecretAction } from '../actions';
import { SecretReveal } from '../secret-reveal';

const GRACE_HOURS = 24;

/** What signs what it is told; two while one replaces another. */
export function Secrets({ webhook }: { webhook: WebhookView }) {
  const t = useTranslations('webhooks');
  const confirm = useConfirm();
  const disabledReason = useLocked('webhooks.write', webhook);
  const [secret, setSecret] = useState<string>();
  const { run, pending } = useAction(rotateSecretAction, {
    invalidates: ['webhooks'],
    onSuccess: (made) => setSecret(made.secret),
  });
  const ask = async () => {
    const question = {
      title: t('rotate.title'),
      body: t('rotate.body', { hours: GRACE_HOURS }),
      confirmLabel: t('rotate.confirm'),
      keepLabel: t('rotate.keep'),
    };
    if (await confirm(question)) await run({ id: webhook.id, graceHours: GRACE_HOURS });
  };
  return (
    <SectionCard
      title={t('secrets.title')}
      lead={t('secrets.lead')}
      actions={
        <ReasonedButton
          size="xs"
          variant="default"
          loading={pending}
          disabledReason={disabledReason}
          onClick={() => void ask()}
        >
          {t('rotate.button')}
        </ReasonedButton>
      }
    >
      <RowList label={t('secrets.title')}>
        {webhook.secrets.map(({ last4, createdAt, validUntil }) => (
          <li key={createdAt}>
            <Text size="sm" ff="monospace">
              {`whsec_…${last4}`}
            </Text>
            <Text size="xs" c="dimmed">
              {validUntil
                ? t.rich('secrets.until', { time: () => <Time value={validUntil} /> })
                : t.rich('secrets.since', { time: () => <Time value={createdAt} /> })}
            </Text>
          </li>
        ))}
      </RowList>
      <FormWindow
        opened={secret !== undefined}
        onClose={() => setSecret(undefined)}
        title={t('reveal.title')}
        closeOnClickOutside={false}
        closeOnEscape={false}
      >
        {secret && <SecretReveal secret={secret} onDone={() => setSecret(undefined)} />}
      </FormWindow>
    </SectionCard>
  );
}
