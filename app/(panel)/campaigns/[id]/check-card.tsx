'use client';

import { Box, Group, List, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { LinkButton } from '@/components/form/link-button';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { apiQuery } from '@/components/layout/api';
import { useConfirm } from '@/components/layout/confirm';
import { useMoney } from '@/components/layout/money';
import { SectionCard } from '@/components/layout/section-card';
import { Time } from '@/components/layout/time';
import { useAction } from '@/components/layout/use-action';
import { useLocked } from '@/components/layout/use-locked';
import { QueryState } from '@/components/table/query-state';
import { StateBadge } from '@/components/table/state-badge';
import type { CampaignChecks } from '@/lib/campaigns/check';
import type { CampaignCheck } from '@/lib/campaigns/check-result';
import type { CampaignView } from '@/lib/campaigns/schema';
import { paths } from '@/lib/paths';
import { startCampaignAction } from '../actions';
import { ApprovalPart } from './approval-part';

const LOOKS = {
  good: ['good', IconCheck],
  warn: ['warn', IconAlertTriangle],
  bad: ['bad', IconX],
} as const;

/** So that what is said of them stands in one column, also on a phone. */
const NAME_WIDTH = 124;
const AMOUNTS = ['cost', 'budget'];

/** Where each is put right. */
const REMEDIES: Partial<Record<CampaignCheck['name'], () => string>> = {
  audience: paths.lists,
  template: paths.templates,
  content: paths.templates,
  carrier: paths.providers,
  sender: paths.companies,
  domain: paths.domains,
  warm_up: paths.providers,
};

/** What keeps it from beginning, what should be looked at, for whom it is and what it will come to; and the button. */
export function CheckCard({ campaign }: { campaign: CampaignView }) {
  const t = useTranslations('campaigns.check');
  const query = useQuery(apiQuery('campaigns/[id]/check', { id: campaign.id }));
  return (
    <SectionCard title={t('title')} lead={t('lead')}>
      <QueryState query={query}>{(found) => <Found campaign={campaign} found={found} />}</QueryState>
    </SectionCard>
  );
}

function Found({ campaign, found }: { campaign: CampaignView; found: CampaignChecks }) {
  const t = useTranslations('campaigns.check');
  const { number } = useFormatter();
  const money = useMoney();
  const { checks, counts, estimate, approval } = found;
  const isReady = checks.every(({ name, state }) => name === 'approval' || state !== 'bad');
  return (
    <Stack gap="sm">
      {checks.map((check) => (
        <Row key={`${check.name} ${check.code} ${JSON.stringify(check.values)}`} check={check} />
      ))}
      {Object.keys(counts.excluded).length > 0 && (
        <List size="sm">
          {Object.entries(counts.excluded).map(([why, count]) => (
            <List.Item key={why}>
              {t(`excluded.${why}` as never)}: {number(count)}
            </List.Item>
          ))}
        </List>
      )}
      {estimate.cost !== null && (
        <Text size="sm">
          {t('estimate', {
            cost: money(estimate.cost),
            provider: estimate.provider ?? '',
            minutes: estimate.minutes ?? 0,
          })}
        </Text>
      )}
      {campaign.beginsAt && (
        <Text size="sm" fw={550}>
          {t('begins')} <Time value={campaign.beginsAt} format="both" />
        </Text>
      )}
      {campaign.state !== 'scheduled' && approval && (
        <ApprovalPart campaign={campaign} approval={approval} isReady={isReady} />
      )}
      {campaign.state !== 'scheduled' && <Start campaign={campaign} found={found} />}
    </Stack>
  );
}

function Row({ check }: { check: CampaignCheck }) {
  const t = useTranslations('campaigns.check');
  const money = useMoney();
  const [tone, icon] = LOOKS[check.state];
  const remedy = REMEDIES[check.name];
  const key = check.code.startsWith('lint_') ? 'codes.content.lint' : `codes.${check.name}.${check.code}`;
  const languages = new Intl.DisplayNames([useLocale()], { type: 'language' });
  const said = (name: string, value: string | number) => {
    if (name === 'language') return languages.of(String(value));
    return AMOUNTS.includes(name) ? money(String(value)) : value;
  };
  const values = Object.entries(check.values).map(([name, value]) => [name, said(name, value)]);
  return (
    <Group gap="sm" align="flex-start" wrap="nowrap">
      <Box w={NAME_WIDTH} style={{ flexShrink: 0 }}>
        <StateBadge tone={tone} icon={icon}>
          {t(`names.${check.name}`)}
        </StateBadge>
      </Box>
      <Group gap="xs" align="flex-start" justify="space-between" flex={1}>
        <Text size="sm" flex="1 1 150px">
          {t(key as never, Object.fromEntries(values) as never)}
        </Text>
        {check.state !== 'good' && remedy && (
          <LinkButton
            variant="default"
            size="compact-sm"
            href={remedy()}
            aria-label={`${t('mend')}: ${t(`names.${check.name}`)}`}
          >
            {t('mend')}
          </LinkButton>
        )}
      </Group>
    </Group>
  );
}

function Start({ campaign, found }: { campaign: CampaignView; found: CampaignChecks }) {
  const t = useTranslations('campaigns.check');
  const confirm = useConfirm();
  const locked = useLocked('campaigns.write', campaign);
  const { run, pending } = useAction(startCampaignAction, {
    invalidates: ['campaigns'],
    success: ({ state }) => t(state === 'scheduled' ? 'planned' : 'started'),
  });
  const warned = found.checks.filter(({ state }) => state === 'warn').length;
  const ask = async () => {
    const question = {
      title: t('startTitle', { count: found.counts.toSend }),
      body: t(warned > 0 ? 'startWarned' : 'startBody', { count: warned }),
    };
    if (await confirm({ ...question, confirmLabel: t('start'), keepLabel: t('notYet') }))
      await run({ id: campaign.id, anyway: true });
  };
  return (
    <Group>
      <ReasonedButton
        loading={pending}
        onClick={() => void ask()}
        disabledReason={locked ?? (found.ready ? null : t('notReady'))}
      >
        {t('start')}
      </ReasonedButton>
    </Group>
  );
}
