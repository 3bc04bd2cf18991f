'use client';

import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { FormShell } from '@/components/form/form-shell';
import { FormWindow } from '@/components/form/form-window';
import { SecretField } from '@/components/form/secret-field';
import { SwitchField } from '@/components/form/switch-field';
import { TextField } from '@/components/form/text-field';
import { useFormAction } from '@/components/form/use-form-action';
import { useZodForm } from '@/components/form/use-zod-form';
import { apiQuery } from '@/components/layout/api';
import { Time } from '@/components/layout/time';
import { useAction } from '@/components/layout/use-action';
import { QueryState } from '@/components/table/query-state';
import { AiKeyInput, type AiKeyView, type AiProviderView } from '@/lib/ai/providers/schema';
import { activateAiKeyAction, addAiKeyAction, removeAiKeyAction } from './actions';

type Props = { opened: boolean; provider: AiProviderView | null; onClose: () => void };

const READS = ['ai-providers'];

/** A key is replaced without a gap: add the new one, use it, remove the old one. */
export function KeysWindow({ opened, provider, onClose }: Props) {
  const t = useTranslations('ai.keys');
  return (
    <FormWindow opened={opened} onClose={onClose} title={t('title', { name: provider?.name ?? '' })}>
      {opened && provider && (
        <Stack>
          <Text size="sm">{t('lead')}</Text>
          <Keys id={provider.id} />
          <AddKey id={provider.id} />
        </Stack>
      )}
    </FormWindow>
  );
}

function Keys({ id }: { id: string }) {
  const t = useTranslations('ai.keys');
  const query = useQuery(apiQuery('ai-providers/[id]/keys', { id }));
  return (
    <QueryState query={query}>
      {({ data }) =>
        data.length === 0 ? (
          <Text size="sm">{t('none')}</Text>
        ) : (
          <Stack gap="xs">
            {data.map((key) => (
              <Key key={key.id} id={id} stored={key} isOnly={data.length === 1} />
            ))}
          </Stack>
        )
      }
    </QueryState>
  );
}

function Key({ id, stored, isOnly }: { id: string; stored: AiKeyView; isOnly: boolean }) {
  const t = useTranslations('ai.keys');
  const use = useAction(activateAiKeyAction, { invalidates: READS, success: t('used') });
  const remove = useAction(removeAiKeyAction, { invalidates: READS, success: t('removed') });
  const ref = { id, keyId: stored.id };
  return (
    <Group justify="space-between">
      <Text size="sm">
        {stored.label}{' '}
        <Text span ff="monospace">
          ••••{stored.last4}
        </Text>{' '}
        <Time value={stored.createdAt} />
        {stored.active && ` · ${t('inUse')}`}
      </Text>
      <Group gap="xs">
        {!stored.active && (
          <Button
            size="xs"
            variant="default"
            loading={use.pending}
            onClick={() => void use.run(ref)}
            aria-label={t('useOne', { label: stored.label })}
          >
            {t('use')}
          </Button>
        )}
        {(isOnly || !stored.active) && (
          <Button
            size="xs"
            variant="default"
            loading={remove.pending}
            onClick={() => void remove.run(ref)}
            aria-label={t('removeOne', { label: stored.label })}
          >
            {t('remove')}
          </Button>
        )}
      </Group>
    </Group>
  );
}

const BLANK = { label: '', apiKey: '', active: true };

function AddKey({ id }: { id: string }) {
  const t = useTranslations('ai.keys');
  const form = useZodForm(AiKeyInput, BLANK);
  const { submit, pending, error } = useFormAction(addAiKeyAction, {
    invalidates: READS,
    success: t('added'),
    onSuccess: () => form.reset(BLANK),
  });
  return (
    <FormShell
      form={form}
      onSubmit={(values) => submit({ ...values, id })}
      pending={pending}
      error={error}
      submitLabel={t('add')}
    >
      <TextField name="label" label={t('label')} placeholder={t('labelHint')} withAsterisk />
      <SecretField name="apiKey" label={t('apiKey')} required />
      <SwitchField name="active" label={t('active')} />
    </FormShell>
  );
}
