import { Card, Stack, Text, Title } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { LinkButton } from '@/components/form/link-button';
import { paths } from '@/lib/paths';
import classes from '../../auth.module.css';

export function DeadLink({ reason }: { reason: 'invalid' | 'done' }) {
  const t = useTranslations('auth.link');
  const done = reason === 'done';
  return (
    <Card shadow="sm" padding="xl">
      <Stack>
        <Title order={1}>{done ? t('doneTitle') : t('invalidTitle')}</Title>
        <Text size="sm">{done ? t('doneBody') : t('invalidBody')}</Text>
        {!done && <Text size="sm">{t('invalidFix')}</Text>}
        <code className={classes.command}>
          {done ? './relevo admin create --email you@example.com' : './relevo admin link'}
        </code>
        {done && <LinkButton href={paths.signIn()}>{t('signIn')}</LinkButton>}
      </Stack>
    </Card>
  );
}
