'use client';

import { Checkbox, FileInput, Group, Skeleton, Stack } from '@mantine/core';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { useMode } from '@/components/layout/mode';
import { SHARED, useLocked } from '@/components/layout/use-locked';
import { Conflicts } from './conflicts';
import { Faults } from './faults';
import { FormatChoice } from './format-choice';
import { PlanList } from './plan-list';
import { ThingSelect } from './thing-select';
import { useDocument } from './use-document';

// Half of CodeMirror is behind it: no page waits for it.
const DocumentEditor = dynamic(() => import('./document-editor').then((module) => module.DocumentEditor), {
  ssr: false,
  loading: () => <Skeleton h={240} />,
});

/** A file, or in Technical mode its text: first the plan, then another button that does it. */
export function DocumentForm() {
  const t = useTranslations('configuration');
  const { technical } = useMode();
  const readLocked = useLocked('config.read', SHARED);
  const document = useDocument();
  const { text, plan, planned, error, prune } = document;
  return (
    <Stack>
      <FileInput
        label={t('import.file')}
        description={t('import.fileHelp')}
        placeholder={t('import.choose')}
        accept=".yaml,.yml,.json,application/yaml,application/json,text/plain"
        onChange={(file) => void document.take(file)}
        clearable
        clearButtonProps={{ 'aria-label': t('import.clear') }}
      />
      {technical && (
        <>
          <Group align="flex-end" gap="sm">
            <ThingSelect value={document.only} onChange={document.setOnly} />
            <ReasonedButton
              variant="default"
              loading={document.loading}
              disabledReason={readLocked}
              onClick={() => void document.load()}
            >
              {t('import.load')}
            </ReasonedButton>
            <FormatChoice value={document.format} onChange={(next) => void document.changeFormat(next)} />
          </Group>
          <DocumentEditor
            text={text}
            onChange={document.write}
            format={document.format}
            base={document.base}
            error={error}
          />
          <Checkbox
            label={t('import.prune')}
            description={t('import.pruneHelp')}
            checked={prune}
            onChange={({ currentTarget }) => document.setPrune(currentTarget.checked)}
          />
        </>
      )}
      <Faults error={error} />
      {plan && plan.conflicts.length > 0 && (
        <Conflicts conflicts={plan.conflicts} choices={document.choices} onChoose={document.choose} />
      )}
      {plan && plan.conflicts.length === 0 && <PlanList plan={plan} />}
      <Group justify="flex-end">
        <Submit document={document} canApply={planned && plan !== null && plan.conflicts.length === 0} />
      </Group>
    </Stack>
  );
}

type SubmitProps = { document: ReturnType<typeof useDocument>; canApply: boolean };

/** One button at a time: what would be done is read before it can be done. */
function Submit({ document, canApply }: SubmitProps) {
  const t = useTranslations('configuration');
  const locked = useLocked('config.write', SHARED);
  const { technical } = useMode();
  const { plan, text, pending, choices } = document;
  const count = plan?.steps.length ?? 0;
  const open = plan?.conflicts.filter(({ path }) => !choices[path]).length ?? 0;
  const nothing = text.trim() === '' ? t(technical ? 'editor.nothingYet' : 'import.nothingYet') : null;
  if (canApply && count + (plan?.comments ?? 0) > 0)
    return (
      <ReasonedButton
        key="apply"
        loading={pending}
        disabledReason={locked}
        onClick={() => void document.apply()}
      >
        {count > 0 ? t('import.apply', { count }) : t('import.applyComments')}
      </ReasonedButton>
    );
  return (
    <ReasonedButton
      key="look"
      loading={pending}
      disabledReason={locked ?? nothing ?? (open > 0 ? t('editor.conflicts.open', { count: open }) : null)}
      onClick={() => void document.look()}
    >
      {t('import.look')}
    </ReasonedButton>
  );
}
