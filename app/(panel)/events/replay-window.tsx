'use client';

import { Button, Group, Modal, Select, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { apiQuery } from '@/components/layout/api';
import { useAction } from '@/components/layout/use-action';
import { MOST_AGAIN } from '@/lib/events/inbound';
import { replayManyAction } from './actions';

type Props = { opened: boolean; onClose: () => void };

/** A span of one provider, as after its mapping was mended: first it is said how many, then a person confirms. */
export function ReplayWindow({ opened, onClose }: Props) {
  const t = useTranslations('events');
  const providers = useQuery(apiQuery('providers'));
  const [provider, setProvider] = useState<string | null>(null);
  const [all, setAll] = useState(false);
  const [since, setSince] = useState('');
  const [until, setUntil] = useState('');
  const [matched, setMatched] = useState<number | null>(null);
  const input = {
    provider: provider ?? '',
    state: all ? ('all' as const) : ('failed' as const),
    ...(since && { since: new Date(since).toISOString() }),
    ...(until && { until: new Date(until).toISOString() }),
  };
  const count = useAction(replayManyAction, {
    invalidates: [],
    onSuccess: (found) => setMatched(found.matched),
  });
  const replay = useAction(replayManyAction, {
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
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('replay.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Stack>
        <Text size="sm">{t('replay.body')}</Text>
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
        <Group grow align="flex-start">
          <TextInput
            type="datetime-local"
            label={t('replay.since')}
            value={since}
            onChange={({ currentTarget }) => change(setSince)(currentTarget.value)}
          />
          <TextInput
            type="datetime-local"
            label={t('replay.until')}
            value={until}
            onChange={({ currentTarget }) => change(setUntil)(currentTarget.value)}
          />
        </Group>
        {matched !== null && (
          <Text size="sm" fw={550} role="status">
            {t('replay.matched', { count: matched })}
          </Text>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('replay.keep')}
          </Button>
          {matched ? (
            <Button loading={replay.pending} onClick={() => void replay.run({ ...input, dryRun: false })}>
              {t('replay.confirm', { count: Math.min(matched, MOST_AGAIN) })}
            </Button>
          ) : (
            <Button
              loading={count.pending}
              disabled={provider === null}
              onClick={() => void count.run({ ...input, dryRun: true })}
            >
              {t('replay.count')}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}
