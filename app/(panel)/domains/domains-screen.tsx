'use client';

import { Anchor, Stack, Text } from '@mantine/core';
import { IconGridDots, IconPlus, IconWorldCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { LinkButton } from '@/components/form/link-button';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { apiQuery } from '@/components/layout/api';
import { OnceOpened } from '@/components/layout/once-opened';
import { PageHeader } from '@/components/layout/page-header';
import { pollEvery } from '@/components/layout/poll-every';
import { SectionCard } from '@/components/layout/section-card';
import { Time } from '@/components/layout/time';
import { useLocked } from '@/components/layout/use-locked';
import { EmptyState } from '@/components/table/empty-state';
import { QueryState } from '@/components/table/query-state';
import type { DomainView } from '@/lib/domains/schema';
import { paths } from '@/lib/paths';
import { DomainBadge } from './domain-badges';

const DomainWindow = dynamic(() => import('./domain-window').then((module) => module.DomainWindow), {
  ssr: false,
});

/** How it stands changes by itself each minute. */
const REFRESH_MS = 15_000;

/** The domains that mail is sent from, and whether others can tell that it is ours. */
export function DomainsScreen() {
  const t = useTranslations('domains');
  const locked = useLocked('domains.write');
  const query = useQuery({ ...apiQuery('domains'), refetchInterval: pollEvery(REFRESH_MS) });
  const [opened, setOpened] = useState(false);
  const add = (
    <ReasonedButton
      leftSection={<IconPlus size={16} aria-hidden />}
      onClick={() => setOpened(true)}
      disabledReason={locked}
    >
      {t('add.button')}
    </ReasonedButton>
  );
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={
          <>
            {query.data && query.data.data.length > 0 && <MatrixLink />}
            {add}
          </>
        }
      />
      <QueryState query={query}>
        {({ data }) =>
          data.length === 0 ? (
            <EmptyState icon={<IconWorldCheck size={22} aria-hidden />} title={t('empty.title')} action={add}>
              {t('empty.body')}
            </EmptyState>
          ) : (
            <Stack>
              {data.map((domain) => (
                <DomainCard key={domain.id} domain={domain} />
              ))}
            </Stack>
          )
        }
      </QueryState>
      <OnceOpened opened={opened}>
        <DomainWindow opened={opened} onClose={() => setOpened(false)} />
      </OnceOpened>
    </>
  );
}

function MatrixLink() {
  const t = useTranslations('domains.matrix');
  return (
    <LinkButton
      variant="default"
      href={paths.domainMatrix()}
      leftSection={<IconGridDots size={16} aria-hidden />}
    >
      {t('open')}
    </LinkButton>
  );
}

function DomainCard({ domain }: { domain: DomainView }) {
  const t = useTranslations('domains');
  const { id, shownName, name, state, records, checkedAt, company } = domain;
  const required = records.filter((record) => record.required);
  const right = required.filter((record) => record.state === 'right').length;
  return (
    <SectionCard
      title={
        <Anchor component={Link} href={paths.domain(id)} inherit style={{ overflowWrap: 'anywhere' }}>
          {shownName}
        </Anchor>
      }
      actions={<DomainBadge state={state} />}
    >
      {name !== shownName && (
        <Text size="sm" c="dimmed" ff="monospace">
          {name}
        </Text>
      )}
      <Text size="sm">
        {t('rightOf', { right, count: required.length })}
        {company && ` · ${company}`}
      </Text>
      <Text size="sm" c="dimmed">
        {checkedAt ? t.rich('checkedAt', { time: () => <Time value={checkedAt} /> }) : t('neverChecked')}
      </Text>
    </SectionCard>
  );
}
