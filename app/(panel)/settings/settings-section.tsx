'use client';

import { SimpleGrid, Stack } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useMode } from '@/components/layout/mode';
import { SettingsCard } from '@/components/layout/settings-card';
import { RetryPlan } from './retry-plan';
import type { Section } from './sections';
import { Setting } from './setting';

/** What it is about on the left, its fields on the right. */
export function SettingsSection({ section }: { section: Section }) {
  const t = useTranslations('settings.sections');
  const { technical } = useMode();
  const shown = technical ? [...section.fields, ...section.technical] : section.fields;
  const wide = section.key === 'routing';
  return (
    <SettingsCard title={t(`${section.key}.title`)} help={t(`${section.key}.help`)}>
      <Stack gap="lg">
        <SimpleGrid cols={{ base: 1, sm: wide || shown.length === 1 ? 1 : 2 }} verticalSpacing="lg">
          {shown.map((path) => (
            <Setting key={path} path={path} />
          ))}
        </SimpleGrid>
        {section.key === 'retries' && !technical && <RetryPlan />}
      </Stack>
    </SettingsCard>
  );
}
