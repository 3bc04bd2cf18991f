'use client';

import { Text } from '@mantine/core';
import { IconCircleCheck, IconCircleX, IconPencil, IconPlugConnected, IconTrash } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { useConfirm } from '@/components/layout/confirm';
import { useAction } from '@/components/layout/use-action';
import { useLocked } from '@/components/layout/use-locked';
import { Notice } from '@/components/table/notice';
import type { MailboxTest, MailboxView } from '@/lib/bounces/mailboxes/schema';
import { deleteMailboxAction, testMailboxAction } from './actions';

type Props = { mailbox: MailboxView; onEdit: () => void };

export function MailboxActions({ mailbox, onEdit }: Props) {
  const { id, name } = mailbox;
  const t = useTranslations('mailboxes');
  const locked = useLocked('settings.write', mailbox);
  const confirm = useConfirm();
  const [result, setResult] = useState<MailboxTest | null>(null);
  const test = useAction(testMailboxAction, { invalidates: ['bounce-mailboxes'], onSuccess: setResult });
  const remove = useAction(deleteMailboxAction, {
    invalidates: ['bounce-mailboxes'],
    success: t('remove.done'),
  });
  const ask = async () => {
    const answers = { confirmLabel: t('remove.confirm'), keepLabel: t('remove.keep'), danger: true };
    if (await confirm({ title: t('remove.title', { name }), body: t('remove.body'), ...answers }))
      await remove.run({ id });
  };
  return (
    <>
      <ReasonedButton
        variant="default"
        leftSection={<IconPlugConnected size={16} aria-hidden />}
        loading={test.pending}
        onClick={() => void test.run({ id })}
        disabledReason={locked}
        aria-label={t('test.one', { name })}
      >
        {t('test.button')}
      </ReasonedButton>
      <ReasonedButton
        variant="default"
        leftSection={<IconPencil size={16} aria-hidden />}
        onClick={onEdit}
        disabledReason={locked}
        aria-label={t('edit.one', { name })}
      >
        {t('edit.button')}
      </ReasonedButton>
      <ReasonedButton
        variant="default"
        leftSection={<IconTrash size={16} aria-hidden />}
        loading={remove.pending}
        onClick={() => void ask()}
        disabledReason={locked}
        aria-label={t('remove.one', { name })}
      >
        {t('remove.button')}
      </ReasonedButton>
      <div role="status" style={{ flexBasis: '100%' }}>
        {result && !test.pending && <Result result={result} />}
      </div>
    </>
  );
}

function Result({ result }: { result: MailboxTest }) {
  const t = useTranslations('mailboxes');
  if (result.ok)
    return (
      <Notice tone="good" icon={<IconCircleCheck aria-hidden />} title={t('test.works')}>
        <Text size="sm">{t('test.mails', { count: result.mails ?? 0 })}</Text>
      </Notice>
    );
  const cause = result.cause ?? 'protocol';
  return (
    <Notice tone="bad" icon={<IconCircleX aria-hidden />} title={t(`causes.${cause}.what`)}>
      <Text size="sm">{t(`causes.${cause}.fix`)}</Text>
      {result.reply && (
        <Text size="xs" ff="monospace" mt={4} style={{ overflowWrap: 'anywhere' }}>
          {result.reply}
        </Text>
      )}
    </Notice>
  );
}
