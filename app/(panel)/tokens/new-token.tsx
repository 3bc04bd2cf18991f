'use client';

import { useTranslations } from 'next-intl';
import { CompanyField } from '@/components/form/company-field';
import { FormShell } from '@/components/form/form-shell';
import { RevealWindow } from '@/components/form/reveal-window';
import { SelectField } from '@/components/form/select-field';
import { useFormAction } from '@/components/form/use-form-action';
import { useZodForm } from '@/components/form/use-zod-form';
import { useBlankCompany } from '@/components/layout/me';
import { TOKEN_KINDS } from '@/lib/tokens/schema';
import { createTokenAction } from './actions';
import { TokenBounds, TokenFields } from './token-fields';
import { EXPIRIES, TokenForm } from './token-form';
import { TokenReveal } from './token-reveal';

type Props = {
  opened: boolean;
  onClose: () => void;
  baseUrl: string;
  /** Of the settings; 0: tokens have no end unless one is chosen. */
  usualDays: number;
  usualHours: number;
};

export function NewToken({ opened, onClose, baseUrl, ...usual }: Props) {
  const t = useTranslations('tokens');
  return (
    <RevealWindow
      opened={opened}
      onClose={onClose}
      title={t('create')}
      revealTitle={t('reveal.title')}
      closeLabel={t('reveal.close')}
      form={(onMade) => <Form {...usual} onCreated={onMade} />}
      reveal={(token, onDone) => <TokenReveal token={token} baseUrl={baseUrl} onDone={onDone} />}
    />
  );
}

type FormProps = Pick<Props, 'usualDays' | 'usualHours'> & { onCreated: (token: string) => void };

function Form({ onCreated, usualDays, usualHours }: FormProps) {
  const t = useTranslations('tokens');
  const blank = useBlankCompany();
  const form = useZodForm(TokenForm, {
    name: '',
    note: '',
    scopes: ['messages:send'],
    kind: 'live',
    fromDomains: [],
    allowedIps: [],
    providers: [],
    limits: {},
    rotation: { graceHours: usualHours },
    responsible: '',
    expires: usualDays > 0 ? 'usual' : '365',
  });
  const { submit, pending, error } = useFormAction(createTokenAction, {
    invalidates: ['tokens'],
    onSuccess: (created) => onCreated(created.token),
  });
  const named = (list: readonly string[], of: string) =>
    list.map((value) => ({ value, label: t(`${of}.${value}`) }));
  const expiries = [
    ...(usualDays > 0 ? [{ value: 'usual', label: t('usualExpiry', { days: usualDays }) }] : []),
    ...named(
      EXPIRIES.filter((value) => value !== 'usual'),
      'expiries',
    ),
  ];
  return (
    <FormShell
      form={form}
      onSubmit={(input) => submit({ ...input, company: input.company ?? blank })}
      pending={pending}
      error={error}
      submitLabel={t('form.submit')}
    >
      <TokenFields />
      <CompanyField help={t('form.companyHelp')} />
      <SelectField
        name="kind"
        label={t('form.kind')}
        description={t('form.kindHelp')}
        data={named(TOKEN_KINDS, 'kinds')}
      />
      <SelectField name="expires" label={t('form.expires')} data={expiries} />
      <TokenBounds />
    </FormShell>
  );
}
