'use client';

import { Stack } from '@mantine/core';
import { Columns } from '@/components/layout/columns';
import { useMode } from '@/components/layout/mode';
import { paths } from '@/lib/paths';
import { ForecastCard } from '../../analytics/forecast-card';
import { EndToEnd } from '../checks/end-to-end';
import { isSandbox } from '../is-sandbox';
import { ChangeHistory } from './change-history';
import { ConnectAccount } from './connect-account';
import { ConnectionTest } from './connection-test';
import type { DetailProps } from './detail-props';
import { HeldList } from './held-list';
import { ProviderFigures } from './provider-figures';
import { ProviderPace } from './provider-pace';
import { ProviderPeriod } from './provider-period';
import { ProviderReports } from './provider-reports';
import { ProviderRoom } from './provider-room';
import { ProviderTrouble } from './provider-trouble';
import { RecentMessages } from './recent-messages';
import { TestHistory } from './test-history';
import { WarmUpCard } from './warm-up/warm-up-card';

/** Does it work, how does it do, and what went through it lately. */
export function ProviderOverview({ provider, ownAddress }: DetailProps & { ownAddress: string }) {
  const { technical } = useMode();
  return (
    <Stack gap="lg">
      <ProviderTrouble provider={provider} />
      <ProviderPace provider={provider} />
      <ProviderPeriod provider={provider} />
      {!isSandbox(provider) && <ForecastCard provider={provider.id} />}
      {technical && <ProviderFigures provider={provider} />}
      <Columns
        even
        main={
          <>
            <ConnectAccount provider={provider} back={paths.provider(provider.id)} />
            <ConnectionTest provider={provider} />
            <EndToEnd provider={provider} ownAddress={ownAddress} />
            <ProviderReports provider={provider} />
            <HeldList provider={provider} />
            <TestHistory provider={provider} />
          </>
        }
        beside={
          <>
            <ProviderRoom provider={provider} />
            {provider.channel === 'email' && !isSandbox(provider) && <WarmUpCard provider={provider} />}
            <RecentMessages provider={provider} />
            <ChangeHistory provider={provider} />
          </>
        }
      />
    </Stack>
  );
}
