'use client';

import { Button, Stack } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { AuthCard } from '@/app/(auth)/auth-card';
import { paths } from '@/lib/paths';

type Props = { codesLeft: number; onEnter: () => void };

/** After a recovery code: whoever uses the last one has to know it. */
export function CodesLeft({ codesLeft, onEnter }: Props) {
  const t = useTranslations('auth.codesLeft');
  return (
    <AuthCard title={t('title')} lead={t('lead', { count: codesLeft })}>
      <Stack>
        <Button fullWidth onClick={onEnter}>
          {t('enter')}
        </Button>
        <Button variant="default" fullWidth onClick={() => window.location.assign(paths.account())}>
          {t('account')}
        </Button>
      </Stack>
    </AuthCard>
  );
}
