'use client';

import { useTranslations } from 'next-intl';
import type { TouchedThing } from '@/lib/configuration/versions/schema';

/** `Change Provider: Office (clinic)`. */
export function useStepText() {
  const t = useTranslations('configuration');
  return ({ action, section, company, name }: TouchedThing) => {
    const noun = t(`sections.${section}` as 'sections.settings');
    const owner = company === null ? '' : ` (${company})`;
    return t(`actions.${action}`, { what: name === '' ? noun : `${noun}: ${name}${owner}` });
  };
}
