'use client';

import { useTranslations } from 'next-intl';
import type { TouchedThing } from '@/lib/configuration/versions/schema';

/** `Changed Provider: Office (clinic)`: what a version tells is done. */
export function useStepText() {
  const t = useTranslations('configuration');
  return ({ action, section, company, name }: TouchedThing) => {
    const noun = t(`sections.${section}` as 'sections.settings');
    const owner = company === null ? '' : ` (${company})`;
    return t(`versions.did.${action}`, { what: name === '' ? noun : `${noun}: ${name}${owner}` });
  };
}
