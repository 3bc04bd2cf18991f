'use client';

import { Button, Group, Stack } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { CopyableText } from '@/components/layout/copyable-text';
import { Notice } from '@/components/table/notice';

/** It is shown this once. */
export function SecretReveal({ secret, onDone }: { secret: string; onDone: () => void }) {
  const t = useTranslations('webhooks.reveal');
  return (
    <Stack>
      <Notice tone="warn" icon={<IconEyeOff aria-hidden />}>
        {t('once')}
      </Notice>
      <CopyableText label={t('secret')} text={secret} />
      <Group justify="flex-end">
        <Button onClick={onDone}>{t('done')}</Button>
      </Group>
    </Stack>
  );
}
