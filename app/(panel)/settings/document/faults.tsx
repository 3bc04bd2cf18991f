'use client';

import { List } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useFieldMessage } from '@/components/form/use-field-message';
import type { ActionError } from '@/components/layout/use-action';
import { useErrorText } from '@/components/layout/use-error-text';
import { Notice } from '@/components/table/notice';
import type { FieldError } from '@/lib/errors';

/** Each mistake with its line: nothing was changed. */
export function Faults({ error }: { error: ActionError | null }) {
  const t = useTranslations('configuration.import');
  const say = useFieldMessage();
  const sayError = useErrorText();
  if (!error) return null;
  const where = ({ path, params: { line } }: FieldError) => {
    if (line === undefined) return path;
    return path ? t('atLine', { path, line }) : t('line', { line });
  };
  return (
    <Notice tone="bad" role="alert" icon={<IconAlertCircle aria-hidden />} title={t('refused')}>
      {error.errors?.length ? (
        <List size="sm">
          {error.errors.map((flaw) => (
            <List.Item key={`${flaw.path} ${flaw.code}`}>
              {[where(flaw), say(flaw)].filter(Boolean).join(': ')}
            </List.Item>
          ))}
        </List>
      ) : (
        sayError(error)
      )}
    </Notice>
  );
}
