'use client';

import { Button, Group, Stack } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { CopyableText } from '@/components/layout/copyable-text';
import { Notice } from '@/components/table/notice';
import { curlExample } from './curl-example';

type Props = { token: string; baseUrl: string; onDone: () => void };

export function TokenReveal({ token, baseUrl, onDone }: Props) {
  const t = useTranslations('tokens.reveal');
  return (
    <Stack>
      <Notice tone="warn" icon={<IconEyeOff aria-hidden />}>
        {t('once')}
      </Notice>
      <CopyableText label={t('token')} text={token} />
      <CopyableText label={t('example')} text={curlExample(baseUrl, token)} />
      <Group justify="flex-end">
        <Button onClick={onDone}>{t('done')}</Button>
      </Group>
    </Stack>
  );
}
