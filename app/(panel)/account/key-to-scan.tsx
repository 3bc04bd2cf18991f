import { Group, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { CopyText } from '@/components/layout/copy-text';
import { PlainText } from '@/components/table/plain-text';
import type { BegunSecondFactor } from '@/lib/auth/second-factor/schema';
import classes from './key-to-scan.module.css';

/** Read by a camera, or typed: four letters at a time can be read across to a telephone. */
export function KeyToScan({ begun: { key, qr } }: { begun: BegunSecondFactor }) {
  const t = useTranslations('account.secondFactor.key');
  return (
    <div className={classes.row}>
      <svg
        className={classes.picture}
        viewBox={`0 0 ${qr.size} ${qr.size}`}
        role="img"
        aria-label={t('picture')}
        shapeRendering="crispEdges"
      >
        <path d={qr.path} />
      </svg>
      <div className={classes.words}>
        <Text size="sm">{t('scan')}</Text>
        <Group justify="space-between" mt="md" mb={6} gap="xs">
          <Text size="sm" fw={550}>
            {t('type')}
          </Text>
          <CopyText text={key} />
        </Group>
        <PlainText label={t('type')} wrap="code">
          {key.replace(/(.{4})(?=.)/g, '$1 ')}
        </PlainText>
      </div>
    </div>
  );
}
