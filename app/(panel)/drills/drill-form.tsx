'use client';

import { SimpleGrid, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useWatch } from 'react-hook-form';
import type { FormError } from '@/components/form/form-error';
import { FormShell } from '@/components/form/form-shell';
import { NumberField } from '@/components/form/number-field';
import { SelectField } from '@/components/form/select-field';
import { TextField } from '@/components/form/text-field';
import { useZodForm } from '@/components/form/use-zod-form';
import { Notice } from '@/components/table/notice';
import { DRILL_ADDRESS, DrillInput, MAX_DRILL_MESSAGES, MAX_DRILL_MINUTES } from '@/lib/drills/schema';
import { DRILL_MODES, type DrillMode } from '@/lib/outages/modes';
import type { ProviderView } from '@/lib/providers/schema';
import { isSandbox } from '../providers/is-sandbox';

type Props = {
  /** Those that take messages, in the order in which they are tried. */
  providers: ProviderView[];
  ownAddress: string;
  onSubmit: (input: DrillInput) => unknown;
  pending: boolean;
  error: FormError | null;
};

const MINUTES = 5;
const MESSAGES = 30;

export function DrillForm({ providers, ownAddress, onSubmit, ...shell }: Props) {
  const t = useTranslations('drills.form');
  const onlySandboxes = providers.every(isSandbox);
  const form = useZodForm(DrillInput, {
    provider: providers[0]?.id ?? '',
    mode: 'down',
    minutes: MINUTES,
    messages: MESSAGES,
    // A real provider would really send to the sandbox's address, and be told that there is none.
    to: onlySandboxes ? DRILL_ADDRESS : ownAddress,
  });
  const [providerId, mode] = useWatch({ control: form.control, name: ['provider', 'mode'] });
  const chosen = providers.find(({ id }) => id === providerId);
  return (
    <FormShell form={form} onSubmit={onSubmit} submitLabel={t('submit')} {...shell}>
      <SelectField
        name="provider"
        label={t('provider')}
        description={t('providerHelp')}
        data={providers.map(({ id, name }) => ({ value: id, label: name }))}
        placeholder={providers.length === 0 ? t('noProvider') : undefined}
        openOnFocus={false}
        data-autofocus
      />
      <SelectField
        name="mode"
        label={t('mode')}
        description={t(`modeHelp.${mode as DrillMode}`)}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        data={DRILL_MODES.map((value) => ({ value, label: t(`modes.${value}`) }))}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <NumberField
          name="minutes"
          label={t('minutes')}
          description={t('minutesHelp', { max: MAX_DRILL_MINUTES })}
        />
        <NumberField
          name="messages"
          label={t('messages')}
          description={t('messagesHelp', { max: MAX_DRILL_MESSAGES })}
        />
      </SimpleGrid>
      <TextField
        name="to"
        type="email"
        label={t('to')}
        description={t(onlySandboxes ? 'toHelp' : 'toHelpReal')}
      />
      {chosen && (
        <Notice tone={isSandbox(chosen) ? 'warn' : 'busy'} icon={<IconInfoCircle aria-hidden />}>
          <Text size="sm">{t(isSandbox(chosen) ? 'sandboxNote' : 'realNote', { name: chosen.name })}</Text>
        </Notice>
      )}
    </FormShell>
  );
}
