'use client';

import { Box, Button, Paper, Text, Title } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { apiQuery } from '@/components/layout/api';
import { paths } from '@/lib/paths';
import classes from './onboarding.module.css';

const STEPS = [
  { key: 'provider', href: paths.newProvider() },
  { key: 'message', href: paths.compose({ example: 'true' }) },
  { key: 'token', href: paths.newToken() },
] as const;

type Props = { part: 'first-mail' | 'rest' };

/** The way to the first mail from a program; the page's first thing until that mail is out, and gone once all is done. */
export function Onboarding({ part }: Props) {
  const t = useTranslations('home.onboarding');
  const done = useProgress();
  if (!done || Object.values(done).every(Boolean)) return null;
  if ((part === 'rest') !== (done.provider && done.message)) return null;
  const next = STEPS.find(({ key }) => !done[key])?.key;
  return (
    <Paper withBorder component="section" aria-labelledby="onboarding" mb="lg">
      <Box p="md" px={18}>
        <Title order={2} id="onboarding">
          {t('title')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('lead')}
        </Text>
      </Box>
      <ol className={classes.steps}>
        {STEPS.map(({ key, href }, index) => (
          <li key={key} className={classes.step} data-done={done[key] || undefined}>
            <span className={classes.mark} aria-hidden>
              {done[key] ? <IconCheck size={14} stroke={2.5} /> : index + 1}
            </span>
            <div className={classes.stepText}>
              <Text size="sm" fw={550} className={classes.stepTitle}>
                {t(`steps.${key}.title`)}
              </Text>
              <Text size="sm" c="dimmed">
                {done[key] ? t('done') : t(`steps.${key}.help`)}
              </Text>
            </div>
            {!done[key] && (
              <Button
                component={Link}
                href={href}
                size="xs"
                variant={key === next ? 'filled' : 'default'}
                className={classes.action}
              >
                {t(`steps.${key}.action`)}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </Paper>
  );
}

/** Undefined until all three are known: the list must not appear and vanish. */
function useProgress() {
  const provider = useQuery(apiQuery('providers')).data;
  const message = useQuery(apiQuery('messages', { limit: 5 })).data;
  const token = useQuery(apiQuery('tokens')).data;
  if (!provider || !message || !token) return undefined;
  return {
    provider: provider.data.length > 0,
    message: message.data.length > 0,
    token: token.data.length > 0,
  };
}
