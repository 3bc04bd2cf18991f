'use client';

import { Alert, Anchor, Button, Group, Stack } from '@mantine/core';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { paths } from '@/lib/paths';
import type { TemplateView } from '@/lib/templates/view-schema';
import type { Saving } from './use-saving';

type Props = { saving: Saving; template: TemplateView; onTakeTheirs: () => void };

/** Somebody else saved while one was writing: told as soon as it is known, and nothing of either is lost. */
export function MeanwhileNotice({ saving, template, onTakeTheirs }: Props) {
  const t = useTranslations('editor.meanwhile');
  const { latest, current, id } = template;
  // While one's own is being saved, the newest is one's own.
  const theirs = saving.theirs ?? (latest > saving.basedOn && !saving.pending ? latest : null);
  if (theirs === null || theirs <= saving.basedOn) return null;
  const who = current.number === theirs ? t('by', { who: current.createdBy }) : '';
  return (
    <Alert color="yellow" title={t('title', { number: theirs, who })} role="status">
      <Stack gap="xs" align="flex-start">
        <span>
          {t('body')}{' '}
          <Anchor component={Link} href={paths.template(id)} target="_blank" underline="always">
            {t('look')}
          </Anchor>
        </span>
        <Group gap="xs">
          <Button
            variant="default"
            loading={saving.pending}
            onClick={() => void saving.save({ over: theirs })}
          >
            {t('over')}
          </Button>
          <Button variant="subtle" onClick={onTakeTheirs}>
            {t('take')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
