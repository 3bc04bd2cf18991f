'use client';

import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { apiQuery } from '@/components/layout/api';
import { SHARED, useLocked } from '@/components/layout/use-locked';
import type { Place } from '@/lib/configuration/plan';

type Props = { value: Place | null; onChange: (place: Place | null) => void };

const EVERYTHING = '';

/** All that is configured, or one thing of it. */
export function ThingSelect({ value, onChange }: Props) {
  const t = useTranslations('configuration');
  const locked = useLocked('config.read', SHARED);
  const { data } = useQuery({ ...apiQuery('config/things'), enabled: !locked });
  const places = data?.data ?? [];
  const sections = [...new Set(places.map(({ section }) => section))];
  return (
    <Select
      label={t('editor.what')}
      searchable
      disabled={Boolean(locked)}
      allowDeselect={false}
      nothingFoundMessage={t('editor.noSuch')}
      value={value ? keyOf(value) : EVERYTHING}
      onChange={(key) => onChange(places.find((place) => keyOf(place) === key) ?? null)}
      data={[
        { value: EVERYTHING, label: t('editor.everything') },
        ...sections.map((section) => ({
          group: t(`sections.${section}` as never),
          items: places
            .filter((place) => place.section === section)
            .map((place) => ({ value: keyOf(place), label: labelOf(place, t('sections.settings')) })),
        })),
      ]}
      miw={240}
      style={{ flexGrow: 1 }}
    />
  );
}

function keyOf({ section, company, name }: Place): string {
  return JSON.stringify([section, company, name]);
}

function labelOf({ company, name }: Place, settings: string): string {
  if (name === '') return settings;
  return company === null ? name : `${name} (${company})`;
}
