'use client';

import { Button, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FormShell } from '@/components/form/form-shell';
import { FormWindow } from '@/components/form/form-window';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { SelectField } from '@/components/form/select-field';
import { useFormAction } from '@/components/form/use-form-action';
import { useZodForm } from '@/components/form/use-zod-form';
import type { TokenDetail } from '@/lib/tokens/schema';
import { rotateTokenAction } from '../actions';
import { RotateForm } from '../token-form';
import { TokenReveal } from '../token-reveal';

const GRACES = ['0', '1', '24', '168'] as const;

type Props = {
  token: TokenDetail;
  disabledReason: string | null;
  baseUrl: string;
  /** Of the settings. */
  usualHours: number;
};

/** How long the secret from before works on, then the new one: it is shown this once. */
export function RotateToken({ token, disabledReason, baseUrl, usualHours }: Props) {
  const t = useTranslations('tokens.rotate');
  const [opened, setOpened] = useState(false);
  const [fresh, setFresh] = useState<string>();
  const close = () => {
    setOpened(false);
    setFresh(undefined);
  };
  return (
    <>
      <ReasonedButton onClick={() => setOpened(true)} disabledReason={disabledReason}>
        {t('action')}
      </ReasonedButton>
      <FormWindow
        opened={opened}
        onClose={close}
        title={t('title', { name: token.name })}
        closeOnClickOutside={!fresh}
        closeOnEscape={!fresh}
      >
        {fresh ? (
          <TokenReveal token={fresh} baseUrl={baseUrl} onDone={close} />
        ) : (
          <Form id={token.id} usualHours={usualHours} onRotated={setFresh} onCancel={close} />
        )}
      </FormWindow>
    </>
  );
}

type FormProps = { id: string; usualHours: number; onRotated: (token: string) => void; onCancel: () => void };

function Form({ id, usualHours, onRotated, onCancel }: FormProps) {
  const t = useTranslations('tokens.rotate');
  const usual = String(usualHours);
  const form = useZodForm(RotateForm, { graceHours: usual });
  const { submit, pending, error } = useFormAction(rotateTokenAction, {
    invalidates: ['tokens'],
    onSuccess: ({ token }) => onRotated(token),
  });
  const graces = [
    ...GRACES.map((value) => ({ value: String(value), label: t(`graces.${value}`) })),
    ...(GRACES.some((value) => value === usual)
      ? []
      : [{ value: usual, label: t('usualGrace', { hours: usualHours }) }]),
  ];
  return (
    <FormShell
      form={form}
      onSubmit={(values) => void submit({ ...values, id })}
      pending={pending}
      error={error}
      submitLabel={t('confirm')}
      beside={
        <Button variant="default" onClick={onCancel}>
          {t('keep')}
        </Button>
      }
    >
      <Text size="sm">{t('body')}</Text>
      <SelectField name="graceHours" label={t('grace')} data={graces} />
    </FormShell>
  );
}
