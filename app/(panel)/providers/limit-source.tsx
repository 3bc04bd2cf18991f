'use client';

import { Anchor, Text } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { useFormatter, useTranslations } from 'next-intl';
import { LimitsText } from './limits-text';
import { usePresetLabel } from './new/preset-label';
import type { PresetView } from './provider-kind';

type Props = { preset: PresetView; source: NonNullable<PresetView['source']> };

/** Whose figures the recommended limits are, and of when. */
export function LimitSource({ preset, source }: Props) {
  const t = useTranslations('providers.form');
  const format = useFormatter();
  const label = usePresetLabel();
  const monthOf = (checked: string) =>
    format.dateTime(new Date(`${checked}-15T12:00:00Z`), { year: 'numeric', month: 'long' });
  const name = label(preset);
  const limits = () => <LimitsText provider={{ limits: preset.limits ?? {} }} />;
  return (
    <Text size="sm">
      {source.checked === null
        ? t.rich('limitsSourceUnread', { name, limits })
        : t.rich('limitsSource', { name, limits, month: monthOf(source.checked) })}{' '}
      <Anchor href={source.url} target="_blank" rel="noreferrer" size="sm" underline="always">
        {t('limitsSourceLink')} <IconExternalLink size={13} aria-hidden />
      </Anchor>
    </Text>
  );
}
