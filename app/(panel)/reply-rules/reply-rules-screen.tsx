'use client';

import { Stack } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { WindowButton } from '@/components/form/window-button';
import { PageHeader } from '@/components/layout/page-header';
import { SHARED, useLocked } from '@/components/layout/use-locked';
import { RuleWindow } from './lazy-rule-window';
import { RulesCard } from './rules-card';
import { TablesCard } from './tables-card';
import { TryCard } from './try-card';

/** What is known of replies: the own rules, what they and the tables make of one, and the tables themselves. */
export function ReplyRulesScreen() {
  const t = useTranslations('suppressions.replies');
  const locked = useLocked('settings.write', SHARED);
  const add = (
    <WindowButton
      leftSection={<IconPlus size={16} aria-hidden />}
      window={(props) => <RuleWindow {...props} />}
      disabledReason={locked}
    >
      {t('add')}
    </WindowButton>
  );
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} actions={add} />
      <Stack>
        <RulesCard />
        <TryCard />
        <TablesCard />
      </Stack>
    </>
  );
}
