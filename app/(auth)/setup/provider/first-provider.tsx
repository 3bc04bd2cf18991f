'use client';

import { Anchor, Button, Card, SimpleGrid, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { IconFlask, IconServer } from '@tabler/icons-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useAction } from '@/components/layout/use-action';
import { paths } from '@/lib/paths';
import { createSandboxAction } from './actions';

export function FirstProvider() {
  const t = useTranslations('auth.provider');
  const step = useTranslations('auth.setup');
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
    <Stack data-wide>
      <header>
        <Text size="xs" c="dimmed">
          {step('step', { step: 2 })}
        </Text>
        <Title order={1}>{t('title')}</Title>
        <Text size="sm" c="dimmed" mt={4}>
          {t('lead')}
        </Text>
      </header>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <Choice icon={<IconFlask size={20} />} title={t('sandbox')} help={t('sandboxHelp')}>
          <Button fullWidth loading={pending} onClick={() => run({})}>
            {t('sandboxAction')}
          </Button>
        </Choice>
        <Choice icon={<IconServer size={20} />} title={t('smtp')} help={t('smtpHelp')}>
          <Button fullWidth variant="default" component={Link} href={paths.newProvider()}>
            {t('smtpAction')}
          </Button>
        </Choice>
      </SimpleGrid>
      <Anchor component={Link} href={paths.home()} size="sm" ta="center">
        {t('skip')}
      </Anchor>
    </Stack>
  );
}

type ChoiceProps = { icon: ReactNode; title: string; help: string; children: ReactNode };

function Choice({ icon, title, help, children }: ChoiceProps) {
  return (
    <Card shadow="sm" component={Stack} gap="xs">
      <ThemeIcon variant="light" size={38} aria-hidden>
        {icon}
      </ThemeIcon>
      <Title order={2} mt={4}>
        {title}
      </Title>
      <Text size="sm" c="dimmed" flex={1} mb="sm">
        {help}
      </Text>
      {children}
    </Card>
  );
}
