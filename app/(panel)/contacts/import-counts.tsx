'use client';

import { List, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { ContactsImported } from '@/lib/contacts/import-schema';

type Props = { result: ContactsImported; stored: boolean };

/** What it came to, or would come to, and each row that is wrong by its line. */
export function ImportCounts({ result, stored }: Props) {
  const t = useTranslations('contacts.import');
  const tFlaws = useTranslations('flaws');
  const { created, changed, same, wrong, errors } = result;
  const nameOf = (path: string) => (t.has(`columns.${path}` as never) ? t(`columns.${path}` as never) : path);
  return (
    <>
      <Text size="sm" fw={550}>
        {t(stored ? 'done' : 'would', { created, changed, same, wrong })}
      </Text>
      {errors.length > 0 && (
        <List
          size="sm"
          mah={200}
          mt="xs"
          style={{ overflowY: 'auto', overflowWrap: 'anywhere' }}
          tabIndex={0}
        >
          {errors.map(({ line, text, errors: flaws }) => (
            <List.Item key={line}>
              {t('line', { line })}{' '}
              {flaws.map(({ path, code, params }) => `${nameOf(path)}: ${tFlaws(code, params)}`).join(' · ')}{' '}
              ({text})
            </List.Item>
          ))}
        </List>
      )}
    </>
  );
}
