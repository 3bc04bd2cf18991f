'use client';

import { Group, Stack, Text } from '@mantine/core';
import { IconMailCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { apiQuery } from '@/components/layout/api';
import { useMode } from '@/components/layout/mode';
import { NOTHING } from '@/components/layout/quantities';
import { SectionCard } from '@/components/layout/section-card';
import { Time } from '@/components/layout/time';
import { useAction } from '@/components/layout/use-action';
import { useLocked } from '@/components/layout/use-locked';
import { QueryState } from '@/components/table/query-state';
import type { PairView, Reason } from '@/lib/domains/pairs/schema';
import type { DomainView } from '@/lib/domains/schema';
import { checkPairsAction } from '../actions';
import { PairBadge } from '../domain-badges';

/** Whether mail of this domain would be taken as its own, by each provider that could come to send it. */
export function Deliverability({ domain }: { domain: DomainView }) {
  const t = useTranslations('domains.pairs');
  const locked = useLocked('domains.write', domain);
  const query = useQuery(apiQuery('domains/[id]/deliverability', { id: domain.id }));
  const check = useAction(checkPairsAction, { invalidates: ['domains'], success: t('done') });
  const button = (
    <ReasonedButton
      variant="default"
      leftSection={<IconMailCheck size={16} aria-hidden />}
      loading={check.pending}
      disabledReason={locked}
      onClick={() => void check.run({ id: domain.id })}
    >
      {t('check')}
    </ReasonedButton>
  );
  return (
    <SectionCard title={t('title')} lead={t('lead')} actions={button}>
      <QueryState query={query}>
        {({ data }) =>
          data.length === 0 ? (
            <Text size="sm">{t('none')}</Text>
          ) : (
            <Stack component="ul" gap="md" p={0} m={0} style={{ listStyle: 'none' }}>
              {data.map((pair) => (
                <Pair key={pair.provider.id} pair={pair} />
              ))}
            </Stack>
          )
        }
      </QueryState>
    </SectionCard>
  );
}

function Pair({ pair }: { pair: PairView }) {
  const t = useTranslations('domains.pairs');
  const { technical } = useMode();
  const { provider, isSender, verdict, reasons, checkedAt } = pair;
  return (
    <li>
      <Group gap="xs" wrap="wrap">
        <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
          {provider.name}
        </Text>
        <PairBadge verdict={verdict} />
        {!isSender && (
          <Text size="xs" c="dimmed">
            {t('notSender')}
          </Text>
        )}
      </Group>
      <Text size="sm">{t(`meaning.${verdict}`)}</Text>
      {(technical || verdict !== 'passes') && <Reasons reasons={reasons} />}
      {technical && checkedAt && <Values pair={pair} checkedAt={checkedAt} />}
    </li>
  );
}

function Reasons({ reasons }: { reasons: Reason[] }) {
  const t = useTranslations('domains.pairs.reasons');
  const words = reasons.map(({ code, params }) => (t.has(code) ? t(code, params) : code));
  return (
    <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
      {words.join(' ')}
    </Text>
  );
}

function Values({ pair: { spf, dkim, dmarc }, checkedAt }: { pair: PairView; checkedAt: string }) {
  const t = useTranslations('domains.pairs');
  const aligned = (is: boolean) => t(is ? 'aligned' : 'notAligned');
  const parts = [
    `SPF ${spf.result} (${spf.domain ?? NOTHING}, ${aligned(spf.aligned)})`,
    `DKIM ${dkim.result} (${dkim.domain ?? NOTHING}, ${aligned(dkim.aligned)})`,
    `DMARC ${dmarc.result} (p=${dmarc.policy ?? NOTHING})`,
  ];
  return (
    <Text size="xs" c="dimmed" ff="monospace" style={{ overflowWrap: 'anywhere' }}>
      {parts.join(' · ')} · <Time value={checkedAt} />
    </Text>
  );
}
