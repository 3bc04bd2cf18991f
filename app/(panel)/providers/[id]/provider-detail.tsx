'use client';

import { Card, Grid, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useFormAction } from '@/components/form/use-form-action';
import { apiQuery } from '@/components/layout/api';
import { PageHeader } from '@/components/layout/page-header';
import { QueryState } from '@/components/table/query-state';
import type { ProviderView } from '@/lib/providers/schema';
import { updateProviderAction } from '../actions';
import { ProviderBadge } from '../provider-badge';
import { ProviderForm } from '../provider-form';
import { providerValues, toPatch } from '../provider-form-values';
import type { ProviderKindView } from '../provider-kind';
import { ConnectionTest } from './connection-test';
import { ProviderControls } from './provider-controls';

type Props = { id: string; canEdit: boolean };

/** One provider: its settings, whether it works, and what can be done with it. */
export function ProviderDetail({ id, canEdit }: Props) {
  const t = useTranslations('providers');
  const provider = useQuery(apiQuery<ProviderView>(`providers/${encodeURIComponent(id)}`));
  const kinds = useQuery(apiQuery<{ data: ProviderKindView[] }>('provider-kinds'));
  return (
    <QueryState query={provider} heading={<PageHeader title={t('one')} />}>
      {(found) => (
        <>
          <PageHeader
            title={found.name}
            description={<ProviderBadge provider={found} />}
            actions={<ProviderControls provider={found} canEdit={canEdit} />}
          />
          <Grid gap="lg">
            <Grid.Col span={{ base: 12, lg: 5 }} order={{ base: 1, lg: 2 }}>
              <ConnectionTest provider={found} canEdit={canEdit} />
            </Grid.Col>
            <Grid.Col span={{ base: 12, lg: 7 }} order={{ base: 2, lg: 1 }}>
              <QueryState query={kinds}>
                {({ data }) => <EditProvider provider={found} kinds={data} canEdit={canEdit} />}
              </QueryState>
            </Grid.Col>
          </Grid>
        </>
      )}
    </QueryState>
  );
}

function EditProvider({
  provider,
  kinds,
  canEdit,
}: {
  provider: ProviderView;
  kinds: ProviderKindView[];
  canEdit: boolean;
}) {
  const t = useTranslations('providers');
  const tCommon = useTranslations('common');
  const { submit, pending, error } = useFormAction(updateProviderAction, {
    invalidates: ['providers', 'status'],
    success: t('saved'),
  });
  const kind = kinds.find((each) => each.kind === provider.kind);
  if (!kind) return null;
  return (
    <Stack>
      <Card>
        <ProviderForm
          // After a save the form starts anew from what is stored, so that a typed secret is masked again.
          key={provider.updatedAt}
          kind={kind}
          initial={providerValues(kind, provider)}
          stored={provider}
          onSubmit={(values) => void submit({ id: provider.id, ...toPatch(values) })}
          error={error}
          pending={pending}
          submitLabel={tCommon('save')}
          lockedReason={canEdit ? null : tCommon('readOnly')}
        />
      </Card>
    </Stack>
  );
}
