'use client';

import { Anchor, Card, ScrollArea, Stack, Table, Text } from '@mantine/core';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { NOTHING } from '@/components/layout/quantities';
import type { MatrixView } from '@/lib/domains/pairs/schema';
import { paths } from '@/lib/paths';
import { PairBadge } from '../domain-badges';

type Row = MatrixView['data'][number];

/** A row for each domain, a column for each provider. It scrolls within its card where there are many of these. */
export function Matrix({ view: { providers, data } }: { view: MatrixView }) {
  const t = useTranslations('domains.matrix');
  return (
    <Card>
      <ScrollArea type="auto" viewportProps={{ tabIndex: 0, 'aria-label': t('title'), role: 'region' }}>
        <Table verticalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('domain')}</Table.Th>
              {providers.map(({ id, name }) => (
                <Table.Th key={id} scope="col">
                  <Anchor component={Link} href={paths.provider(id)} size="sm">
                    {name}
                  </Anchor>
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data.map((row) => (
              <Table.Tr key={row.id}>
                <Table.Th scope="row">
                  <Anchor component={Link} href={paths.domain(row.id, { step: 'verify' })} size="sm">
                    {row.name}
                  </Anchor>
                </Table.Th>
                {providers.map(({ id }) => (
                  <Table.Td key={id} miw="9rem">
                    <Cell pair={row.pairs.find(({ provider }) => provider === id)} />
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollArea>
    </Card>
  );
}

/** One verdict; a provider that is not meant to send for the domain is told apart, since only a failover would reach it. */
function Cell({ pair }: { pair: Row['pairs'][number] | undefined }) {
  const t = useTranslations('domains.matrix');
  if (!pair)
    return (
      <Text size="sm" c="dimmed">
        {NOTHING}
      </Text>
    );
  const { verdict, isSender, spf, dkim, checkedAt } = pair;
  const passes = [spf && 'SPF', dkim && 'DKIM'].filter(Boolean).join(', ');
  return (
    <Stack gap={2} align="flex-start">
      <PairBadge verdict={verdict} />
      <Text size="xs" c="dimmed">
        {checkedAt === null && t('notJudged')}
        {passes && t('by', { what: passes })}
        {verdict === 'fails' && t('byNothing')}
      </Text>
      {!isSender && (
        <Text size="xs" c="dimmed">
          {t('reserve')}
        </Text>
      )}
    </Stack>
  );
}
