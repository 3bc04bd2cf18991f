'use client';

import { Anchor, Group, Text, Title } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { usePresetLabel } from './preset-label';
import { PriceNote } from './price-note';
import type { Choice } from './wizard-values';

/** What one needs from the service before it works, with the way to the service's own pages. */
export function PresetHelp({ choice: { kind, preset } }: { choice: Choice }) {
  const t = useTranslations('providers');
  const label = usePresetLabel();
  const hint = [`presets.${preset.name}.hint`, `presets.${kind.kind}.hint`].find((key) => t.has(key));
  return (
    <div>
      <Title order={2}>{label(preset)}</Title>
      {hint && (
        <Text size="sm" c="dimmed" mt={4}>
          {t(hint)}
        </Text>
      )}
      <PriceNote preset={preset.name} />
      <Group gap="md" mt={4}>
        {preset.help && <Outside href={preset.help}>{t('new.guide', { name: label(preset) })}</Outside>}
        {preset.keysUrl && <Outside href={preset.keysUrl}>{t('new.keys')}</Outside>}
      </Group>
    </div>
  );
}

function Outside({ href, children }: { href: string; children: string }) {
  return (
    <Anchor href={href} target="_blank" rel="noreferrer" size="sm" underline="always">
      {children} <IconExternalLink size={13} aria-hidden />
    </Anchor>
  );
}
