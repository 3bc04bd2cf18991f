'use client';

import { Anchor, Group } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { EntriesField } from '@/components/form/entries-field';
import type { ChannelForm } from '@/lib/channels/form';
import { AddressHints } from './address-hints';
import type { ComposeValues } from './compose-values';
import { useAddressCheck } from './use-address-check';

export function RecipientFields({ channel, form }: { channel: string; form: ChannelForm }) {
  const t = useTranslations('messages.compose');
  const address = useAddressCheck(form);
  const [cc = [], bcc = []] = useWatch<ComposeValues, ['cc', 'bcc']>({ name: ['cc', 'bcc'] });
  const [opened, open] = useState(false);
  const { kinds, max } = form.recipients;
  const what = `addressOf.${channel}` as never;
  const apart = [t.has(what) && t(what), t('toHelpApart')].filter(Boolean).join(' ');
  const shown = kinds.slice(1).filter(() => opened || cc.length > 0 || bcc.length > 0);
  const isHidden = kinds.length > 1 && shown.length === 0;
  return (
    <>
      <div>
        <EntriesField
          name="to"
          label={t('to')}
          description={max > 1 ? (form.isMail ? t('toHelp') : apart) : undefined}
          withAsterisk
          {...address}
        />
        {form.isMail && <AddressHints name="to" form={form} />}
      </div>
      {isHidden && (
        <Group mt="calc(var(--mantine-spacing-xs) * -1)">
          <Anchor component="button" type="button" size="sm" onClick={() => open(true)}>
            {t('addCopies')}
          </Anchor>
        </Group>
      )}
      {shown.map((kind) => (
        <div key={kind}>
          <EntriesField name={kind} label={t(kind)} {...address} />
          {form.isMail && <AddressHints name={kind} form={form} />}
        </div>
      ))}
    </>
  );
}
