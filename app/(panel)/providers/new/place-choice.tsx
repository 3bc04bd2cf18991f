'use client';

import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { apiQuery } from '@/components/layout/api';
import type { ProviderView } from '@/lib/providers/schema';
import { isSandbox } from '../is-sandbox';
import { besideInOrder } from '../place-in-order';

type Props = { provider: ProviderView; value: number | null; onChange: (place: number) => void };

/** Asks when it gets its turn among those that are there; without an answer it comes where it stands. */
export function PlaceChoice({ provider, value, onChange }: Props) {
  const t = useTranslations('wizard.finish');
  const { data } = useQuery(apiQuery('providers'));
  const all = besideInOrder(data?.data ?? [], provider);
  const others = all.filter(({ id }) => id !== provider.id);
  // A sandbox stands in no order, and no order is asked among one.
  if (others.length === 0 || isSandbox(provider)) return null;
  const now = all.findIndex(({ id }) => id === provider.id);
  const places = others.map(({ name }, index) => ({ value: `${index + 1}`, label: t('after', { name }) }));
  return (
    <Select
      label={t('place')}
      description={t('placeHelp')}
      data={[{ value: '0', label: t('default') }, ...places]}
      value={`${value ?? now}`}
      onChange={(place) => place && onChange(Number(place))}
      allowDeselect={false}
    />
  );
}
