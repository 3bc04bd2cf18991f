'use client';

import { SegmentedControl } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type Mode, useMode } from './mode';
import type { SavePreferences } from './preferences';
import { useAction } from './use-action';

/** Draws at once and saves behind; a failed save goes back and says so. */
export function ModeSwitch({ save }: { save: SavePreferences }) {
  const t = useTranslations('shell.mode');
  const { mode, setMode } = useMode();
  const { run } = useAction(save);

  async function change(next: Mode) {
    setMode(next);
    const result = await run({ mode: next });
    if (!result.ok) setMode(mode);
  }

  return (
    <SegmentedControl
      fullWidth
      aria-label={t('label')}
      value={mode}
      onChange={(value) => change(value as Mode)}
      data={[
        { value: 'admin', label: t('admin') },
        { value: 'technical', label: t('technical') },
      ]}
    />
  );
}
