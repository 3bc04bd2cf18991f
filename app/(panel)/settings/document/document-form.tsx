'use client';

import { Button, Checkbox, FileInput, Group, Stack, Textarea } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { ReasonedButton } from '@/components/form/reasoned-button';
import classes from '@/components/json/json-editor.module.css';
import { useMode } from '@/components/layout/mode';
import { SHARED, useLocked } from '@/components/layout/use-locked';
import { Faults } from './faults';
import { PlanList } from './plan-list';
import { useDocument } from './use-document';

/** A file, or in Technical mode its text: first the plan, then another button that does it. */
export function DocumentForm() {
  const t = useTranslations('configuration');
  const { technical } = useMode();
  const locked = useLocked('config.write', SHARED);
  const { text, write, choose, load, loading, prune, setPrune, plan, planned, look, apply, pending, error } =
    useDocument();
  return (
    <Stack>
      <FileInput
        label={t('import.file')}
        description={t('import.fileHelp')}
        placeholder={t('import.choose')}
        accept=".yaml,.yml,.json,application/yaml,application/json,text/plain"
        onChange={(file) => void choose(file)}
      />
      {technical && (
        <>
          <Group>
            <Button variant="default" size="xs" loading={loading} onClick={() => void load()}>
              {t('import.load')}
            </Button>
          </Group>
          <Textarea
            label={t('import.text')}
            description={t('import.textHelp')}
            value={text}
            onChange={({ currentTarget }) => write(currentTarget.value)}
            autosize
            minRows={12}
            maxRows={40}
            spellCheck={false}
            autoCapitalize="off"
            autoComplete="off"
            classNames={{ input: classes.editor }}
          />
          <Checkbox
            label={t('import.prune')}
            description={t('import.pruneHelp')}
            checked={prune}
            onChange={({ currentTarget }) => setPrune(currentTarget.checked)}
          />
        </>
      )}
      <Faults error={error} />
      {plan && <PlanList plan={plan} />}
      <Group justify="flex-end">
        {planned && plan && plan.steps.length > 0 ? (
          <ReasonedButton key="apply" loading={pending} disabledReason={locked} onClick={() => void apply()}>
            {t('import.apply', { count: plan.steps.length })}
          </ReasonedButton>
        ) : (
          <ReasonedButton
            key="look"
            loading={pending}
            disabledReason={locked ?? (text === '' ? t('import.nothingYet') : null)}
            onClick={() => void look()}
          >
            {t('import.look')}
          </ReasonedButton>
        )}
      </Group>
    </Stack>
  );
}
