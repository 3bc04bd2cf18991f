'use client';

import { Group, Stack, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Columns } from '@/components/layout/columns';
import { NotFoundNotice } from '@/components/layout/notice';
import { PageHeader } from '@/components/layout/page-header';
import { SectionCard } from '@/components/layout/section-card';
import { WayBack } from '@/components/layout/way-back';
import type { OperationView } from '@/lib/openapi/view-schema';
import { paths } from '@/lib/paths';
import { Marked } from '../marked';
import classes from '../reference.module.css';
import { Answers } from './answers';
import { type Draft, draftOf, toRequest } from './draft';
import { FieldList } from './field-list';
import { Samples } from './samples';
import { TryIt } from './try-it';

type Props = { operation: OperationView | null; baseUrl: string };

export function OperationScreen({ operation, baseUrl }: Props) {
  const t = useTranslations('api');
  const way = { href: paths.api(), label: t('back') };
  return operation ? (
    // Another one begins with its own example.
    <Operation key={operation.id} operation={operation} baseUrl={baseUrl} way={way} />
  ) : (
    <NotFoundNotice way={way} />
  );
}

type Way = { href: string; label: string };

function Operation({ operation, baseUrl, way }: { operation: OperationView; baseUrl: string; way: Way }) {
  const t = useTranslations('api');
  const [draft, setDraft] = useState<Draft>(() => draftOf(operation));
  const { method, path, summary, description, parameters, body, answers } = operation;
  return (
    <>
      <PageHeader
        above={<WayBack {...way} />}
        title={<span lang="en">{summary}</span>}
        description={
          <Group component="span" gap="xs">
            <span className={classes.method}>{method}</span>
            <span className={classes.path}>{path}</span>
          </Group>
        }
      />
      <Columns
        even
        main={
          <>
            <Stack gap="xs">
              {description.map((text) => (
                <Text key={text} lang="en">
                  <Marked text={text} />
                </Text>
              ))}
              <Text size="sm" c="dimmed">
                <Marked text={scopeText(operation, t)} />
              </Text>
            </Stack>
            {parameters.length > 0 && (
              <SectionCard title={t('parameters')}>
                <FieldList fields={parameters} />
              </SectionCard>
            )}
            {body
              ?.filter(({ fields }) => fields.length > 0)
              .map(({ name, fields }) => (
                <SectionCard key={name ?? ''} title={name ? t('bodyOf', { name }) : t('body')}>
                  <FieldList fields={fields} />
                </SectionCard>
              ))}
            <SectionCard title={t('answers')}>
              <Answers answers={answers} />
            </SectionCard>
          </>
        }
        beside={
          <>
            <Samples request={toRequest(operation, draft)} baseUrl={baseUrl} />
            <TryIt operation={operation} draft={draft} onChange={setDraft} />
          </>
        }
      />
    </>
  );
}

function scopeText({ scope }: OperationView, t: ReturnType<typeof useTranslations<'api'>>): string {
  if (scope === null) return t('noToken');
  return scope === 'any' ? t('anyToken') : t('needs', { scope: `\`${scope}\`` });
}
