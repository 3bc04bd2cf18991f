'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { FormShell } from '@/components/form/form-shell';
import { RadioField } from '@/components/form/radio-field';
import { useFormAction } from '@/components/form/use-form-action';
import { useZodForm } from '@/components/form/use-zod-form';
import { useMode } from '@/components/layout/mode';
import { useLocked } from '@/components/layout/use-locked';
import type { GeneratedServer } from '@/lib/own-server/schema';
import { generateOwnServerAction } from './actions';
import { Choice, Part, Tags, Text } from './fields';
import { TechnicalParts } from './technical-parts';
import { PLACES, startValues, toInput, Values } from './values';

type Props = { url: string; onMade: (server: GeneratedServer) => void };

/** Admin mode asks for what nobody else knows; the rest has safe values, which a technician sees. */
export function ServerForm({ url, onMade }: Props) {
  const t = useTranslations('ownServer');
  const { technical } = useMode();
  const lockedReason = useLocked('providers.write');
  const { submit, pending, error } = useFormAction(generateOwnServerAction, {
    onSuccess: onMade,
    success: t('made'),
  });
  const [start] = useState(() => startValues(url));
  const form = useZodForm(Values, start);
  const [place, signer] = useWatch({ control: form.control, name: ['place', 'dkim.signer'] });
  const isFar = place === 'elsewhere';
  return (
    <FormShell
      form={form}
      onSubmit={(values) => void submit(toInput(values))}
      pending={pending}
      error={error}
      lockedReason={lockedReason}
      submitLabel={t('submit')}
    >
      <Part name="server">
        <Text name="hostname" example="mail.example.com" />
        <Choice name="software" options={SOFTWARE} />
        <Text name="ipv4" example="203.0.113.7" />
        <Text name="ipv6" example="2001:db8::7" />
      </Part>
      <Part name="submission">
        <RadioField
          name="place"
          label={t('fields.place')}
          options={PLACES.map((value) => ({
            value,
            label: t(`places.${value}.name`),
            description: t(`places.${value}.help`),
          }))}
        />
        {isFar && <Tags name="submission.clients" example="198.51.100.9" />}
      </Part>
      <Part name="bounces">
        <Text name="bounces.domain" example="bounces.example.com" />
        <Text name="bounces.url" example="https://relevo.example.com" />
      </Part>
      <Part name="dkim">
        <Choice
          name="dkim.signer"
          options={[
            { value: 'relevo', label: 'Relevo' },
            { value: 'server', label: t('signerServer') },
          ]}
        />
        {signer === 'server' && <Tags name="dkim.domains" example="example.com" />}
        {signer === 'server' && technical && <Text name="dkim.selector" example="relevo" />}
      </Part>
      {technical && <TechnicalParts isFar={isFar} />}
    </FormShell>
  );
}

const SOFTWARE = [
  { value: 'postfix', label: 'Postfix' },
  { value: 'exim', label: 'Exim' },
];
