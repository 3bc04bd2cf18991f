'use client';

import { Code, CopyButton, Text, Title, Tooltip, UnstyledButton } from '@mantine/core';
import { useTranslations } from 'next-intl';
import classes from './sandbox.module.css';

const ADDRESSES = {
  bounce: 'bounce@sandbox.test',
  throttle: 'throttle@sandbox.test',
  timeout: 'timeout@sandbox.test',
  down: 'down@sandbox.test',
  slow: 'slow@sandbox.test',
  downNamed: 'down+NAME@sandbox.test',
};

/** The addresses that make every failure on purpose; pressing one copies it. */
export function MagicAddresses() {
  const t = useTranslations('sandbox.magic');
  return (
    <section className={classes.magic}>
      <Title order={3}>{t('title')}</Title>
      <Text size="sm" c="dimmed">
        {t('text')}
      </Text>
      <dl className={classes.addresses}>
        {Object.entries(ADDRESSES).map(([key, address]) => (
          <div key={key} className={classes.address}>
            <dt>
              <CopyButton value={address}>
                {({ copied, copy }) => (
                  <Tooltip label={copied ? t('copied') : t('copy')} opened={copied || undefined}>
                    <UnstyledButton onClick={copy} aria-label={t('copyAddress', { address })}>
                      <Code>{address}</Code>
                    </UnstyledButton>
                  </Tooltip>
                )}
              </CopyButton>
            </dt>
            <dd>{t(key)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
