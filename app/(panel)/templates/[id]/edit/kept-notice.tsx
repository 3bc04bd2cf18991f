'use client';

import { Alert, Button, Group, Stack } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { Time } from '@/components/layout/time';
import type { Draft } from './draft';
import type { Edit } from './use-edit';
import type { useKeptDraft } from './use-kept-draft';

type Props = {
  kept: ReturnType<typeof useKeptDraft>;
  /** It began from the newest version, and is shown already. */
  goesOn: boolean;
  edit: Edit;
  /** What is stored. */
  saved: Draft;
};

/** What was written last time and not saved. */
export function KeptNotice({ kept: { found, taken, forget }, goesOn, edit, saved }: Props) {
  const t = useTranslations('editor.kept');
  if (!found) return null;
  const restore = () => {
    edit.replace(found.draft);
    taken();
  };
  const drop = () => {
    if (goesOn) edit.replace(saved);
    forget();
  };
  return (
    <Alert title={goesOn ? t('here') : t('title')}>
      <Stack gap="xs" align="flex-start">
        <span>
          {t('body', { same: String(goesOn) })} <Time value={new Date(found.at).toISOString()} />
        </span>
        <Group gap="xs">
          {goesOn ? (
            <Button variant="default" onClick={taken}>
              {t('goOn')}
            </Button>
          ) : (
            <Button variant="default" onClick={restore}>
              {t('restore')}
            </Button>
          )}
          <Button variant="subtle" onClick={drop}>
            {t('forget')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
