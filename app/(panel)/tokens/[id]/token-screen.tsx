'use client';

import { Code, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { apiQuery } from '@/components/layout/api';
import { Columns } from '@/components/layout/columns';
import { DetailScreen } from '@/components/layout/detail-screen';
import { SectionCard } from '@/components/layout/section-card';
import { SHARED, useLocked } from '@/components/layout/use-locked';
import { paths } from '@/lib/paths';
import type { TokenDetail } from '@/lib/tokens/schema';
import { RevokeToken } from '../revoke-token';
import { TokenBadge } from '../token-badge';
import { endsSoon, isAlive } from '../token-state';
import { AccessKeys } from './access-keys';
import { ChangeToken } from './change-token';
import { RotateToken } from './rotate-token';
import { TokenEnd } from './token-end';
import { TokenSecrets } from './token-secrets';
import { TokenUpkeep } from './token-upkeep';
import { TokenUse } from './token-use';
import { useMayDo } from './use-may-do';

type Props = { id: string; baseUrl: string; usualHours: number };

/** One token: what it may do, who uses which of its secrets, how much it did. */
export function TokenScreen({ id, baseUrl, usualHours }: Props) {
  const t = useTranslations('tokens');
  const query = useQuery(apiQuery('tokens/[id]', { id }));
  const locked = useLocked('tokens.write', query.data ?? SHARED);
  return (
    <DetailScreen
      query={query}
      kind={t('one')}
      back={{ href: paths.tokens(), label: t('title') }}
      head={(token) => ({
        title: token.name,
        state: (
          <Group component="span" gap="xs">
            <TokenBadge token={token} />
            <Code>{token.masked}</Code>
          </Group>
        ),
        actions: isAlive(token, Date.now()) && (
          <Group gap="xs">
            <RevokeToken token={token} />
            {!endsSoon(token, Date.now()) && <TokenEnd token={token} disabledReason={locked} />}
            <RotateToken token={token} disabledReason={locked} baseUrl={baseUrl} usualHours={usualHours} />
          </Group>
        ),
      })}
    >
      {(token) => (
        <Columns
          main={
            <>
              {isAlive(token, Date.now()) && (
                <TokenUpkeep token={token} disabledReason={locked} baseUrl={baseUrl} />
              )}
              <MayDo token={token} />
              <TokenUse token={token} />
            </>
          }
          beside={
            <>
              <TokenSecrets token={token} disabledReason={locked} />
              {isAlive(token, Date.now()) && token.scopes.includes('messages:send') && (
                <AccessKeys token={token} disabledReason={locked} />
              )}
              {isAlive(token, Date.now()) && (
                <ChangeToken token={token} lockedReason={locked} usualHours={usualHours} />
              )}
            </>
          }
        />
      )}
    </DetailScreen>
  );
}

function MayDo({ token }: { token: TokenDetail }) {
  const t = useTranslations('tokens.mayDo');
  const sentences = useMayDo(token);
  return (
    <SectionCard title={t('title')}>
      {token.note && (
        <Text size="sm" c="dimmed" mb="xs">
          {token.note}
        </Text>
      )}
      <Text>{sentences.join(' ')}</Text>
    </SectionCard>
  );
}
