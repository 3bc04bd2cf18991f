'use client';

import { Card, SegmentedControl, Stack } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { parseAsStringLiteral, useQueryState } from 'nuqs';
import { useState } from 'react';
import { useFormAction } from '@/components/form/use-form-action';
import { useLeave } from '@/components/layout/leave';
import { useMode } from '@/components/layout/mode';
import { useLocked } from '@/components/layout/use-locked';
import { updateProviderAction } from '../actions';
import { ProviderForm } from '../provider-form';
import { changesOf, providerValues } from '../provider-form-values';
import type { ProviderKindView } from '../provider-kind';
import type { DetailProps } from './detail-props';
import { ProviderJson } from './json/provider-json';

const WAYS = ['form', 'json'] as const;

/** The same provider as a form or, for a technician, as JSON: one schema and one action behind both. */
export function ProviderSettings({ provider, kind }: DetailProps & { kind: ProviderKindView }) {
  const t = useTranslations('providers');
  const tCommon = useTranslations('common');
  const locked = useLocked('providers.write', provider);
  const { technical } = useMode();
  const leave = useLeave();
  const [as, setAs] = useQueryState('as', parseAsStringLiteral(WAYS).withDefault('form'));
  const change = async (next: typeof as) => {
    if (await leave()) await setAs(next);
  };
  const [saves, setSaves] = useState(0);
  const { submit, pending, error } = useFormAction(updateProviderAction, {
    invalidates: ['providers', 'status'],
    success: t('saved'),
    onSuccess: () => setSaves((count) => count + 1),
  });
  const shared = { pending, lockedReason: locked };
  // After a save of one's own it starts anew from what is stored, so that a typed secret is masked again.
  const key = `${provider.id} ${saves}`;
  return (
    <Stack maw={860}>
      {technical && (
        <SegmentedControl
          w="fit-content"
          aria-label={t('json.way')}
          value={as}
          onChange={(value) => void change(value as typeof as)}
          data={WAYS.map((value) => ({ value, label: t(`json.ways.${value}`) }))}
        />
      )}
      <Card>
        {technical && as === 'json' ? (
          <ProviderJson
            {...shared}
            provider={provider}
            onSubmit={(patch) => submit({ ...patch, id: provider.id })}
          />
        ) : (
          <ProviderForm
            {...shared}
            key={key}
            error={error}
            kind={kind}
            initial={providerValues(kind, provider)}
            stored={provider}
            onSubmit={(values, version) =>
              void submit({ id: provider.id, version, ...changesOf(values, kind, provider) })
            }
            submitLabel={tCommon('save')}
          />
        )}
      </Card>
    </Stack>
  );
}
