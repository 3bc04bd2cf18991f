'use client';

import { useTranslations } from 'next-intl';
import { useWatch } from 'react-hook-form';
import { SelectField } from '@/components/form/select-field';
import { type ComposeValues, TRACKING } from './compose-values';

/** Whether Relevo is to see that it was opened, and its links followed. That takes HTML, and an address at which recipients reach this system. */
export function TrackingField({ reachable }: { reachable: boolean }) {
  const t = useTranslations('messages.compose.tracking');
  const [html] = useWatch<ComposeValues, ['html']>({ name: ['html'] });
  const help = !reachable ? 'unreachable' : !html ? 'needsHtml' : 'help';
  return (
    <SelectField
      name="tracking"
      label={t('label')}
      description={t(help)}
      disabled={!reachable}
      data={TRACKING.map((value) => ({ value, label: t(`choices.${value}`) }))}
    />
  );
}
