'use client';

import { Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useMoney } from '@/components/layout/money';
import { PRICE_EXAMPLES, type PriceExample } from '@/lib/providers/price-examples';

/** What the service asks for, with the year of the example; nothing where nobody has published it. */
export function PriceNote({ preset }: { preset: string }) {
  const t = useTranslations('providers.prices');
  const money = useMoney('USD');
  const known = PRICE_EXAMPLES[preset];
  if (!known) return null;
  const amount = ({ from, to }: PriceExample) =>
    to ? t('between', { from: money(from), to: money(to) }) : money(from);
  const said = known.examples.map((example) => t(example.what, { amount: amount(example) })).join(', ');
  return (
    <Text size="sm" c="dimmed">
      {t('note', { year: String(known.year), said })}
    </Text>
  );
}
