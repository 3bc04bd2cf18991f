'use client';

import { useTranslations } from 'next-intl';
import { LinkButton } from '@/components/form/link-button';
import { paths } from '@/lib/paths';
import { AddProvider } from './add-provider';

export function ProvidersActions() {
  const t = useTranslations('providers');
  return (
    <>
      <LinkButton href={paths.providerChecks()} variant="default">
        {t('checks')}
      </LinkButton>
      <AddProvider />
    </>
  );
}
