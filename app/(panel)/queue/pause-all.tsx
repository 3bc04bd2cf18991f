'use client';

import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { SHARED, useLocked } from '@/components/layout/use-locked';
import type { QueueRow } from '@/lib/backlog/schema';
import { PRIORITIES } from '@/lib/queue/priority';
import { usePause } from './use-pause';

/** The emergency brake; when anything is paused, the way back. */
export function PauseAll({ rows }: { rows: QueueRow[] }) {
  const t = useTranslations('queue');
  const locked = useLocked('messages.write', SHARED);
  const paused = rows.filter((row) => row.paused);
  const stopped = paused.length > 0;
  const { pause, resume, pending } = usePause(t(stopped ? 'resumeAll.done' : 'pauseAll.done'));
  const Icon = stopped ? IconPlayerPlay : IconPlayerPause;
  const question = {
    title: t('pauseAll.title'),
    body: t('pauseAll.body'),
    confirmLabel: t('pauseAll.button'),
    keepLabel: t('pause.keep'),
  };
  return (
    <ReasonedButton
      variant={stopped ? 'filled' : 'default'}
      leftSection={<Icon size={15} aria-hidden />}
      loading={pending}
      disabledReason={locked}
      onClick={() =>
        void (stopped ? resume(paused.map((row) => row.priority)) : pause([...PRIORITIES], question))
      }
    >
      {t(stopped ? 'resumeAll.button' : 'pauseAll.button')}
    </ReasonedButton>
  );
}
