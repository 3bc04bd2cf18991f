'use client';

import { Anchor, Group, Text } from '@mantine/core';
import { IconBuilding } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { apiQuery } from '@/components/layout/api';
import { CompanyMark } from '@/components/layout/company-mark';
import { NOTHING } from '@/components/layout/quantities';
import { type Column, DataTable } from '@/components/table/data-table';
import { EmptyState } from '@/components/table/empty-state';
import type { CompanyView } from '@/lib/companies/schema';
import { paths } from '@/lib/paths';

export function CompanyTable({ create }: { create: ReactNode }) {
  const t = useTranslations('companies');
  const locale = useLocale();
  const query = useQuery(apiQuery('companies'));
  const country = ({ country: code }: CompanyView) =>
    code ? new Intl.DisplayNames(locale, { type: 'region' }).of(code) : NOTHING;
  const columns: Column<CompanyView>[] = [
    { id: 'name', title: t('form.name'), render: (company) => <Name company={company} /> },
    { id: 'key', title: t('form.key'), render: (company) => <Key company={company} /> },
    { id: 'country', title: t('form.country'), render: country },
    { id: 'sender', title: t('form.fromEmail'), render: ({ fromEmail }) => fromEmail ?? NOTHING },
    { id: 'website', title: t('form.website'), render: (company) => <Website company={company} /> },
  ];
  return (
    <DataTable
      label={t('title')}
      query={query}
      columns={columns}
      rowHref={({ id }) => paths.company(id)}
      empty={
        <EmptyState icon={<IconBuilding size={22} />} title={t('empty.title')} action={create}>
          {t('empty.body')}
        </EmptyState>
      }
      card={(company) => ({ title: <Name company={company} />, body: <Key company={company} /> })}
    />
  );
}

type Props = { company: CompanyView };

function Name({ company }: Props) {
  return (
    <Group component="span" gap={6} wrap="nowrap">
      <CompanyMark company={company} />
      {company.name}
    </Group>
  );
}

function Key({ company: { key } }: Props) {
  return (
    <Text span size="xs" c="dimmed" ff="monospace">
      {key}
    </Text>
  );
}

function Website({ company: { brand } }: Props) {
  if (!brand.website) return NOTHING;
  return (
    <Anchor size="sm" href={brand.website} target="_blank" rel="noreferrer">
      {new URL(brand.website).host}
    </Anchor>
  );
}
