'use client';

import { Button, Group, Text } from '@mantine/core';
import { IconInbox } from '@tabler/icons-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { LinkButton } from '@/components/form/link-button';
import { Notice } from '@/components/table/notice';
import { paths } from '@/lib/paths';
import { useStatus } from './status';
import { useLocked } from './use-locked';

/** On every page, above all else, while nobody, or nobody outside of a list, gets anything: no one should take that for mail that went out. */
export function Banners() {
  const { data } = useStatus();
  return (
    <>
      {data?.reasons.includes('only_sandbox') && <SandboxBanner />}
      {data?.reasons.includes('development') && <DevelopmentBanner />}
    </>
  );
}

function SandboxBanner() {
  const t = useTranslations('shell.sandbox');
  const locked = useLocked('providers.write');
  return (
    <Banner text={t('text')} href={paths.sandbox()} open={t('inbox')}>
      <LinkButton href={paths.newProvider()} size="compact-sm" disabledReason={locked}>
        {t('add')}
      </LinkButton>
    </Banner>
  );
}

function DevelopmentBanner() {
  const t = useTranslations('shell.development');
  return <Banner text={t('text')} href={paths.settings({ tab: 'delivery' })} open={t('open')} />;
}

type Props = { text: string; href: string; open: string; children?: ReactNode };

function Banner({ text, href, open, children }: Props) {
  return (
    <Notice tone="kept" icon={<IconInbox aria-hidden />} mb="md" p="xs" role="status">
      <Group justify="space-between" gap="xs">
        <Text size="sm">{text}</Text>
        <Group gap="xs">
          <Button component={Link} href={href} variant="subtle" size="compact-sm">
            {open}
          </Button>
          {children}
        </Group>
      </Group>
    </Notice>
  );
}
