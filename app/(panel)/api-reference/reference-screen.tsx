'use client';

import { Anchor, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconFileCode, IconSearch } from '@tabler/icons-react';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { parseAsString, useQueryState } from 'nuqs';
import { PageHeader } from '@/components/layout/page-header';
import { SectionCard } from '@/components/layout/section-card';
import type { OperationRow } from '@/lib/openapi/view-schema';
import { paths } from '@/lib/paths';
import classes from './reference.module.css';

export function ReferenceScreen({ operations }: { operations: OperationRow[] }) {
  const t = useTranslations('api');
  const locale = useLocale();
  const [query, setQuery] = useQueryState('q', parseAsString.withDefault(''));
  const found = operations.filter((operation) => has(operation, query));
  const tags = [...new Set(found.map(({ tag }) => tag))];
  return (
    <>
      <PageHeader
        title={t('title')}
        description={locale === 'en' ? t('description') : `${t('description')} ${t('english')}`}
        actions={
          <>
            <Button component={Link} href={paths.apiErrors()} variant="default">
              {t('errorsLink')}
            </Button>
            <Button
              component="a"
              href="/api/openapi.json"
              target="_blank"
              variant="default"
              leftSection={<IconFileCode size={16} />}
            >
              {t('document')}
            </Button>
          </>
        }
      />
      <Stack gap="lg">
        <Group align="flex-end" gap="md">
          <TextInput
            flex="1 1 16rem"
            maw={480}
            label={t('search')}
            placeholder={t('searchHint')}
            leftSection={<IconSearch size={16} aria-hidden />}
            value={query}
            onChange={(event) => setQuery(event.currentTarget.value || null)}
          />
          <Text size="sm" c="dimmed" aria-live="polite" className="tabular">
            {found.length > 0 ? t('count', { count: found.length }) : t('nothing')}
          </Text>
        </Group>
        {tags.map((tag) => (
          <SectionCard key={tag} title={t(`tags.${tag}`)}>
            <ul className={classes.operations}>
              {found
                .filter((operation) => operation.tag === tag)
                .map((operation) => (
                  <Line key={operation.id} operation={operation} />
                ))}
            </ul>
          </SectionCard>
        ))}
      </Stack>
    </>
  );
}

function Line({ operation: { id, method, path, summary } }: { operation: OperationRow }) {
  return (
    <li className={classes.operation}>
      <span className={classes.method}>{method}</span>
      <span className={classes.path}>{path}</span>
      <Anchor component={Link} href={paths.apiOperation(id)} size="sm" lang="en">
        {summary}
      </Anchor>
    </li>
  );
}

function has({ id, method, path, summary, scope }: OperationRow, query: string): boolean {
  const all = `${method} ${path} ${summary} ${id} ${scope ?? ''}`.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}
