import { Card, Stack, Text, Title } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { LinkButton } from '@/components/form/link-button';
import { paths } from '@/lib/paths';

/** A one-time link that does not work any more, why, and where to go on. */
export function DeadEnd({ why, fix }: { why: string; fix: string }) {
  const t = useTranslations('people.links');
  return (
    <Card shadow="sm" padding="xl">
      <Stack>
        <Title order={1}>{t('deadTitle')}</Title>
        <Text size="sm">{why}</Text>
        <Text size="sm">{fix}</Text>
        <LinkButton href={paths.signIn()}>{t('signIn')}</LinkButton>
      </Stack>
    </Card>
  );
}
