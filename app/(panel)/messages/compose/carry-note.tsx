'use client';

import { List } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useWatch } from 'react-hook-form';
import { useReason } from '@/app/(panel)/routing/use-reason';
import { apiQuery } from '@/components/layout/api';
import { Notice } from '@/components/table/notice';
import { readState } from '@/lib/routing/state';
import type { ComposeValues } from './compose-values';
import { type Written, whoCarries } from './who-carries';

/** Which of the providers will not take what was put together so far, while there is time to change it. */
export function CarryNote(written: Omit<Written, 'values'>) {
  const t = useTranslations('messages.compose');
  const say = useReason();
  const { data } = useQuery(apiQuery('routing'));
  const values = useWatch<ComposeValues>() as Partial<ComposeValues>;
  if (!data) return null;
  const { misfits, nobody } = whoCarries(readState(data), { ...written, values });
  if (misfits.length === 0) return null;
  return (
    <Notice
      tone={nobody ? 'bad' : 'busy'}
      icon={nobody ? <IconAlertTriangle aria-hidden /> : <IconInfoCircle aria-hidden />}
      title={t(nobody ? 'nobodyCarries' : 'someDoNotCarry')}
      role="status"
    >
      <List size="sm">
        {misfits.map((each) => (
          <List.Item key={each.providerId}>
            {t('doesNotCarry', { provider: each.provider, why: say(each, data.at) })}
          </List.Item>
        ))}
      </List>
    </Notice>
  );
}
