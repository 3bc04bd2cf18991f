'use client';

import { Button, Group, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useConfirm } from '@/components/layout/confirm';
import { SettingsCard } from '@/components/layout/settings-card';
import { Time } from '@/components/layout/time';
import { useAction } from '@/components/layout/use-action';
import { StateBadge } from '@/components/table/state-badge';
import type { SessionView } from '@/lib/auth/schema';
import { revokeSessionAction } from './actions';
import { describeBrowser } from './describe-browser';
import classes from './sessions-card.module.css';

export function SessionsCard({ sessions }: { sessions: SessionView[] }) {
  const t = useTranslations('account.sessions');
  return (
    <SettingsCard title={t('title')} help={t('help')}>
      <ul className={classes.list}>
        {sessions.map((session) => (
          <Session key={session.id} session={session} />
        ))}
      </ul>
    </SettingsCard>
  );
}

function Session({ session }: { session: SessionView }) {
  const t = useTranslations('account.sessions');
  const { browser, system } = describeBrowser(session.userAgent);
  return (
    <li className={classes.session}>
      <div>
        <Group gap="xs">
          <Text size="sm" fw={550}>
            {browser ? t('browser', { browser, system: system ?? t('unknownSystem') }) : t('unknownBrowser')}
          </Text>
          {session.current && (
            <StateBadge tone="good" icon={IconCheck}>
              {t('current')}
            </StateBadge>
          )}
        </Group>
        <Text size="xs" c="dimmed">
          {t('lastSeen')} <Time value={session.lastSeenAt} />
          {session.ip && ` · ${session.ip}`}
        </Text>
      </div>
      {!session.current && <Revoke id={session.id} />}
    </li>
  );
}

function Revoke({ id }: { id: string }) {
  const t = useTranslations('account.sessions');
  const router = useRouter();
  const confirm = useConfirm();
  const { run, pending } = useAction(revokeSessionAction, {
    success: t('revoked'),
    onSuccess: () => router.refresh(),
  });
  const ask = async () => {
    const question = { title: t('confirmTitle'), body: t('confirmBody'), confirmLabel: t('confirm') };
    if (await confirm({ ...question, keepLabel: t('keep'), danger: true })) await run({ id });
  };
  return (
    <Button size="compact-sm" variant="default" loading={pending} onClick={ask}>
      {t('revoke')}
    </Button>
  );
}
