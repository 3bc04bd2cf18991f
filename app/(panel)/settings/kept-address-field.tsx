'use client';

import { useTranslations } from 'next-intl';
import { SelectField } from '@/components/form/select-field';
import { KEPT_ADDRESSES } from '@/lib/settings/schema';
import { HELP_BELOW } from './help-below';

type Props = { name: string; label: string; description: string | undefined };

/** What is kept of the address of who opens a message. */
export function KeptAddressField(props: Props) {
  const t = useTranslations('settings.keptAddresses');
  return (
    <SelectField
      {...props}
      data={KEPT_ADDRESSES.map((value) => ({ value, label: t(value) }))}
      inputWrapperOrder={[...HELP_BELOW]}
    />
  );
}
