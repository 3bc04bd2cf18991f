'use client';

import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { apiQuery } from '@/components/layout/api';
import { OnceOpened } from '@/components/layout/once-opened';
import { SectionCard } from '@/components/layout/section-card';
import { Time } from '@/components/layout/time';
import { useAction } from '@/components/layout/use-action';
import type { TemplateView, VersionRow } from '@/lib/templates/view-schema';
import { publishVersionAction } from '../actions';

const CompareWindow = dynamic(() => import('./compare-window').then((module) => module.CompareWindow), {
  ssr: false,
});

type Props = { template: TemplateView; lockedReason: string | null };

/** Newest first: who saved it, when and why; each can be looked at beside the one in use, and be brought back. */
export function VersionsCard({ template, lockedReason }: Props) {
  const t = useTranslations('templates.versions');
  const { data } = useQuery(apiQuery('templates/[id]/versions', { id: template.id }));
  const [compared, setCompared] = useState<number>();
  return (
    <SectionCard title={t('title')}>
      <Stack gap="sm">
        {data?.data.map((version) => (
          <Version
            key={version.number}
            version={version}
            template={template}
            lockedReason={lockedReason}
            onCompare={() => setCompared(version.number)}
          />
        ))}
      </Stack>
      <OnceOpened opened={compared !== undefined}>
        <CompareWindow template={template} number={compared} onClose={() => setCompared(undefined)} />
      </OnceOpened>
    </SectionCard>
  );
}

type VersionProps = Props & { version: VersionRow; onCompare: () => void };

function Version({ version, template, lockedReason, onCompare }: VersionProps) {
  const t = useTranslations('templates.versions');
  const { number, note, createdBy, createdAt, publishedAt } = version;
  const { run, pending } = useAction(publishVersionAction, {
    invalidates: ['templates'],
    success: t('publishedNow'),
  });
  const isInUse = number === template.published;
  return (
    <div>
      <Text size="sm" fw={600}>
        {t('number', { number })}
        {isInUse && ` · ${t('inUse')}`}
      </Text>
      {note && <Text size="sm">{note}</Text>}
      <Text size="xs" c="dimmed">
        {createdBy} · <Time value={createdAt} />
      </Text>
      <Group gap="xs" mt={4}>
        {!isInUse && (
          <ReasonedButton
            size="xs"
            variant="default"
            loading={pending}
            disabledReason={lockedReason}
            onClick={() => void run({ id: template.id, number })}
          >
            {publishedAt ? t('bringBack', { number }) : t('publish', { number })}
          </ReasonedButton>
        )}
        {number !== (template.published ?? template.latest) && (
          <Button size="xs" variant="subtle" onClick={onCompare}>
            {t('compare', { number })}
          </Button>
        )}
      </Group>
    </div>
  );
}
