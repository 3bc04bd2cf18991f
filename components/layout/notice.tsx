'use client';

import { Button, Group, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { IconMapPinOff, IconPlugConnectedX } from '@tabler/icons-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { paths } from '@/lib/paths';

type Way = { href: string; label: string };

/** Calm page for an address that leads nowhere. `way`: to the list where it would stand. */
export function NotFoundNotice({ way }: { way?: Way }) {
  const t = useTranslations('common.notFound');
  return (
    <Stack align="center" justify="center" mih="60vh" p="xl" ta="center" gap="xs">
      <ThemeIcon size={48} radius="xl" variant="light" color="gray" aria-hidden>
        <IconMapPinOff size={24} />
      </ThemeIcon>
      <Title order={1} mt="xs">
        {t('title')}
      </Title>
      <Text c="dimmed" maw={440}>
        {t('body')}
      </Text>
      <Group mt="md" gap="xs" justify="center">
        {way && (
          <Button component={Link} href={way.href}>
            {way.label}
          </Button>
        )}
        <Button component={Link} href={paths.home()} variant={way ? 'default' : 'filled'}>
          {t('home')}
        </Button>
      </Group>
    </Stack>
  );
}

type Props = { digest?: string; onRetry: () => void };

/** Calm page for a bug or a database that is away; the digest finds it in the log. */
export function ErrorNotice({ digest, onRetry }: Props) {
  const t = useTranslations('common');
  return (
    <Stack align="center" justify="center" mih="60vh" p="xl" ta="center" gap="xs" role="alert">
      <ThemeIcon size={48} radius="xl" bg="var(--relevo-bad-back)" c="var(--relevo-bad-text)" aria-hidden>
        <IconPlugConnectedX size={24} />
      </ThemeIcon>
      <Title order={1} mt="xs">
        {t('error.title')}
      </Title>
      <Text c="dimmed" maw={480}>
        {t('error.body')}
      </Text>
      {digest && (
        <Text size="xs" c="dimmed" ff="monospace">
          {t('error.reference', { digest })}
        </Text>
      )}
      <Group mt="md" gap="xs">
        <Button onClick={onRetry}>{t('retry')}</Button>
        <Button component={Link} href={paths.home()} variant="default">
          {t('error.home')}
        </Button>
      </Group>
    </Stack>
  );
}
