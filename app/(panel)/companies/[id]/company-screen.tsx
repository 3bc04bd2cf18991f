'use client';

import { Code, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { useFormAction } from '@/components/form/use-form-action';
import { apiQuery } from '@/components/layout/api';
import { Columns } from '@/components/layout/columns';
import { CompanyMark } from '@/components/layout/company-mark';
import { DetailScreen } from '@/components/layout/detail-screen';
import { SectionCard } from '@/components/layout/section-card';
import { SHARED, useLocked } from '@/components/layout/use-locked';
import type { CompanyView } from '@/lib/companies/schema';
import { paths } from '@/lib/paths';
import { updateCompanyAction } from '../actions';
import { CompanyForm } from '../company-form';
import { toPatch } from '../company-form-values';
import { CompanyFigures } from './company-figures';
import { CompanyProviders } from './company-providers';
import { DeleteCompany } from './delete-company';

/** One company: its sender, clock and limits, what it has sent, who sends for it. */
export function CompanyScreen({ id }: { id: string }) {
  const t = useTranslations('companies');
  const lockedReason = useLocked('companies.write', SHARED);
  const query = useQuery(apiQuery('companies/[id]', { id }));
  return (
    <DetailScreen
      query={query}
      kind={t('one')}
      back={{ href: paths.companies(), label: t('title') }}
      head={(company) => ({
        title: (
          <Group component="span" gap="xs">
            <CompanyMark company={company} />
            {company.name}
          </Group>
        ),
        state: <About company={company} />,
        actions: <DeleteCompany company={company} disabledReason={lockedReason} />,
      })}
    >
      {(company) => (
        <>
          <CompanyFigures company={company} />
          <Columns
            main={
              <SectionCard title={t('settings')}>
                <Edit company={company} lockedReason={lockedReason} />
              </SectionCard>
            }
            beside={<CompanyProviders company={company} />}
          />
        </>
      )}
    </DetailScreen>
  );
}

function About({ company: { key, country } }: { company: CompanyView }) {
  const locale = useLocale();
  return (
    <Text span size="sm">
      <Code>{key}</Code>
      {country && ` · ${new Intl.DisplayNames(locale, { type: 'region' }).of(country)}`}
    </Text>
  );
}

const READS = ['companies', 'providers', 'messages', 'statistics'];

function Edit({ company, lockedReason }: { company: CompanyView; lockedReason: string | null }) {
  const t = useTranslations('companies');
  const { submit, pending, error } = useFormAction(updateCompanyAction, {
    invalidates: READS,
    success: t('saved'),
  });
  return (
    <CompanyForm
      stored={company}
      onSubmit={(values, version) => submit({ ...toPatch(values, company), id: company.id, version })}
      pending={pending}
      error={error}
      lockedReason={lockedReason}
    />
  );
}
