'use client';

import { Stack, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { CSSProperties } from 'react';
import { useMode } from '@/components/layout/mode';
import { SettingsCard } from '@/components/layout/settings-card';
import { Notice } from '@/components/table/notice';
import { RetryPlan } from './retry-plan';
import type { Section } from './sections';
import { Setting } from './setting';
import classes from './setting.module.css';

type Props = { section: Section; ownAddress: string | null; publicAddress: string | null };

/** What it is about on the left, its fields on the right. */
export function SettingsSection({ section, ownAddress, publicAddress }: Props) {
  const t = useTranslations('settings.sections');
  const tSettings = useTranslations('settings');
  const { technical } = useMode();
  const shown = technical ? [...section.fields, ...section.technical] : section.fields;
  const columns = { '--columns': section.columns ?? 2 } as CSSProperties;
  return (
    <SettingsCard title={t(`${section.key}.title`)} help={t(`${section.key}.help`)}>
      <Stack gap="lg">
        <div className={classes.grid} style={columns}>
          {shown.map((path) => (
            <Setting key={path} path={path} />
          ))}
        </div>
        {section.key === 'panelAddresses' && ownAddress && (
          <Text size="sm" c="dimmed">
            {tSettings('yourAddress', { address: ownAddress })}
          </Text>
        )}
        {section.key === 'tracking' && publicAddress === null && (
          <Notice tone="warn">{tSettings('noPublicAddress')}</Notice>
        )}
        {section.key === 'retries' && !technical && <RetryPlan />}
      </Stack>
    </SettingsCard>
  );
}
