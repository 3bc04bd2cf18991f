'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { nounKey } from '@/components/layout/noun-key';
import { useAction } from '@/components/layout/use-action';
import { isComponent } from '@/lib/templates/categories';
import type { TemplateView } from '@/lib/templates/view-schema';
import { publishVersionAction, saveVersionAction } from '../../actions';
import { type Draft, toTemplateTexts } from './draft';

type Given = { template: TemplateView; stored: Draft; draft: Draft; locked: string | null };
export type Saving = ReturnType<typeof useSaving>;

/** Saving makes a version, publishing gives it to messages. Who saved meanwhile is told before anything of theirs is covered. */
export function useSaving({ template, stored, draft, locked }: Given) {
  const t = useTranslations('editor');
  const queryClient = useQueryClient();
  const [saved, setSaved] = useState(stored);
  const [basedOn, setBasedOn] = useState(template.latest);
  const [published, setPublished] = useState(template.published);
  const [theirs, setTheirs] = useState<number | null>(null);
  const invalidates = ['templates'];
  const { run: runSave, pending: saving } = useAction(saveVersionAction, {
    invalidates,
    onError: ({ code, errors }) => {
      if (code !== 'changed_meanwhile') return false;
      setTheirs(Number(errors?.[0]?.params.theirs));
      void queryClient.invalidateQueries({ queryKey: nounKey('templates') });
      return true;
    },
    success: t('saved'),
  });
  const { run: runPublish, pending: publishing } = useAction(publishVersionAction, {
    invalidates,
    success: t(isComponent(template) ? 'component.published' : 'published'),
  });
  const isChanged = draft !== saved;

  /** @returns the number of what is saved now; null: it could not be saved */
  const save = async ({ note, over = basedOn }: { note?: string | undefined; over?: number } = {}) => {
    if (locked) return null;
    if (!isChanged && over === basedOn) return basedOn;
    const { variables } = draft;
    const content = { id: template.id, texts: toTemplateTexts(draft), variables, note };
    const result = await runSave({ ...content, basedOn: over });
    if (!result.ok) return null;
    setSaved(draft);
    setBasedOn(result.data.latest);
    setTheirs(null);
    return result.data.latest;
  };
  const publish = async (note?: string) => {
    const number = await save({ note });
    if (number === null) return false;
    const result = await runPublish({ id: template.id, number });
    if (!result.ok) return false;
    setPublished(number);
    return true;
  };
  return {
    save,
    publish,
    pending: saving || publishing,
    saved,
    isChanged,
    basedOn,
    theirs,
    isPublished: !isChanged && published === basedOn,
  };
}
