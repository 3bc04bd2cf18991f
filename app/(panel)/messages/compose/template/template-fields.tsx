'use client';

import { Button, Stack } from '@mantine/core';
import { IconFlask } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { useLanguageName } from '@/app/(panel)/templates/[id]/edit/use-language-name';
import { SelectField } from '@/components/form/select-field';
import { apiQuery } from '@/components/layout/api';
import { QueryState } from '@/components/table/query-state';
import { examplesOf } from '@/lib/templates/examples-of';
import type { TemplateRow } from '@/lib/templates/view-schema';
import type { ComposeValues } from '../compose-values';
import { TemplatePreview } from './template-preview';
import { VariableField } from './variable-field';

type Props = {
  templates: TemplateRow[];
  /** As a mail: what a text message says of it is shorter. */
  shown: boolean;
};

/** Which template, in which language, and what it is filled in with. */
export function TemplateFields({ templates, shown }: Props) {
  const t = useTranslations('messages.compose.template');
  const languageName = useLanguageName();
  const key = useWatch<ComposeValues, 'template'>({ name: 'template' });
  const chosen = templates.find((each) => each.key === key);
  return (
    <>
      <SelectField
        name="template"
        label={t('label')}
        placeholder={t('choose')}
        data={templates.map((each) => ({ value: each.key, label: each.title }))}
        searchable
        nothingFoundMessage={t('none')}
        withAsterisk
      />
      {chosen && chosen.languages.length > 1 && (
        <SelectField
          name="language"
          label={t('language')}
          placeholder={t('anyLanguage')}
          data={chosen.languages.map((code) => ({ value: code, label: languageName(code) }))}
          clearable
        />
      )}
      {chosen && <Variables key={chosen.id} template={chosen} shown={shown} />}
    </>
  );
}

/** As the version in use asks for them. */
function Variables({ template: { id, published }, shown }: { template: TemplateRow; shown: boolean }) {
  const t = useTranslations('messages.compose.template');
  const { setValue } = useFormContext<ComposeValues>();
  const [fills, setFills] = useState(0);
  const query = useQuery(apiQuery('templates/[id]/versions/[number]', { id, number: published ?? 1 }));
  return (
    <QueryState query={query}>
      {({ number, variables }) => (
        <Stack>
          {variables.map((variable) => (
            // Anew where the examples are filled in: what is typed as JSON keeps its own text.
            <VariableField key={`${variable.name} ${fills}`} variable={variable} />
          ))}
          {variables.some(({ example }) => example !== undefined) && (
            <Button
              variant="default"
              size="xs"
              w="fit-content"
              leftSection={<IconFlask size={15} aria-hidden />}
              onClick={() => {
                setValue('variables', examplesOf(variables), { shouldDirty: true });
                setFills(fills + 1);
              }}
            >
              {t('fillExamples')}
            </Button>
          )}
          {shown && <TemplatePreview id={id} number={number} variables={variables} />}
        </Stack>
      )}
    </QueryState>
  );
}
