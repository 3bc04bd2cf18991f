'use client';

import { useTranslations } from 'next-intl';
import { SelectField } from '@/components/form/select-field';
import { GUARD_MODES } from '@/lib/routing/sender-guard';
import { KEPT_ADDRESSES } from '@/lib/settings/schema';
import { SPARINGS } from '@/lib/settings/sms';
import { OUTSIDE_WINDOW } from '@/lib/settings/whatsapp';
import { HELP_BELOW } from './help-below';

/** One of a few values, and where its texts stand within `settings`. */
export const SELECTS: Record<
  string,
  { values: readonly string[]; texts: 'keptAddresses' | 'sparing' | 'guards' | 'outsideWindow' }
> = {
  'delivery.tracking.addresses': { values: KEPT_ADDRESSES, texts: 'keptAddresses' },
  'delivery.whatsapp.outsideWindow': { values: OUTSIDE_WINDOW, texts: 'outsideWindow' },
  'delivery.sms.sparing': { values: SPARINGS, texts: 'sparing' },
  'delivery.sender.guard': { values: GUARD_MODES, texts: 'guards' },
};

type Props = { name: string; label: string; description: string | undefined };

export function SelectSetting(props: Props) {
  const { values, texts } = SELECTS[props.name]!;
  const t = useTranslations(`settings.${texts}`);
  return (
    <SelectField
      {...props}
      data={values.map((value) => ({ value, label: t(value) }))}
      inputWrapperOrder={[...HELP_BELOW]}
    />
  );
}
