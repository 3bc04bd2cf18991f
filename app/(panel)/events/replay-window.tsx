'use client';

import { Select, Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { CountFirstWindow } from '@/components/form/count-first-window';
import { NO_SPAN, SpanInputs, toSpanInput } from '@/components/form/span-inputs';
import { actionInSteps } from '@/components/layout/action-in-steps';
import { apiQuery } from '@/components/layout/api';
import { useAction } from '@/components/layout/use-action';
import { replayManyAction } from './actions';

const replayAll = actionInSteps(replayManyAction);

type Props = { opened: boolean; onClose: () => void };

/** A span of one provider, as after its mapping was mended. */
export function ReplayWindow({ opened, onClose }: Props) {
  const t = useTranslations('events');
  const providers = useQuery(apiQuery('providers'));
  const [provider, setProvider] = useState<string | null>(null);
  const [all, setAll] = useState(false);
  const [span, setSpan] = useState(NO_SPAN);
  const [matched, setMatched] = useState<number | null>(null);
  const input = {
    provider: provider ?? '',
    state: all ? ('all' as const) : ('failed' as const),
    ...toSpanInput(span),
  };
  const count = useAction(replayManyAction, {
    invalidates: [],
    onSuccess: (found) => setMatched(found.matched),
  });
  const replay = useAction(replayAll, {
    invalidates: ['inbound', 'events'],
    success: ({ replayed }) => t('replay.doneMany', { count: replayed }),
    onSuccess: () => {
      setMatched(null);
      onClose();
    },
  });
  const change =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      set(value);
      setMatched(null);
    };
  const act = matched
    ? {
        label: t('replay.confirm', { count: matched }),
        pending: replay.pending,
        run: () => void replay.run({ ...input, dryRun: false }),
      }
    : null;
  return (
    <CountFirstWindow
      opened={opened}
      onClose={onClose}
      words={{
        title: t('replay.title'),
        body: t('replay.body'),
        close: t('close'),
        keep: t('replay.keep'),
      }}
      count={{
        label: t('replay.count'),
        pending: count.pending,
        disabled: provider === null,
        run: () => void count.run({ ...input, dryRun: true }),
      }}
      counted={matched === null ? null : { said: t('replay.matched', { count: matched }), act }}
    >
      <Select
        label={t('filters.provider')}
        required
        allowDeselect={false}
        data={providers.data?.data.map(({ id, name }) => ({ value: id, label: name })) ?? []}
        value={provider}
        onChange={change(setProvider)}
      />
      <Switch
        label={t('replay.all')}
        description={t('replay.allHelp')}
        checked={all}
        onChange={({ currentTarget }) => change(setAll)(currentTarget.checked)}
      />
      <SpanInputs
        value={span}
        labels={{ since: t('replay.since'), until: t('replay.until') }}
        onChange={change(setSpan)}
      />
    </CountFirstWindow>
  );
}
