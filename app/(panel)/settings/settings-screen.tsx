'use client';

import { Box, Card, Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { parseAsStringLiteral, useQueryState } from 'nuqs';
import { apiQuery } from '@/components/layout/api';
import { useMode } from '@/components/layout/mode';
import { PageHeader } from '@/components/layout/page-header';
import { SHARED, useLocked } from '@/components/layout/use-locked';
import { QueryState } from '@/components/table/query-state';
import { DocumentLinks } from './document-links';
import { RestartNotice } from './restart-notice';
import { SettingsForm } from './settings-form';
import { SettingsJson } from './settings-json';
import { FixedProvider, type SystemFacts } from './system-facts';

const TABS = ['general', 'delivery', 'security', 'ai', 'system', 'json'] as const;

type Props = { ownAddress: string | null; publicAddress: string | null; facts: SystemFacts };

/** All settings as a form and, for a technician, as JSON: one schema and one action behind both. */
export function SettingsScreen({ ownAddress, publicAddress, facts }: Props) {
  const t = useTranslations('settings');
  const lockedReason = useLocked('settings.write', SHARED);
  const { technical } = useMode();
  const settings = useQuery(apiQuery('settings'));
  const [wanted, setTab] = useQueryState('tab', parseAsStringLiteral(TABS).withDefault('general'));
  const tab = wanted === 'json' && !technical ? 'general' : wanted;
  return (
    <>
      <PageHeader title={t('title')} description={t(`description.${tab}`)} actions={<DocumentLinks />} />
      <Tabs value={tab} onChange={(value) => void setTab(value as typeof tab)}>
        <Tabs.List mb="lg">
          {TABS.filter((name) => technical || name !== 'json').map((name) => (
            <Tabs.Tab key={name} value={name}>
              {t(`tabs.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <QueryState query={settings}>
          {(stored) => (
            <FixedProvider value={facts.fixed}>
              {tab === 'system' && (
                <Box mb="lg">
                  <RestartNotice saved={stored.system} facts={facts} lockedReason={lockedReason} />
                </Box>
              )}
              {/* Kept, so that a look at the JSON loses nothing that was typed. */}
              <Box display={tab === 'json' ? 'none' : undefined}>
                <SettingsForm
                  stored={stored}
                  lockedReason={lockedReason}
                  ownAddress={ownAddress}
                  publicAddress={publicAddress}
                />
              </Box>
              <Tabs.Panel value="json" keepMounted={false}>
                <Card maw={860}>
                  <SettingsJson stored={stored} lockedReason={lockedReason} />
                </Card>
              </Tabs.Panel>
            </FixedProvider>
          )}
        </QueryState>
      </Tabs>
    </>
  );
}
