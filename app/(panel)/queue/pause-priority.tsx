'use client';

import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { SHARED, useLocked } from '@/components/layout/use-locked';
import type { QueueRow } from '@/lib/backlog/schema';
import { usePause } from './use-pause';

export function PausePriority({ row }: { row: QueueRow }) {
  const t = useTranslations('queue');
  const locked = useLocked('messages.write', SHARED);
  const { priority, paused } = row;
  const name = t(`priority.${priority}`);
  const { pause, resume, pending } = usePause(t(paused ? 'resume.done' : 'pause.done', { name }));
  const Icon = paused ? IconPlayerPlay : IconPlayerPause;
  const question = {
    title: t('pause.title', { name }),
    body: t(priority === 'urgent' ? 'pause.bodyUrgent' : 'pause.body'),
    confirmLabel: t('pause.confirm', { name }),
    keepLabel: t('pause.keep'),
  };
  return (
    <ReasonedButton
      size="xs"
      variant={paused ? 'light' : 'default'}
      leftSection={<Icon size={14} aria-hidden />}
      aria-label={t(paused ? 'resume.label' : 'pause.label', { name })}
      loading={pending}
      disabledReason={locked}
      onClick={() => void (paused ? resume([priority]) : pause([priority], question))}
    >
      {t(paused ? 'resume.button' : 'pause.button')}
    </ReasonedButton>
  );
}
