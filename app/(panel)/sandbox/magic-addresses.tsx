'use client';

import { Code, CopyButton, Text, Title, Tooltip, UnstyledButton } from '@mantine/core';
import { useTranslations } from 'next-intl';
import classes from './sandbox.module.css';

const FAILING = {
  bounce: 'bounce@sandbox.test',
  throttle: 'throttle@sandbox.test',
  timeout: 'timeout@sandbox.test',
  down: 'down@sandbox.test',
  slow: 'slow@sandbox.test',
  downNamed: 'down+NAME@sandbox.test',
};
const ANSWERING = {
  open: 'open@sandbox.test',
  click: 'click@sandbox.test',
  unsubscribe: 'unsubscribe@sandbox.test',
  complaint: 'complaint@sandbox.test',
  soft: 'soft@sandbox.test',
  late: 'late@sandbox.test',
};

/** The addresses that make everything happen on purpose; pressing one copies it. */
export function MagicAddresses() {
  const t = useTranslations('sandbox.magic');
  return (
    <section className={classes.magic}>
      <Title order={3}>{t('title')}</Title>
      <Text size="sm" c="dimmed">
        {t('text')}
      </Text>
      <AddressList addresses={FAILING} />
      <Title order={3} mt="lg">
        {t('after.title')}
      </Title>
      <Text size="sm" c="dimmed">
        {t('after.text')}
      </Text>
      <AddressList addresses={ANSWERING} />
    </section>
  );
}

function AddressList({ addresses }: { addresses: Record<string, string> }) {
  const t = useTranslations('sandbox.magic');
  return (
    <dl className={classes.addresses}>
      {Object.entries(addresses).map(([key, address]) => (
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
  );
}
