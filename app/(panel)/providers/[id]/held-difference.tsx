'use client';

import { Code, List, Stack, Text } from '@mantine/core';
import { IconPlugX } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useMode } from '@/components/layout/mode';
import { Time } from '@/components/layout/time';
import { Notice } from '@/components/table/notice';
import type { HeldCause } from '@/lib/providers/list-api';
import type { Difference, HeldView, ProviderListsView } from '@/lib/suppressions/held/schema';

/** Where it is: what it waits for, how far it came, what came of it last. */
export function HeldProgress({ lists, kind }: { lists: ProviderListsView; kind: string }) {
  const t = useTranslations('providers.lists');
  const { technical } = useMode();
  const { step, held, readAt, appliedAt, imported, removed, problem, detail, waitsUntil } = lists;
  const time = (value: string) => () => <Time value={value} />;
  return (
    <Stack gap="xs" aria-live="polite">
      {step === 'read' && <Text size="sm">{t('reading', { count: held })}</Text>}
      {step === 'apply' && <Text size="sm">{t('applying', { imported, removed })}</Text>}
      {step === 'rest' && readAt && (
        <Text size="sm">{t.rich('readAt', { count: held, time: time(readAt) })}</Text>
      )}
      {step === 'rest' && appliedAt && imported + removed > 0 && (
        <Text size="sm">{t.rich('applied', { imported, removed, time: time(appliedAt) })}</Text>
      )}
      {problem && (
        <Notice
          tone={waitsUntil ? 'warn' : 'bad'}
          icon={<IconPlugX aria-hidden />}
          title={t(waitsUntil ? 'waits' : 'stopped')}
        >
          {problem === 'permission'
            ? t(`permission.${kind as 'ses'}`)
            : t(`problems.${waitsUntil ? 'later' : 'refused'}`)}
          {technical && detail && (
            <Code block mt="xs">
              {detail}
            </Code>
          )}
        </Notice>
      )}
    </Stack>
  );
}

export function HeldDifference({ difference: { theirs, lifted } }: { difference: Difference }) {
  const t = useTranslations('providers.lists');
  const causes = Object.entries(theirs.byCause) as [HeldCause, number][];
  return (
    <Stack gap="xs">
      <Text size="sm" fw={550}>
        {t('theirs', { count: theirs.total })}
      </Text>
      {causes.length > 0 && (
        <Text size="sm">{causes.map(([cause, count]) => t(`causes.${cause}`, { count })).join(', ')}</Text>
      )}
      <Addresses sample={theirs.sample} total={theirs.total} />
      <Text size="sm" fw={550}>
        {t('lifted', { count: lifted.total })}
      </Text>
      <Addresses sample={lifted.sample} total={lifted.total} />
    </Stack>
  );
}

function Addresses({ sample, total }: { sample: HeldView[]; total: number }) {
  const t = useTranslations('providers.lists');
  if (sample.length === 0) return null;
  return (
    <List size="sm" listStyleType="none">
      {sample.map(({ address, cause, reason, at }) => (
        <List.Item key={`${cause} ${address}`}>
          {address} · {t(`cause.${cause}`)}
          {at && (
            <>
              {' · '}
              <Time value={at} />
            </>
          )}
          {reason && (
            <Text size="xs" c="dimmed" lineClamp={2}>
              {reason}
            </Text>
          )}
        </List.Item>
      ))}
      {total > sample.length && <List.Item>{t('more', { count: total - sample.length })}</List.Item>}
    </List>
  );
}
