'use client';

import { useTranslations } from 'next-intl';
import type { PresetView } from '../provider-kind';

/** A service's name; most are the same in every language and come with the preset. */
export function usePresetLabel(): (preset: PresetView) => string {
  const t = useTranslations('providers.presets');
  return (preset) => {
    const key = `${preset.name}.label`;
    return t.has(key) ? t(key) : preset.label;
  };
}
