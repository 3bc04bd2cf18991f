'use client';

import { Group, List, Stack, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { apiPath } from '@/components/layout/api';
import { useConfirm } from '@/components/layout/confirm';
import { ExportLink } from '@/components/layout/export-link';
import { SectionCard } from '@/components/layout/section-card';
import { useAction } from '@/components/layout/use-action';
import { SHARED, useLocked } from '@/components/layout/use-locked';
import { eraseRecipientAction } from '../actions';

const GOES = ['content', 'events', 'address'] as const;
const STAYS = ['figures', 'wish', 'audit'] as const;

/** What a person may ask for: all that is known of them, or that it is known no more. */
export function KeptData({ address }: { address: string }) {
  const t = useTranslations('recipients.data');
  const confirm = useConfirm();
  const locked = useLocked('security.write', SHARED);
  const { run, pending } = useAction(eraseRecipientAction, {
    invalidates: ['recipients', 'messages', 'suppressions', 'events', 'status'],
    success: ({ messages }) => t('done', { count: messages }),
  });
  const ask = async () => {
    const question = {
      title: t('title', { address }),
      body: <Consequences />,
      confirmLabel: t('confirm'),
      keepLabel: t('keep'),
      danger: true,
    };
    if (await confirm(question)) await run({ address });
  };
  return (
    <SectionCard title={t('heading')} lead={t('lead')}>
      <Group gap="xs">
        <ExportLink size="xs" href={apiPath('recipients/[address]/export', { address })}>
          {t('export')}
        </ExportLink>
        <ReasonedButton
          variant="default"
          size="xs"
          loading={pending}
          onClick={() => void ask()}
          disabledReason={locked}
        >
          {t('erase')}
        </ReasonedButton>
      </Group>
    </SectionCard>
  );
}

function Consequences() {
  const t = useTranslations('recipients.data');
  return (
    <Stack gap="xs">
      <Text size="sm" fw={550}>
        {t('goes.title')}
      </Text>
      <List size="sm">
        {GOES.map((name) => (
          <List.Item key={name}>{t(`goes.${name}`)}</List.Item>
        ))}
      </List>
      <Text size="sm" fw={550}>
        {t('stays.title')}
      </Text>
      <List size="sm">
        {STAYS.map((name) => (
          <List.Item key={name}>{t(`stays.${name}`)}</List.Item>
        ))}
      </List>
      <Text size="sm">{t('noWayBack')}</Text>
    </Stack>
  );
}
