'use client';

import { useLocale } from 'next-intl';
import { useMemo } from 'react';
import { SelectField } from '@/components/form/select-field';
import { COUNTRIES } from '@/lib/settings/countries';
import { HELP_BELOW } from './help-below';

type Props = { name: string; label: string; description: string | undefined };

export function TimeZoneField(props: Props) {
  const zones = useMemo(listTimeZones, []);
  return <SelectField {...props} data={zones} searchable inputWrapperOrder={[...HELP_BELOW]} />;
}

export function CurrencyField(props: Props) {
  const locale = useLocale();
  const currencies = useMemo(() => listCurrencies(locale), [locale]);
  return <SelectField {...props} data={currencies} searchable inputWrapperOrder={[...HELP_BELOW]} />;
}

/** May be left open. */
export function CountryField(props: Omit<Props, 'description'> & Partial<Props>) {
  const locale = useLocale();
  const countries = useMemo(() => listCountries(locale), [locale]);
  return <SelectField {...props} data={countries} searchable clearable inputWrapperOrder={[...HELP_BELOW]} />;
}

function listTimeZones() {
  const names = new Set(['UTC', ...Intl.supportedValuesOf('timeZone')]);
  const now = new Date();
  return [...names].map((value) => ({
    value,
    label: `${value.replaceAll('_', ' ')} (${offset(value, now)})`,
  }));
}

/** `GMT-3`, as it is today. */
function offset(timeZone: string, now: Date): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'shortOffset' }).formatToParts(now);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
}

function listCurrencies(locale: string) {
  const names = new Intl.DisplayNames(locale, { type: 'currency' });
  return Intl.supportedValuesOf('currency').map((value) => ({
    value,
    label: `${value} · ${names.of(value)}`,
  }));
}

function listCountries(locale: string) {
  const names = new Intl.DisplayNames(locale, { type: 'region' });
  return COUNTRIES.map((value) => ({ value, label: names.of(value) ?? value })).toSorted((a, b) =>
    a.label.localeCompare(b.label, locale),
  );
}
