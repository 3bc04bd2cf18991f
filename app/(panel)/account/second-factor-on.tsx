'use client';

import { Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Time } from '@/components/layout/time';
import { Notice } from '@/components/table/notice';
import { StateBadge } from '@/components/table/state-badge';
import type { SecondFactorView } from '@/lib/auth/second-factor/schema';
import { removeSecondFactorAction, renewRecoveryCodesAction } from './actions';
import { ProofWindow } from './proof-window';

/** From here on it is said beside them that they run out. */
const FEW = 3;

type Props = { factor: SecondFactorView & { since: string }; onCodes: (codes: string[]) => void };

export function SecondFactorOn({ factor: { since, codesLeft }, onCodes }: Props) {
  const t = useTranslations('account.secondFactor');
  const router = useRouter();
  const [asks, setAsks] = useState<'renew' | 'remove'>();
  const close = () => setAsks(undefined);
  return (
    <Stack>
      <Group gap="xs">
        <StateBadge tone="good" icon={IconCheck}>
          {t('on')}
        </StateBadge>
        <Text size="sm" c="dimmed">
          {t('since')} <Time value={since} format="absolute" />
        </Text>
      </Group>
      {codesLeft <= FEW ? (
        <Notice tone="warn" icon={<IconAlertTriangle aria-hidden />}>
          {t('few', { count: codesLeft })}
        </Notice>
      ) : (
        <Text size="sm">{t('left', { count: codesLeft })}</Text>
      )}
      <Group gap="xs">
        <Button variant="default" onClick={() => setAsks('renew')}>
          {t('renew')}
        </Button>
        <Button variant="default" onClick={() => setAsks('remove')}>
          {t('remove')}
        </Button>
      </Group>
      <ProofWindow
        opened={asks === 'renew'}
        texts="renewWindow"
        action={renewRecoveryCodesAction}
        onClose={close}
        onDone={(codes) => {
          close();
          onCodes(codes);
        }}
      />
      <ProofWindow
        opened={asks === 'remove'}
        texts="removeWindow"
        action={removeSecondFactorAction}
        onClose={close}
        onDone={() => {
          close();
          router.refresh();
        }}
      />
    </Stack>
  );
}
