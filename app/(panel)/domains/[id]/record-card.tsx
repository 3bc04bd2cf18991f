'use client';

import { Box, Card, Group, SimpleGrid, Text, Title } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { CopyableText } from '@/components/layout/copyable-text';
import { useMode } from '@/components/layout/mode';
import { Time } from '@/components/layout/time';
import { PlainText } from '@/components/table/plain-text';
import type { RecordView } from '@/lib/domains/schema';
import { RecordBadge } from '../domain-badges';
import { useFinding } from './use-finding';

/** What to enter, what was found, by what it differs, and what to do about it. */
export function RecordCard({ record }: { record: RecordView }) {
  const t = useTranslations('domains');
  const { technical } = useMode();
  const { what, fix } = useFinding(record);
  const title = t(`purposes.${record.purpose}`, { provider: record.provider ?? '', type: record.type });
  const isRight = record.state === 'right';
  return (
    <Card component="article" aria-label={`${title}: ${record.host}`} withBorder>
      <Group justify="space-between" align="flex-start" gap="xs">
        <Title order={3} size="h4">
          {title}
          {record.provider && record.purpose !== 'ownership' && (
            <Text span size="sm" c="dimmed" fw={400}>
              {' '}
              · {t('wantedBy', { provider: record.provider })}
            </Text>
          )}
          {!record.required && (
            <Text span size="sm" c="dimmed" fw={400}>
              {' '}
              · {t('optional')}
            </Text>
          )}
        </Title>
        <RecordBadge record={record} />
      </Group>
      <Text size="sm" mt={4}>
        {what}
      </Text>
      {fix && (
        <Text size="sm" fw={550} mt={4}>
          {fix}
        </Text>
      )}
      {(!isRight || technical) && (
        <>
          <SimpleGrid cols={{ base: 1, sm: 2 }} mt="md">
            <CopyableText
              label={t('fields.type')}
              of={`${title}: ${record.host}`}
              text={record.type}
              wrap="code"
            />
            <CopyableText
              label={t('fields.name')}
              of={`${title}: ${record.host}`}
              text={technical ? record.name : record.host}
              wrap="code"
            />
          </SimpleGrid>
          <Box mt="sm">
            <CopyableText
              label={t('fields.value')}
              of={`${title}: ${record.host}`}
              text={record.value}
              wrap="code"
            />
          </Box>
        </>
      )}
      {record.found.length > 0 && (!isRight || technical) && <Found record={record} />}
      {technical && <History record={record} />}
    </Card>
  );
}

function Found({ record }: { record: RecordView }) {
  const t = useTranslations('domains');
  return (
    <Box mt="sm">
      <Text size="sm" fw={550} mb={6}>
        {t('found')}
      </Text>
      <PlainText label={t('found')} of={`${record.type} ${record.name}`} wrap="code">
        {record.found.join('\n')}
      </PlainText>
    </Box>
  );
}

function History({ record }: { record: RecordView }) {
  const t = useTranslations('domains');
  return (
    <Box mt="sm">
      {record.servers.map(({ server, state }) => (
        <Text key={server} size="xs" c="dimmed">
          {server === 'resolver' ? t('resolver') : server}: {t(`recordStates.${state}`)}
        </Text>
      ))}
      {record.history.map(({ at, state }) => (
        <Text key={at} size="xs" c="dimmed">
          <Time value={at} />: {t(`recordStates.${state}`)}
        </Text>
      ))}
    </Box>
  );
}
