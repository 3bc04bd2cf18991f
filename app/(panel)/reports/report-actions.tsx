'use client';

import { Button, Text } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconEye,
  IconPencil,
  IconSend,
  IconTrash,
} from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { useConfirm } from '@/components/layout/confirm';
import { useAction } from '@/components/layout/use-action';
import { useLocked } from '@/components/layout/use-locked';
import { Notice } from '@/components/table/notice';
import type { ReportSent, ReportView } from '@/lib/reports/schema';
import { deleteReportAction, sendReportAction } from './actions';
import { ReportPreview } from './report-preview';

type Props = { report: ReportView; onEdit: () => void };

export function ReportActions({ report, onEdit }: Props) {
  const { id, name, frequency, recipients } = report;
  const t = useTranslations('reports');
  const locked = useLocked('settings.write', report);
  const confirm = useConfirm();
  const [previewed, setPreviewed] = useState(false);
  const [sent, setSent] = useState<ReportSent | null>(null);
  const send = useAction(sendReportAction, { invalidates: ['reports'], onSuccess: setSent });
  const remove = useAction(deleteReportAction, { invalidates: ['reports'], success: t('remove.done') });
  const askSend = async () => {
    const answers = { confirmLabel: t('send.confirm'), keepLabel: t('send.keep') };
    const body = t('send.body', { frequency, count: recipients.length });
    if (await confirm({ title: t('send.title'), body, ...answers })) await send.run({ id });
  };
  const askRemove = async () => {
    const answers = { confirmLabel: t('remove.confirm'), keepLabel: t('remove.keep'), danger: true };
    if (await confirm({ title: t('remove.title', { name }), body: t('remove.body'), ...answers }))
      await remove.run({ id });
  };
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconEye size={16} aria-hidden />}
        onClick={() => setPreviewed(true)}
        aria-label={t('preview.one', { name })}
      >
        {t('preview.button')}
      </Button>
      <ReasonedButton
        variant="default"
        leftSection={<IconSend size={16} aria-hidden />}
        loading={send.pending}
        onClick={() => void askSend()}
        disabledReason={locked}
        aria-label={t('send.one', { name })}
      >
        {t('send.button')}
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
        onClick={() => void askRemove()}
        disabledReason={locked}
        aria-label={t('remove.one', { name })}
      >
        {t('remove.button')}
      </ReasonedButton>
      <div role="status" style={{ flexBasis: '100%' }}>
        {sent && !send.pending && <Sent sent={sent} />}
      </div>
      <ReportPreview report={report} opened={previewed} onClose={() => setPreviewed(false)} />
    </>
  );
}

function Sent({ sent: { sent, sandbox, problem } }: { sent: ReportSent }) {
  const t = useTranslations('reports');
  if (problem)
    return (
      <Notice tone="bad" icon={<IconAlertTriangle aria-hidden />} title={t(`problems.${problem}.what`)}>
        <Text size="sm">{t(`problems.${problem}.fix`)}</Text>
      </Notice>
    );
  return (
    <Notice tone="good" icon={<IconCircleCheck aria-hidden />} title={t('send.done', { count: sent })}>
      {sandbox && <Text size="sm">{t('send.sandbox')}</Text>}
    </Notice>
  );
}
