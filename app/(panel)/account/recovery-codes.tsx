'use client';

import { Button, Group, Stack } from '@mantine/core';
import { IconDownload, IconEyeOff } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { CopyText } from '@/components/layout/copy-text';
import { Notice } from '@/components/table/notice';
import classes from './recovery-codes.module.css';

type Props = { codes: string[]; onDone: () => void };

/** Shown this once, to be kept away from the telephone that has the app. */
export function RecoveryCodes({ codes, onDone }: Props) {
  const t = useTranslations('account.secondFactor.codes');
  const text = codes.join('\n');
  const download = () => {
    const url = URL.createObjectURL(new Blob([`${t('file')}\n\n${text}\n`], { type: 'text/plain' }));
    Object.assign(document.createElement('a'), { href: url, download: 'relevo-recovery-codes.txt' }).click();
    URL.revokeObjectURL(url);
  };
  return (
    <Stack>
      <Notice tone="warn" icon={<IconEyeOff aria-hidden />} title={t('title')}>
        {t('once')}
      </Notice>
      <ul className={classes.codes} aria-label={t('title')}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Group justify="space-between" gap="xs">
        <Group gap="xs">
          <CopyText text={text} />
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconDownload size={14} aria-hidden />}
            onClick={download}
          >
            {t('download')}
          </Button>
        </Group>
        <Button onClick={onDone}>{t('done')}</Button>
      </Group>
    </Stack>
  );
}
