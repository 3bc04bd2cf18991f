'use client';

import { Accordion, Stack, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useFormContext, useWatch } from 'react-hook-form';
import { useField } from '@/components/form/use-field';
import { AI_USES, type AiUse } from '@/lib/ai/ask/uses';
import type { AiKindName } from '@/lib/ai/call/kinds';
import { priceOf } from './ai-values';
import { AmountsField } from './amounts-field';
import { ModelInput } from './model-input';

/** A use may want another model than the rest: a large one for translations, a small one for the sorting of replies. */
export function OwnModelFields({ kind }: { kind: AiKindName }) {
  const t = useTranslations('ai.form');
  return (
    <Accordion variant="contained" chevronPosition="left">
      <Accordion.Item value="models">
        <Accordion.Control>{t('modelFor')}</Accordion.Control>
        <Accordion.Panel>
          <Stack>
            <Text size="sm">{t('modelForHelp')}</Text>
            {AI_USES.map((use) => (
              <OwnModel key={use} use={use} kind={kind} />
            ))}
          </Stack>
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}

/** One value of the form: emptied there is none, and the use is asked of the same model as the rest. */
function OwnModel({ use, kind }: { use: AiUse; kind: AiKindName }) {
  const t = useTranslations('ai');
  const { control } = useFormContext();
  const rest = useWatch({ control, name: 'model' });
  const label = t(`uses.of.${use}`);
  const { field, error } = useField(`modelFor.${use}`, label);
  const change = (model: string) => field.onChange(model ? { model, price: priceOf(kind, model) } : null);
  return (
    <Stack gap="xs">
      <ModelInput
        {...field}
        kind={kind}
        label={label}
        placeholder={rest}
        error={error}
        value={field.value?.model ?? ''}
        onChange={change}
      />
      {field.value && (
        <AmountsField
          name={`modelFor.${use}.price`}
          parts={['input', 'output']}
          label={t('form.priceFor', { use: label })}
        />
      )}
    </Stack>
  );
}
