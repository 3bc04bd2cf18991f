'use client';

import { Anchor, Loader, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useFoundSections } from '@/components/layout/use-found-sections';
import { paths } from '@/lib/paths';
import classes from './help.module.css';

const SHOWN = 12;

type Props = { query: string; onChange: (query: string) => void };

/** What is found stands in place of the list of guides. */
export function GuideSearch({ query, onChange }: Props) {
  const t = useTranslations('help');
  const { found, isPending } = useFoundSections(query, SHOWN);
  return (
    <>
      <TextInput
        type="search"
        maw={480}
        value={query}
        onChange={(event) => onChange(event.currentTarget.value)}
        aria-label={t('search')}
        placeholder={t('search')}
        leftSection={isPending ? <Loader size={16} /> : <IconSearch size={16} aria-hidden />}
      />
      <Text role="status" size="sm" c="dimmed" mt={6} mih="1.6em">
        {query.trim() !== '' && !isPending && t('found', { count: found.length })}
      </Text>
      {found.length > 0 && (
        <ol className={classes.found} aria-label={t('results')}>
          {found.map(({ guide, anchor, title, heading, excerpt }) => (
            <li key={`${guide}#${anchor}`}>
              <Anchor component={Link} href={paths.guide(guide, anchor)} fw={550}>
                {heading ?? title}
              </Anchor>
              {heading && (
                <Text component="span" size="sm" c="dimmed">
                  {' · '}
                  {title}
                </Text>
              )}
              <Text size="sm" c="dimmed" lineClamp={2}>
                {excerpt}
              </Text>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
