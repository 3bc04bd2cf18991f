'use client';

import { Anchor, Group, Text } from '@mantine/core';
import { IconBuilding } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { apiQuery } from '@/components/layout/api';
import { CompanyMark } from '@/components/layout/company-mark';
import { useConfirm } from '@/components/layout/confirm';
import { NOTHING } from '@/components/layout/quantities';
import { useAction } from '@/components/layout/use-action';
import { type Column, DataTable } from '@/components/table/data-table';
import { EmptyState } from '@/components/table/empty-state';
import type { CompanyView } from '@/lib/companies/schema';
import { deleteCompanyAction } from './actions';

type Props = {
  create: ReactNode;
  disabledReason: string | null;
  onEdit: (company: CompanyView) => void;
};

export function CompanyTable({ create, disabledReason, onEdit }: Props) {
  const t = useTranslations('companies');
  const locale = useLocale();
  const query = useQuery(apiQuery('companies'));
  const country = ({ country: code }: CompanyView) =>
    code ? new Intl.DisplayNames(locale, { type: 'region' }).of(code) : NOTHING;
  const controls = (company: CompanyView) => (
    <Controls company={company} disabledReason={disabledReason} onEdit={() => onEdit(company)} />
  );
  const columns: Column<CompanyView>[] = [
    { id: 'name', title: t('form.name'), render: (company) => <Name company={company} /> },
    { id: 'country', title: t('form.country'), render: country },
    { id: 'sender', title: t('form.fromEmail'), render: ({ fromEmail }) => fromEmail ?? NOTHING },
    { id: 'actions', title: t('actions'), align: 'right', width: 220, render: controls },
  ];
  return (
    <DataTable
      label={t('title')}
      query={query}
      columns={columns}
      empty={
        <EmptyState icon={<IconBuilding size={22} />} title={t('empty.title')} action={create}>
          {t('empty.body')}
        </EmptyState>
      }
      card={(company) => ({ title: <Name company={company} />, body: controls(company) })}
    />
  );
}

function Name({ company }: { company: CompanyView }) {
  const { name, key, brand } = company;
  return (
    <>
      <Group gap={6} wrap="nowrap">
        <CompanyMark company={company} />
        <Text size="sm" fw={550}>
          {name}
        </Text>
      </Group>
      <Text size="xs" c="dimmed" ff="monospace">
        {key}
      </Text>
      {brand.website && (
        <Anchor size="xs" href={brand.website} target="_blank" rel="noreferrer">
          {new URL(brand.website).host}
        </Anchor>
      )}
    </>
  );
}

type ControlsProps = { company: CompanyView; disabledReason: string | null; onEdit: () => void };

function Controls({ company: { id, name }, disabledReason, onEdit }: ControlsProps) {
  const t = useTranslations('companies');
  const confirm = useConfirm();
  const { run, pending } = useAction(deleteCompanyAction, {
    invalidates: ['companies'],
    success: t('remove.done'),
  });
  const ask = async () => {
    const question = { title: t('remove.title', { name }), body: t('remove.body') };
    const answers = { confirmLabel: t('remove.confirm'), keepLabel: t('remove.keep') };
    if (await confirm({ ...question, ...answers, danger: true })) await run({ id });
  };
  return (
    <Group gap="xs" justify="flex-end" wrap="nowrap">
      <ReasonedButton size="compact-sm" variant="default" onClick={onEdit} disabledReason={disabledReason}>
        {t('edit')}
      </ReasonedButton>
      <ReasonedButton
        size="compact-sm"
        variant="default"
        loading={pending}
        onClick={ask}
        disabledReason={disabledReason}
      >
        {t('remove.action')}
      </ReasonedButton>
    </Group>
  );
}
