'use client';

import { Button, Group, Select, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useFieldMessage } from '@/components/form/use-field-message';
import { SectionCard } from '@/components/layout/section-card';
import { useAction } from '@/components/layout/use-action';
import { useLocked } from '@/components/layout/use-locked';
import type { FieldError } from '@/lib/errors';
import type { ProviderView } from '@/lib/providers/schema';
import { asItIs, useSendMessage } from '../../messages/use-send-message';
import { MessageOutcome } from './message-outcome';

type Props = {
  provider: ProviderView;
  /** Those that may be chosen instead. */
  others?: ProviderView[];
  ownAddress: string;
};

/** The whole way: accepted, queued, sent by a worker through this provider, followed until it is decided. */
export function EndToEnd({ provider: first, others = [], ownAddress }: Props) {
  const t = useTranslations('checks.endToEnd');
  const locked = useLocked('messages.send');
  const say = useFieldMessage();
  const [chosen, choose] = useState(first.id);
  const provider = [first, ...others].find(({ id }) => id === chosen) ?? first;
  const [to, setTo] = useState(ownAddress);
  const [wrong, setWrong] = useState<FieldError | null>(null);
  const [sent, setSent] = useState<string | null>(null);
  const send = useAction(useSendMessage(asItIs), {
    invalidates: ['messages'],
    onSuccess: ({ id }) => setSent(id),
    onError: ({ errors }) => {
      setWrong(errors?.[0] ?? null);
      return Boolean(errors?.[0]);
    },
  });
  const reason = reasonAgainst();
  function reasonAgainst(): string | null {
    if (locked) return locked;
    if (!provider.active) return t('paused');
    return provider.fromEmail ? null : t('noSender');
  }
  const run = () => {
    setWrong(null);
    setSent(null);
    const text = t('text', { name: provider.name });
    void send.run({ to, subject: t('subject', { name: provider.name }), text, providers: [provider.id] });
  };
  return (
    <SectionCard title={t('title')} lead={reason ?? t('lead')}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!reason) run();
        }}
      >
        <Group align="flex-start" gap="xs">
          {others.length > 0 && (
            <Select
              flex="1 1 180px"
              label={t('provider')}
              data={[first, ...others].map(({ id, name }) => ({ value: id, label: name }))}
              value={provider.id}
              onChange={(id) => choose(id ?? first.id)}
              allowDeselect={false}
            />
          )}
          <TextInput
            flex="1 1 220px"
            type="email"
            label={t('to')}
            value={to}
            onChange={(event) => setTo(event.currentTarget.value)}
            error={wrong && say(wrong)}
            disabled={reason !== null}
          />
          <Button type="submit" mt={21} loading={send.pending} disabled={reason !== null || !to.trim()}>
            {t('send')}
          </Button>
        </Group>
      </form>
      {sent && <MessageOutcome id={sent} />}
    </SectionCard>
  );
}
