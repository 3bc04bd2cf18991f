import { Card, Stack, Text, Title } from '@mantine/core';
import { useTranslations } from 'next-intl';
import classes from '../auth.module.css';

/** What every address of the panel leads to as long as there is no account: where the link is, and how to get another. */
export function NotSetUp() {
  const t = useTranslations('auth.notSetUp');
  return (
    <Card shadow="sm" padding="xl">
      <Stack>
        <Title order={1}>{t('title')}</Title>
        <Text size="sm">{t('lead')}</Text>
        <Text size="sm">{t('again')}</Text>
        <code className={classes.command}>./relevo admin link</code>
        <Text size="xs" c="dimmed">
          {t('valid')}
        </Text>
      </Stack>
    </Card>
  );
}
