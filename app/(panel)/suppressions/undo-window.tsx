'use client';

import { Button, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
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
  const [since, setSince] = useState('');
  const [until, setUntil] = useState('');
  const [matched, setMatched] = useState<number | null>(null);
  const input = {
    cause,
    ...(provider && { provider }),
    ...(company && { company }),
    ...(since && { since: new Date(since).toISOString() }),
    ...(until && { until: new Date(until).toISOString() }),
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
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('undo.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Stack>
        <Text size="sm">{t('undo.body')}</Text>
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
        <Group grow align="flex-start">
          <TextInput
            type="datetime-local"
            label={t('undo.since')}
            value={since}
            onChange={({ currentTarget }) => change(setSince)(currentTarget.value)}
          />
          <TextInput
            type="datetime-local"
            label={t('undo.until')}
            value={until}
            onChange={({ currentTarget }) => change(setUntil)(currentTarget.value)}
          />
        </Group>
        {matched !== null && (
          <Text size="sm" fw={550} role="status">
            {t('undo.matched', { count: matched })}
          </Text>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('undo.keep')}
          </Button>
          {matched ? (
            <Button loading={undo.pending} onClick={() => void undo.run({ ...input, dryRun: false })}>
              {t('undo.confirm', { count: matched })}
            </Button>
          ) : (
            <Button loading={count.pending} onClick={() => void count.run({ ...input, dryRun: true })}>
              {t('undo.count')}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}
