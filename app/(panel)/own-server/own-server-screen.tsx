'use client';

import { Box, Stack, Text, Title } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { PageHeader } from '@/components/layout/page-header';
import type { GeneratedServer } from '@/lib/own-server/schema';
import { Generated } from './generated';
import { ServerForm } from './server-form';
import { Servers } from './servers';

type Made = { server: GeneratedServer; before: GeneratedServer | null; turn: number };

/** A form about a server, and what to run on it. It is run by a person there, never from here. */
export function OwnServerScreen({ url }: { url: string }) {
  const t = useTranslations('ownServer');
  const [made, setMade] = useState<Made | null>(null);
  return (
    <>
      <PageHeader title={t('title')} description={t('lead')} />
      <Stack gap="lg">
        <Servers />
        <Box>
          <Title order={2}>{t('make.title')}</Title>
          <Text size="sm" c="dimmed" maw="42rem">
            {t('make.lead')}
          </Text>
        </Box>
        <ServerForm url={url} onMade={(server) => setMade((last) => next(last, server))} />
        {made && <Generated {...made} />}
      </Stack>
    </>
  );
}

function next(last: Made | null, server: GeneratedServer): Made {
  return { server, before: last?.server ?? null, turn: (last?.turn ?? 0) + 1 };
}
