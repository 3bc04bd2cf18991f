'use client';

import { Accordion, Box, Group, List, Stack, Table, Text } from '@mantine/core';
import {
  IconAlertTriangle,
  IconArrowForwardUp,
  IconCircleCheck,
  IconQuestionMark,
  IconServer,
  IconUserQuestion,
} from '@tabler/icons-react';
import { useFormatter, useTranslations } from 'next-intl';
import { NOTHING } from '@/components/layout/quantities';
import { StateBadge } from '@/components/table/state-badge';
import type { SourceKind, SourceView } from '@/lib/domains/reports/schema';
import { KINDS } from './source-kinds';

const ICONS: Record<SourceKind, typeof IconServer> = {
  own: IconServer,
  provider: IconCircleCheck,
  service: IconAlertTriangle,
  forwarder: IconArrowForwardUp,
  stranger: IconUserQuestion,
  unknown: IconQuestionMark,
};

/** One who sends as the domain: how much, what failed of it and why, and from which addresses. Names come from DNS: strangers' words. */
export function SourceCard({ source }: { source: SourceView }) {
  const t = useTranslations('domainReports');
  const { kind, messages, failed, quarantined, rejected, problems } = source;
  const name = source.name ?? source.addresses[0]?.address ?? NOTHING;
  const { tone } = KINDS.find((one) => one.kind === kind)!;
  return (
    <Box component="article" aria-label={name} py="sm" style={{ borderTop: '1px solid var(--relevo-line)' }}>
      <Group justify="space-between" align="flex-start" gap="xs">
        <Stack gap={4} style={{ overflowWrap: 'anywhere' }}>
          <Text fw={600}>{name}</Text>
          <StateBadge tone={tone} icon={ICONS[kind]}>
            {t(`kinds.${kind}`)}
          </StateBadge>
        </Stack>
        <Stack gap={0} ta="right">
          <Text size="sm">{t('sources.messages', { count: messages })}</Text>
          <Text size="xs" c="dimmed">
            {failed === 0 ? t('sources.allPassed') : t('sources.failed', { count: failed })}
          </Text>
          {quarantined + rejected > 0 && (
            <Text size="xs" c="dimmed">
              {t('sources.stopped', { quarantined, rejected })}
            </Text>
          )}
        </Stack>
      </Group>
      <Text size="sm" c="dimmed" mt={6}>
        {t(`kindHelp.${kind}`)}
      </Text>
      {problems.length > 0 && (
        <>
          <Text size="sm" mt={6}>
            {t('sources.why')}
          </Text>
          <List size="sm" mt={2}>
            {problems.map(({ code, domain, messages: count }) => (
              <List.Item key={`${code} ${domain}`} style={{ overflowWrap: 'anywhere' }}>
                {t(`problems.${code}`, { domain: domain ?? NOTHING })} ({t('sources.messages', { count })})
              </List.Item>
            ))}
          </List>
        </>
      )}
      <Addresses source={source} name={name} />
    </Box>
  );
}

function Addresses({ source: { addresses, addressCount }, name }: { source: SourceView; name: string }) {
  const t = useTranslations('domainReports');
  const format = useFormatter();
  const rest = addressCount - addresses.length;
  return (
    <Accordion variant="default" chevronPosition="left" mt={4}>
      <Accordion.Item value="addresses" style={{ border: 0 }}>
        <Accordion.Control aria-label={`${t('sources.addresses', { count: addressCount })}: ${name}`} px={0}>
          <Text size="sm">{t('sources.addresses', { count: addressCount })}</Text>
        </Accordion.Control>
        <Accordion.Panel>
          <Table.ScrollContainer minWidth={320} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
            <Table verticalSpacing={4} aria-label={t('sources.addressTable', { name })}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('sources.address')}</Table.Th>
                  <Table.Th>{t('sources.name')}</Table.Th>
                  <Table.Th ta="right">{t('figures.messages')}</Table.Th>
                  <Table.Th ta="right">{t('figures.failed')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {addresses.map(({ address, ptr, messages, failed }) => (
                  <Table.Tr key={address}>
                    <Table.Td ff="monospace">{address}</Table.Td>
                    <Table.Td style={{ overflowWrap: 'anywhere' }}>{ptr ?? NOTHING}</Table.Td>
                    <Table.Td ta="right">{format.number(messages)}</Table.Td>
                    <Table.Td ta="right">{format.number(failed)}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
          {rest > 0 && (
            <Text size="xs" c="dimmed">
              {t('sources.more', { count: rest })}
            </Text>
          )}
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}
