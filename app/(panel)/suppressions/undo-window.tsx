'use client';

import { Select, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { CountFirstWindow } from '@/components/form/count-first-window';
import { NO_SPAN, SpanInputs, toSpanInput } from '@/components/form/span-inputs';
import { apiQuery } from '@/components/layout/api';
import { useAction } from '@/components/layout/use-action';
import { useCompanies } from '@/components/layout/use-companies';
import { CAUSES } from '@/lib/suppressions/causes';
import type { SuppressionView } from '@/lib/suppressions/schema';
import { undoSuppressionsAction } from './actions';

/** Who said so themselves; an outage or a blocklist explains nothing of it. */
const OWN_WISH: SuppressionView['cause'][] = ['complaint', 'unsubscribe', 'manual'];

type Props = { opened: boolean; onClose: () => void };

/** Many at once, as after a day on a blocklist: first it is said how many, then a person confirms. */
export function UndoWindow({ opened, onClose }: Props) {
  const t = useTranslations('suppressions');
  const [cause, setCause] = useState(CAUSES[0]!);
  const [provider, setProvider] = useState<string | null>(null);
  const providers = useQuery(apiQuery('providers'));
  const companies = useCompanies();
  const [company, setCompany] = useState<string | null>(null);
  const [span, setSpan] = useState(NO_SPAN);
  const [matched, setMatched] = useState<number | null>(null);
  const input = {
    cause,
    ...(provider && { provider }),
    ...(company && { company }),
    ...toSpanInput(span),
  };
  const count = useAction(undoSuppressionsAction, {
    invalidates: [],
    onSuccess: (found) => setMatched(found.matched),
  });
  const undo = useAction(undoSuppressionsAction, {
    invalidates: ['suppressions'],
    success: t('undo.done'),
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
        label: t('undo.confirm', { count: matched }),
        pending: undo.pending,
        run: () => void undo.run({ ...input, dryRun: false }),
      }
    : null;
  return (
    <CountFirstWindow
      opened={opened}
      onClose={onClose}
      words={{ title: t('undo.title'), body: t('undo.body'), close: t('close'), keep: t('undo.keep') }}
      count={{
        label: t('undo.count'),
        pending: count.pending,
        run: () => void count.run({ ...input, dryRun: true }),
      }}
      counted={matched === null ? null : { said: t('undo.matched', { count: matched }), act }}
    >
      <Select
        label={t('filters.cause')}
        allowDeselect={false}
        data={CAUSES.map((value) => ({ value, label: t(`cause.${value}`) }))}
        value={cause}
        onChange={(value) => value && change(setCause)(value)}
      />
      {OWN_WISH.includes(cause) && (
        <Text size="sm" fw={550}>
          {t('undo.ownWish')}
        </Text>
      )}
      {companies.length > 1 && (
        <Select
          label={t('filters.company')}
          placeholder={t('filters.all')}
          clearable
          clearButtonProps={{ 'aria-label': t('filters.all') }}
          data={companies.map(({ key, name }) => ({ value: key, label: name }))}
          value={company}
          onChange={change(setCompany)}
        />
      )}
      <Select
        label={t('undo.provider')}
        placeholder={t('undo.anyProvider')}
        clearable
        clearButtonProps={{ 'aria-label': t('undo.anyProvider') }}
        data={providers.data?.data.map(({ id, name }) => ({ value: id, label: name })) ?? []}
        value={provider}
        onChange={change(setProvider)}
      />
      <SpanInputs
        value={span}
        labels={{ since: t('undo.since'), until: t('undo.until') }}
        onChange={change(setSpan)}
      />
    </CountFirstWindow>
  );
}
