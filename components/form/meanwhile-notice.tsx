'use client';

import { Button, Group, List } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { Notice } from '@/components/table/notice';
import { closestField } from './field-errors';
import type { Meanwhile } from './use-stored';

type Props = { meanwhile: Meanwhile; labels: Map<string, string> };

/** Somebody else saved the same field: what it was, what it is, what was typed here, and whose to keep. */
export function MeanwhileNotice({ meanwhile: { clashes, keepMine, takeTheirs }, labels }: Props) {
  const t = useTranslations('common.form.meanwhile');
  if (clashes.length === 0) return null;
  const tell = (value: unknown) => {
    if (value === '' || value === null || value === undefined) return t('nothing');
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
    return typeof value === 'string' ? value : JSON.stringify(value);
  };
  return (
    <Notice role="alert" tone="warn" icon={<IconUsers aria-hidden />} title={t('title')}>
      <List size="sm" spacing={2} mb="sm">
        {clashes.map(({ path, before, theirs, yours }) => (
          <List.Item key={path}>
            {t('line', {
              field: labels.get(closestField(path, labels.keys()) ?? '') ?? path,
              before: tell(before),
              theirs: tell(theirs),
              yours: tell(yours),
            })}
          </List.Item>
        ))}
      </List>
      <Group gap="xs">
        <Button size="xs" variant="default" onClick={takeTheirs}>
          {t('takeTheirs')}
        </Button>
        <Button size="xs" variant="default" onClick={keepMine}>
          {t('keepMine')}
        </Button>
      </Group>
    </Notice>
  );
}
