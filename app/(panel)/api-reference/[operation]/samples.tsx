'use client';

import { Group, Tabs } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { CopyText } from '@/components/layout/copy-text';
import { SectionCard } from '@/components/layout/section-card';
import { PlainText } from '@/components/table/plain-text';
import type { SampleRequest } from '@/lib/openapi/samples/request';
import { SAMPLE_LANGUAGES } from '@/lib/openapi/samples/samples';

/** The request as it stands in the form beside it, in each language. */
export function Samples({ request, baseUrl }: { request: SampleRequest; baseUrl: string }) {
  const t = useTranslations('api');
  return (
    <SectionCard title={t('examples')} lead={t('examplesLead', { url: baseUrl })}>
      <Tabs defaultValue={SAMPLE_LANGUAGES[0]!.id} keepMounted={false}>
        <Tabs.List>
          {SAMPLE_LANGUAGES.map(({ id, label }) => (
            <Tabs.Tab key={id} value={id}>
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {SAMPLE_LANGUAGES.map(({ id, label, write }) => (
          <Tabs.Panel key={id} value={id} pt="sm">
            <Group justify="flex-end" mb={6}>
              <CopyText text={write(request)} />
            </Group>
            <PlainText label={label}>{write(request)}</PlainText>
          </Tabs.Panel>
        ))}
      </Tabs>
    </SectionCard>
  );
}
