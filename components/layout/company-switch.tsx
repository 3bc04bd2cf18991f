'use client';

import { useQueryClient } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { CompanyMark } from './company-mark';
import { useMe } from './me';
import type { SavePreferences } from './preferences';
import { useAction } from './use-action';
import { useCompanies } from './use-companies';

const ALL = 'all';

/** Most have one company, and never need it. */
const Select = dynamic(() => import('./company-select').then((module) => module.CompanySelect), {
  ssr: false,
});

/** Which company this person looks at; there once there are two. Who is limited to some always looks at one of these. */
export function CompanySwitch({ chosen, save }: { chosen: string | null; save: SavePreferences }) {
  const t = useTranslations('shell.company');
  const companies = useCompanies();
  const { companyIds } = useMe();
  const router = useRouter();
  const queryClient = useQueryClient();
  const { run, pending } = useAction(save);
  const [value, setValue] = useState(chosen ?? ALL);
  if (companies.length < 2) return null;

  async function change(next: string) {
    setValue(next);
    const result = await run({ companyId: next === ALL ? null : next });
    if (!result.ok) return setValue(value);
    await queryClient.invalidateQueries();
    router.refresh();
  }

  const looked = companies.find(({ id }) => id === value);
  const mark = looked?.brand.color ? <CompanyMark company={looked} /> : undefined;
  return (
    <Select
      aria-label={t('label')}
      size="xs"
      // On a phone the state of the system must stay readable beside it.
      w={{ base: 96, xs: 170 }}
      comboboxProps={{ width: 'max-content', position: 'bottom-end' }}
      value={value}
      leftSection={mark}
      leftSectionWidth={mark && 28}
      disabled={pending}
      allowDeselect={false}
      onChange={(next) => next && change(next)}
      data={[
        ...(companyIds ? [] : [{ value: ALL, label: t('all') }]),
        ...companies.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  );
}
