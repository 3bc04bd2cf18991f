'use client';

import { Button, Group } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useConfirm } from '@/components/layout/confirm';
import { SettingsCard } from '@/components/layout/settings-card';
import { useAction } from '@/components/layout/use-action';
import type { SessionView } from '@/lib/auth/schema';
import type { SecuritySettings } from '@/lib/settings/schema';
import { revokeOthersAction, revokeSessionAction } from './actions';
import { SessionList } from './session-list';

type Props = {
  sessions: SessionView[];
  limits: Pick<SecuritySettings, 'sessionHours' | 'sessionIdleMinutes'>;
};

export function SessionsCard({ sessions, limits }: Props) {
  const t = useTranslations('account.sessions');
  const router = useRouter();
  return (
    <SettingsCard
      title={t('title')}
      help={t('help', { hours: limits.sessionHours, idleMinutes: limits.sessionIdleMinutes })}
    >
      <SessionList sessions={sessions} end={revokeSessionAction} onEnded={() => router.refresh()} />
      {sessions.length > 1 && <EndOthers onEnded={() => router.refresh()} />}
    </SettingsCard>
  );
}

function EndOthers({ onEnded }: { onEnded: () => void }) {
  const t = useTranslations('account.sessions.others');
  const confirm = useConfirm();
  const { run, pending } = useAction(revokeOthersAction, {
    success: ({ ended }) => t('done', { ended }),
    onSuccess: onEnded,
  });
  const ask = async () => {
    const question = { title: t('title'), body: t('body'), confirmLabel: t('confirm'), keepLabel: t('keep') };
    if (await confirm({ ...question, danger: true })) await run({});
  };
  return (
    <Group justify="flex-end" mt="sm">
      <Button variant="default" loading={pending} onClick={() => void ask()}>
        {t('action')}
      </Button>
    </Group>
  );
}
