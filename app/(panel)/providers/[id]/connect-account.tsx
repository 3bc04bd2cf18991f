'use client';

import { Button } from '@mantine/core';
import { IconPlugConnected } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { parseAsStringLiteral, useQueryState } from 'nuqs';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { SectionCard } from '@/components/layout/section-card';
import { Time } from '@/components/layout/time';
import { useConfirmedVisit } from '@/components/layout/use-confirmed-visit';
import { useLocked } from '@/components/layout/use-locked';
import { Notice } from '@/components/table/notice';
import type { ProviderView } from '@/lib/providers/schema';

const OUTCOMES = ['connected', 'denied', 'expired', 'failed'] as const;

type Props = { provider: ProviderView; back: string };

/** For a mailbox with OAuth2: its owner allows the sending at Google or Microsoft, and comes back to `back`. */
export function ConnectAccount({ provider, back }: Props) {
  const t = useTranslations('providers.connect');
  const locked = useLocked('providers.write', provider);
  const visit = useConfirmedVisit();
  const [outcome] = useQueryState('oauth', parseAsStringLiteral(OUTCOMES));
  if (!needsPerson(provider)) return null;
  const connected = provider.secrets.oauthRefreshToken;
  const label = t(connected ? 'again' : 'action');
  const look = {
    variant: connected ? 'default' : 'filled',
    leftSection: <IconPlugConnected size={15} aria-hidden />,
  };
  const query = new URLSearchParams({ provider: provider.id, back });
  return (
    <SectionCard
      title={t('title')}
      lead={connected ? t.rich('since', { time: () => <Time value={connected.updatedAt} /> }) : t('lead')}
      actions={
        locked === null ? (
          // Not a link of the router, which would fetch it ahead: the answer leads to another site.
          <Button component="a" href={`/api/oauth/start?${query}`} onClick={visit} {...look}>
            {label}
          </Button>
        ) : (
          <ReasonedButton disabledReason={locked} {...look}>
            {label}
          </ReasonedButton>
        )
      }
    >
      {outcome && (
        <Notice mt="sm" role="status" tone={outcome === 'connected' ? 'good' : 'bad'}>
          {t(`outcome.${outcome}`)}
        </Notice>
      )}
    </SectionCard>
  );
}

/** An application that signs in by itself has nobody to ask. */
function needsPerson({ settings }: ProviderView): boolean {
  const oauth = settings.oauth as { grant?: string } | undefined;
  return settings.auth === 'xoauth2' && oauth?.grant !== 'client_credentials';
}
