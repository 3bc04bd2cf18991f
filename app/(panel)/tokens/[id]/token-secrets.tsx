'use client';

import { Code, Group, Stack, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { SectionCard } from '@/components/layout/section-card';
import { Time } from '@/components/layout/time';
import { useAction } from '@/components/layout/use-action';
import { RowList } from '@/components/table/row-list';
import type { TokenDetail, TokenSecretView } from '@/lib/tokens/schema';
import { updateTokenAction } from '../actions';

const DAY_MS = 86_400_000;

type Props = { token: TokenDetail; disabledReason: string | null };

/** Its secrets that work, each with who used it last; those from before a rotation can be ended or given more time. */
export function TokenSecrets({ token, disabledReason }: Props) {
  const t = useTranslations('tokens.secrets');
  return (
    <SectionCard title={t('title')} lead={token.previousValidUntil ? t('overlap') : undefined}>
      <Stack>
        <RowList>
          {token.secrets.map((secret) => (
            <li key={secret.id}>
              <Secret secret={secret} />
            </li>
          ))}
        </RowList>
        {token.previousValidUntil && (
          <Group gap="xs">
            <MoveEnd
              token={token}
              days={1}
              label={t('more')}
              done={t('moreDone')}
              disabledReason={disabledReason}
            />
            <MoveEnd
              token={token}
              days={0}
              label={t('end')}
              done={t('endDone')}
              disabledReason={disabledReason}
            />
          </Group>
        )}
      </Stack>
    </SectionCard>
  );
}

function Secret({ secret }: { secret: TokenSecretView }) {
  const t = useTranslations('tokens.secrets');
  const { last4, validUntil, lastUsedAt, lastUsedFrom, lastUsedWith } = secret;
  return (
    <div>
      <Group gap="xs">
        <Code>…{last4}</Code>
        <Text size="sm">
          {validUntil === null ? t('current') : t.rich('until', { time: () => <Time value={validUntil} /> })}
        </Text>
      </Group>
      <Text size="sm" c="dimmed">
        {lastUsedAt
          ? t.rich('used', {
              time: () => <Time value={lastUsedAt} />,
              from: lastUsedFrom ?? '?',
              program: lastUsedWith ?? '?',
            })
          : t('unused')}
      </Text>
    </div>
  );
}

type MoveProps = Props & { days: number; label: string; done: string };

function MoveEnd({ token, days, label, done, disabledReason }: MoveProps) {
  const { run, pending } = useAction(updateTokenAction, { invalidates: ['tokens'], success: done });
  const move = () => {
    const from = days === 0 ? Date.now() : Date.parse(token.previousValidUntil!);
    const previousValidUntil = new Date(from + days * DAY_MS).toISOString();
    return run({ id: token.id, previousValidUntil });
  };
  return (
    <ReasonedButton
      size="compact-sm"
      variant="default"
      loading={pending}
      onClick={move}
      disabledReason={disabledReason}
    >
      {label}
    </ReasonedButton>
  );
}
