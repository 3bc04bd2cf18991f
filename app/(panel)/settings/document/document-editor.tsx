'use client';

import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { CodeEditor } from '@/components/code-editor/code-editor';
import { apiQuery } from '@/components/layout/api';
import type { ActionError } from '@/components/layout/use-action';
import { SHARED, useLocked } from '@/components/layout/use-locked';
import type { Locale } from '@/lib/i18n/locales';
import { documentLanguage, type NameHelp } from './document-language';
import type { Format } from './format';
import { useDocumentProblems } from './use-document-problems';
import { useFieldWords } from './use-field-words';

type Props = {
  text: string;
  onChange: (text: string) => void;
  format: Format;
  base: number | null;
  error: ActionError | null;
};

const NO_SCHEMA = {};

/** The text itself, with what the schema knows of it. */
export function DocumentEditor({ text, onChange, format, base, error }: Props) {
  const t = useTranslations('configuration');
  const language = useLocale() as Locale;
  const locked = useLocked('config.read', SHARED);
  const schema = useQuery({
    ...apiQuery('config/schema', { language }),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: !locked,
  });
  const words = useFieldWords();
  const [help, setHelp] = useState<NameHelp | null>(null);
  const extension = useMemo(
    () => documentLanguage({ format, schema: schema.data ?? NO_SCHEMA, words, onName: setHelp }),
    [format, schema.data, words],
  );
  const problems = useDocumentProblems(text, error);
  const written = base === null ? '' : ` ${t('editor.writtenOver', { number: base })}`;
  return (
    <div>
      <CodeEditor
        label={t('import.text')}
        description={`${t('import.textHelp')}${written}`}
        value={text}
        onChange={onChange}
        language={extension}
        problems={problems}
      />
      <Text size="xs" c="dimmed" mt={4} mih="3.2em" style={{ overflowWrap: 'anywhere' }}>
        {help ? (
          <>
            <Text span inherit fw={600} c="var(--mantine-color-text)">
              {help.path.join('.')}
            </Text>{' '}
            {help.lines.join(' ')}
          </>
        ) : (
          t('editor.atCursor')
        )}
      </Text>
    </div>
  );
}
