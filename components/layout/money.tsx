'use client';

import { useFormatter } from 'next-intl';
import { createContext, type ReactNode, useContext } from 'react';

/** A tenth of a cent is a usual price. */
const SMALL_DIGITS = 4;

const CurrencyContext = createContext('USD');

export function CurrencyProvider({ currency, children }: { currency: string; children: ReactNode }) {
  return <CurrencyContext value={currency}>{children}</CurrencyContext>;
}

/** Of the settings: what providers cost is told in it. */
export const useCurrency = () => useContext(CurrencyContext);

/** Decimal strings as the reader writes money, by default in the currency of the settings. */
export function useMoney(currency?: string): (decimal: string) => string {
  const format = useFormatter();
  const usual = useContext(CurrencyContext);
  return (decimal) => {
    const amount = Number(decimal);
    const isSmall = amount !== 0 && Math.abs(amount) < 0.1;
    return format.number(amount, {
      style: 'currency',
      currency: currency ?? usual,
      currencyDisplay: 'narrowSymbol',
      ...(isSmall && { maximumFractionDigits: SMALL_DIGITS }),
    });
  };
}
