'use client';

import { useTranslations } from 'next-intl';
import { parseAsBoolean, useQueryState } from 'nuqs';
import { useWatch } from 'react-hook-form';
import { FormShell } from '@/components/form/form-shell';
import { FormWindow } from '@/components/form/form-window';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { SelectField } from '@/components/form/select-field';
import { TextField } from '@/components/form/text-field';
import { useFormAction } from '@/components/form/use-form-action';
import { useZodForm } from '@/components/form/use-zod-form';
import type { TokenDetail } from '@/lib/tokens/schema';
import { updateTokenAction } from '../actions';
import { ENDS, EndForm } from '../token-end-form';

type Props = { token: TokenDetail; disabledReason: string | null };

/** When it ends: another moment, or never. Mails and the first page lead here, with the window open. */
export function TokenEnd({ token, disabledReason }: Props) {
  const t = useTranslations('tokens.end');
  const [opened, setOpened] = useQueryState('end', parseAsBoolean.withDefault(false));
  const close = () => void setOpened(null);
  return (
    <>
      <ReasonedButton variant="default" onClick={() => void setOpened(true)} disabledReason={disabledReason}>
        {t('action')}
      </ReasonedButton>
      <FormWindow
        opened={opened && !disabledReason}
        onClose={close}
        title={t('title', { name: token.name })}
        size="md"
      >
        <Form id={token.id} onDone={close} />
      </FormWindow>
    </>
  );
}

function Form({ id, onDone }: { id: string; onDone: () => void }) {
  const t = useTranslations('tokens');
  const form = useZodForm(EndForm, { ends: '90', date: '' });
  const { submit, pending, error } = useFormAction(updateTokenAction, {
    invalidates: ['tokens', 'status'],
    success: t('end.done'),
    onSuccess: onDone,
  });
  const names = { date: t('end.date'), never: t('expiries.never') };
  const label = (value: (typeof ENDS)[number]) =>
    value === 'date' || value === 'never' ? names[value] : t(`expiries.${value}`);
  return (
    <FormShell
      form={form}
      onSubmit={(changes) => void submit({ ...changes, id })}
      pending={pending}
      error={error}
      submitLabel={t('end.submit')}
    >
      <SelectField
        name="ends"
        label={t('end.ends')}
        description={t('end.help')}
        data={ENDS.map((value) => ({ value, label: label(value) }))}
      />
      <Day />
    </FormShell>
  );
}

function Day() {
  const t = useTranslations('tokens.end');
  const ends = useWatch({ name: 'ends' });
  return ends === 'date' && <TextField name="date" type="date" label={t('day')} description={t('dayHelp')} />;
}
