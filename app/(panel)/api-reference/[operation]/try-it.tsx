'use client';

import { PasswordInput, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { SectionCard } from '@/components/layout/section-card';
import type { OperationView, ParameterRow } from '@/lib/openapi/view-schema';
import { ask, type Heard } from './ask';
import { type Draft, toRequest, whyNoJson } from './draft';
import { HeardAnswer } from './heard-answer';

type Props = { operation: OperationView; draft: Draft; onChange: (draft: Draft) => void };

/** Makes the request for real. The token is in this component and nowhere else. */
export function TryIt({ operation, draft, onChange }: Props) {
  const t = useTranslations('api');
  const [token, setToken] = useState('');
  const [heard, setHeard] = useState<Heard | null>(null);
  const [asking, setAsking] = useState(false);
  const { method, scope, parameters, body } = operation;
  const noJson = body ? whyNoJson(draft.body) : null;
  const needsToken = scope !== null && method !== 'GET' && token.trim() === '';
  const send = async () => {
    setAsking(true);
    setHeard(await ask(toRequest(operation, draft), token.trim()));
    setAsking(false);
  };
  const set = (name: string, value: string) =>
    onChange({ ...draft, values: { ...draft.values, [name]: value } });
  return (
    <SectionCard title={t('try')} lead={t('tryLead')}>
      <Stack gap="sm">
        {scope !== null && (
          <PasswordInput
            label={t('token')}
            description={t('tokenHint')}
            placeholder={t('tokenExample')}
            autoComplete="off"
            value={token}
            onChange={(event) => setToken(event.currentTarget.value)}
          />
        )}
        {parameters.map((parameter) => (
          <Parameter
            key={parameter.path}
            parameter={parameter}
            value={draft.values[parameter.path] ?? ''}
            onChange={(value) => set(parameter.path, value)}
          />
        ))}
        {body && (
          <Textarea
            label={t('bodyLabel')}
            autosize
            minRows={4}
            maxRows={20}
            spellCheck={false}
            styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 12.5 } }}
            error={noJson === null ? null : t('notJson', { detail: noJson })}
            value={draft.body}
            onChange={(event) => onChange({ ...draft, body: event.currentTarget.value })}
          />
        )}
        <ReasonedButton
          loading={asking}
          onClick={send}
          disabledReason={
            needsToken ? t('needsToken') : noJson === null ? null : t('notJson', { detail: noJson })
          }
        >
          {t('send')}
        </ReasonedButton>
        <div aria-live="polite">
          {heard &&
            (heard.ok ? (
              <HeardAnswer heard={heard} />
            ) : (
              <Text c="red">{t('unreachable', { detail: heard.detail })}</Text>
            ))}
        </div>
      </Stack>
    </SectionCard>
  );
}

type Field = { parameter: ParameterRow; value: string; onChange: (value: string) => void };

function Parameter({ parameter: { path, required, options, example }, value, onChange }: Field) {
  const mono = { label: { fontFamily: 'var(--mantine-font-family-monospace)' } };
  return options ? (
    <Select
      label={path}
      styles={mono}
      data={options}
      clearable={!required}
      placeholder={example}
      value={value || null}
      onChange={(chosen) => onChange(chosen ?? '')}
    />
  ) : (
    <TextInput
      label={path}
      styles={mono}
      required={required}
      placeholder={example}
      autoComplete="off"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
