'use client';

import { Button, Group, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useConfirm } from '@/components/layout/confirm';
import { Time } from '@/components/layout/time';
import { type Result, useAction } from '@/components/layout/use-action';
import { StateBadge } from '@/components/table/state-badge';
import type { SessionView } from '@/lib/auth/schema';
import { describeBrowser } from './describe-browser';
import classes from './session-list.module.css';

type Props = {
  sessions: SessionView[];
  /** Ends one of them. */
  end: (input: { id: string }) => Promise<Result<unknown>>;
  onEnded: () => void;
  /** Why who looks may end none. */
  lockedReason?: string | null;
};

/** Where somebody is signed in: with what, from where, since when; the one that looks is marked. */
export function SessionList({ sessions, ...rest }: Props) {
  return (
    <ul className={classes.list}>
      {sessions.map((session) => (
        <Session key={session.id} session={session} {...rest} />
      ))}
    </ul>
  );
}

function Session({ session, lockedReason, ...rest }: { session: SessionView } & Omit<Props, 'sessions'>) {
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
          {session.ip && ` · ${t('from', { address: session.ip })}`}
        </Text>
        <Text size="xs" c="dimmed">
          {t('since')} <Time value={session.createdAt} />
        </Text>
      </div>
      {!session.current && !lockedReason && <End id={session.id} {...rest} />}
    </li>
  );
}

function End({ id, end, onEnded }: { id: string } & Pick<Props, 'end' | 'onEnded'>) {
  const t = useTranslations('account.sessions');
  const confirm = useConfirm();
  const { run, pending } = useAction(end, { success: t('revoked'), onSuccess: onEnded });
  const ask = async () => {
    const question = { title: t('confirmTitle'), body: t('confirmBody'), confirmLabel: t('confirm') };
    if (await confirm({ ...question, keepLabel: t('keep'), danger: true })) await run({ id });
  };
  return (
    <Button size="compact-sm" variant="default" loading={pending} onClick={() => void ask()}>
      {t('revoke')}
    </Button>
  );
}
