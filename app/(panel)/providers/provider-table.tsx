'use client';

import { Group } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ColumnsMenu } from '@/components/table/columns-menu';
import { DataTable } from '@/components/table/data-table';
import { paths } from '@/lib/paths';
import type { ProviderView } from '@/lib/providers/schema';
import { ProviderBadge } from './provider-badge';
import {
  Mono,
  PROVIDER_COLUMNS,
  type ProviderColumn,
  serverOf,
  USUAL_COLUMNS,
  useProviderColumns,
} from './provider-columns';
import { inSendingOrder } from './provider-state';
import { useByProvider } from './use-by-provider';

type Props = {
  query: { data: { data: ProviderView[] } | undefined; error: unknown; refetch: () => unknown };
  empty: ReactNode;
};

/** Every provider with the figures that a technician chose, in this browser; at first those that fit. */
export function ProviderTable({ query, empty }: Props) {
  const t = useTranslations('providers');
  const columns = useProviderColumns(useByProvider());
  const [chosen, choose] = useLocalStorage<ProviderColumn[] | null>({
    key: 'relevo-provider-columns',
    defaultValue: null,
  });
  const shown = Array.isArray(chosen)
    ? PROVIDER_COLUMNS.filter((name) => chosen.includes(name))
    : USUAL_COLUMNS;
  const sorted = { ...query, data: query.data && { data: inSendingOrder(query.data.data) } };
  return (
    <>
      <Group justify="flex-end" mb="xs" visibleFrom="sm">
        <ColumnsMenu
          all={PROVIDER_COLUMNS}
          titleOf={(name) => columns[name].title}
          shown={shown}
          chosen={chosen !== null}
          onChange={choose}
        />
      </Group>
      <DataTable
        label={t('title')}
        query={sorted}
        columns={shown.map((name) => columns[name])}
        rowHref={(provider) => paths.provider(provider.id)}
        empty={empty}
        card={(provider) => ({
          title: provider.name,
          aside: <ProviderBadge provider={provider} />,
          body: (
            <>
              <Mono>{serverOf(provider)}</Mono> · {t('columns.priority')} {provider.priority}
            </>
          ),
        })}
      />
    </>
  );
}
