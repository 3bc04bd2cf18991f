'use client';

import { Grid, Stack } from '@mantine/core';
import { paths } from '@/lib/paths';
import { EndToEnd } from '../checks/end-to-end';
import { ChangeHistory } from './change-history';
import { ConnectAccount } from './connect-account';
import { ConnectionTest } from './connection-test';
import type { DetailProps } from './detail-props';
import { ProviderFigures } from './provider-figures';
import { ProviderPace } from './provider-pace';
import { ProviderRoom } from './provider-room';
import { ProviderTrouble } from './provider-trouble';
import { RecentMessages } from './recent-messages';
import { TestHistory } from './test-history';

/** Does it work, how does it do, and what went through it lately. */
export function ProviderOverview({ provider, canEdit, ownAddress }: DetailProps & { ownAddress: string }) {
  return (
    <Stack gap="lg">
      <ProviderTrouble provider={provider} canEdit={canEdit} />
      <ProviderPace provider={provider} />
      <ProviderFigures provider={provider} />
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, lg: 6 }}>
          <Stack gap="lg">
            <ConnectAccount provider={provider} canEdit={canEdit} back={paths.provider(provider.id)} />
            <ConnectionTest provider={provider} canEdit={canEdit} />
            <EndToEnd provider={provider} ownAddress={ownAddress} canEdit={canEdit} />
            <TestHistory provider={provider} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 6 }}>
          <Stack gap="lg">
            <ProviderRoom provider={provider} />
            <RecentMessages provider={provider} />
            <ChangeHistory provider={provider} canEdit={canEdit} />
          </Stack>
        </Grid.Col>
      </Grid>
    </Stack>
  );
}
