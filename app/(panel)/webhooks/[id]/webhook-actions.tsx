'use client';

import { Group } from '@mantine/core';
import { IconPlugConnected, IconPower, IconTrash } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { useConfirm } from '@/components/layout/confirm';
import { useAction } from '@/components/layout/use-action';
import { useLocked } from '@/components/layout/use-locked';
import { paths } from '@/lib/paths';
import type { WebhookTestResult, WebhookView } from '@/lib/webhooks/schema';
import { deleteWebhookAction, testWebhookAction, updateWebhookAction } from '../actions';

const READS = ['webhooks', 'statistics'];

export function WebhookActions({ webhook }: { webhook: WebhookView }) {
  const { id, name, active, version } = webhook;
  const t = useTranslations('webhooks');
  const tCauses = useTranslations('webhooks.causes');
  const disabledReason = useLocked('webhooks.write', webhook);
  const router = useRouter();
  const confirm = useConfirm();
  const say = ({ ok, status, cause }: WebhookTestResult) =>
    ok
      ? t('test.ok')
      : status
        ? t('test.refused', { status })
        : t('test.failed', { cause: tCauses(cause as 'dns') });
  const test = useAction(testWebhookAction, { invalidates: READS, success: say });
  const turn = useAction(updateWebhookAction, {
    invalidates: READS,
    success: t(active ? 'off.done' : 'on.done'),
  });
  const remove = useAction(deleteWebhookAction, {
    invalidates: READS,
    success: t('remove.done'),
    onSuccess: () => router.push(paths.webhooks()),
  });
  const ask = async () => {
    const answers = { confirmLabel: t('remove.confirm'), keepLabel: t('remove.keep'), danger: true };
    if (await confirm({ title: t('remove.title', { name }), body: t('remove.body'), ...answers }))
      await remove.run({ id });
  };
  return (
    <Group gap="xs">
      <ReasonedButton
        leftSection={<IconPlugConnected size={16} aria-hidden />}
        loading={test.pending}
        disabledReason={disabledReason}
        onClick={() => void test.run({ id })}
      >
        {t('test.button')}
      </ReasonedButton>
      <ReasonedButton
        variant="default"
        leftSection={<IconPower size={16} aria-hidden />}
        loading={turn.pending}
        disabledReason={disabledReason}
        onClick={() => void turn.run({ id, active: !active, version })}
      >
        {t(active ? 'off.button' : 'on.button')}
      </ReasonedButton>
      <ReasonedButton
        variant="default"
        leftSection={<IconTrash size={16} aria-hidden />}
        loading={remove.pending}
        disabledReason={disabledReason}
        onClick={() => void ask()}
      >
        {t('remove.button')}
      </ReasonedButton>
    </Group>
  );
}
