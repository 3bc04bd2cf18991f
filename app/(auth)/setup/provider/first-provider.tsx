'use client';

import { Anchor, Button, Card, Group, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { IconFlask } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { PresetPicker } from '@/app/(panel)/providers/new/preset-picker';
import { apiQuery } from '@/components/layout/api';
import { useAction } from '@/components/layout/use-action';
import { QueryState } from '@/components/table/query-state';
import { paths } from '@/lib/paths';
import { createSandboxAction } from './actions';

/** One press for who wants to look around; every service for who knows what mail shall leave by. */
export function FirstProvider() {
  const t = useTranslations('auth.provider');
  const step = useTranslations('auth.setup');
  const router = useRouter();
  const kinds = useQuery(apiQuery('provider-kinds'));

  return (
    <Stack data-wide gap="xl">
      <header>
        <Text size="xs" c="dimmed">
          {step('step', { step: 2 })}
        </Text>
        <Title order={1}>{t('title')}</Title>
        <Text size="sm" c="dimmed" mt={4}>
          {t('lead')}
        </Text>
      </header>
      <Sandbox />
      <QueryState query={kinds}>
        {({ data }) => (
          <PresetPicker
            kinds={data.filter(({ kind }) => kind !== 'sandbox')}
            chosen={null}
            onChoose={(preset) => router.push(paths.newProvider({ preset }))}
          />
        )}
      </QueryState>
      <Anchor component={Link} href={paths.home()} size="sm" ta="center">
        {t('skip')}
      </Anchor>
    </Stack>
  );
}

function Sandbox() {
  const t = useTranslations('auth.provider');
  const leave = () => window.location.assign(paths.home());
  const { run, pending } = useAction(createSandboxAction, {
    onSuccess: leave,
    onError: ({ code }) => {
      // Created already, by a second click or another window: that is what was wanted.
      if (code === 'name_taken') leave();
      return code === 'name_taken';
    },
  });
  return (
    <Card shadow="sm">
      <Group gap="md">
        <ThemeIcon variant="light" size={38} aria-hidden>
          <IconFlask size={20} />
        </ThemeIcon>
        <Stack gap={2} flex="1 1 260px">
          <Title order={2}>{t('sandbox')}</Title>
          <Text size="sm" c="dimmed">
            {t('sandboxHelp')}
          </Text>
        </Stack>
        <Button loading={pending} onClick={() => run({})}>
          {t('sandboxAction')}
        </Button>
      </Group>
    </Card>
  );
}
