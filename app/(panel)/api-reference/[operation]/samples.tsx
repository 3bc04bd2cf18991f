'use client';

import { Button, CopyButton, Group, Tabs } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { SectionCard } from '@/components/layout/section-card';
import type { SampleRequest } from '@/lib/openapi/samples/request';
import { SAMPLE_LANGUAGES } from '@/lib/openapi/samples/samples';
import classes from '../reference.module.css';

/** The request as it stands in the form beside it, in each language. */
export function Samples({ request, baseUrl }: { request: SampleRequest; baseUrl: string }) {
  const t = useTranslations('api');
  return (
    <SectionCard title={t('examples')} lead={t('examplesLead', { url: baseUrl })}>
      <Tabs defaultValue={SAMPLE_LANGUAGES[0]!.id} keepMounted={false}>
        <Tabs.List>
          {SAMPLE_LANGUAGES.map(({ id, label }) => (
            <Tabs.Tab key={id} value={id}>
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {SAMPLE_LANGUAGES.map(({ id, write }) => (
          <Tabs.Panel key={id} value={id} pt="sm">
            <Source text={write(request)} />
          </Tabs.Panel>
        ))}
      </Tabs>
    </SectionCard>
  );
}

function Source({ text }: { text: string }) {
  const t = useTranslations('api');
  return (
    <>
      <Group justify="flex-end" mb={6}>
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Button
              size="compact-sm"
              variant="default"
              onClick={copy}
              leftSection={copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
            >
              {copied ? t('copied') : t('copy')}
            </Button>
          )}
        </CopyButton>
      </Group>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard */}
      <pre className={classes.source} tabIndex={0}>
        {text}
      </pre>
    </>
  );
}
