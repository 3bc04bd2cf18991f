'use client';

import { Group, Stack, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { LinkButton } from '@/components/form/link-button';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { useMe } from '@/components/layout/me';
import { PageHeader } from '@/components/layout/page-header';
import { useLocked } from '@/components/layout/use-locked';
import { WayBack } from '@/components/layout/way-back';
import { paths } from '@/lib/paths';
import { isComponent } from '@/lib/templates/categories';
import type { KeptDraft } from '@/lib/templates/drafts';
import type { TemplateView } from '@/lib/templates/view-schema';
import { AddSection } from './add-section';
import { AddComponent } from './components/add-component';
import type { Draft } from './draft';
import classes from './editor.module.css';
import { EditorBar } from './editor-bar';
import { KeptNotice } from './kept-notice';
import { MeanwhileNotice } from './meanwhile-notice';
import { NodeForm } from './node-form';
import { OthersNotice } from './others-notice';
import { Outline } from './outline';
import { PreviewPane } from './preview-pane';
import { PublishButton } from './publish-button';
import { SubjectFields } from './subject-fields';
import { useEdit } from './use-edit';
import { useKeptDraft } from './use-kept-draft';
import { usePreview } from './use-preview';
import { useSaving } from './use-saving';

type Props = {
  template: TemplateView;
  stored: Draft;
  /** What this person wrote elsewhere and did not save. */
  there: KeptDraft | null;
  email: string;
  onTakeTheirs: () => void;
};

/** Outline, the mail itself, and what is chosen in it, side by side; every change is kept at once, and saved when one says so. */
export function Editor({ template, stored, there, email, onTakeTheirs }: Props) {
  const t = useTranslations('editor');
  const locked = useLocked('templates.write', template);
  const kept = useKeptDraft(template.id, useMe().id, there);
  const [wanted, setWanted] = useState(template.fallbackLanguage);
  // What began from the newest version goes on as if nothing had happened, also once a newer one is there.
  const [goesOn] = useState(kept.found?.basedOn === template.latest);
  const editing = useEdit(goesOn ? kept.found!.draft : stored, wanted);
  const { draft, language, text, node, selected, edit } = editing;
  const saving = useSaving({ template, stored, draft, locked });
  const { shown, problems } = usePreview(template.id, draft, language);

  const { keep, forget } = kept;
  const { isChanged, basedOn } = saving;
  const isAsked = kept.found !== null && !goesOn;
  useEffect(() => {
    if (isChanged) keep(draft, basedOn);
    else if (!isAsked) forget();
  }, [draft, isChanged, basedOn, isAsked, keep, forget]);
  useHotkeys(
    [
      ['mod+Z', editing.undo],
      ['mod+shift+Z', editing.redo],
      ['mod+Y', editing.redo],
      ['mod+S', () => void saving.save()],
    ],
    [],
    true,
  );
  const takeTheirs = () => {
    forget();
    onTakeTheirs();
  };
  return (
    <>
      <PageHeader
        above={<WayBack href={paths.template(template.id)} label={template.title} />}
        title={t(isComponent(template) ? 'component.title' : 'title')}
        actions={
          <>
            <LinkButton variant="subtle" href={paths.template(template.id)}>
              {t(isComponent(template) ? 'component.done' : 'done')}
            </LinkButton>
            <ReasonedButton
              variant="default"
              loading={saving.pending}
              disabledReason={locked ?? (isChanged ? null : t('nothingChanged'))}
              onClick={() => void saving.save()}
            >
              {t('save')}
            </ReasonedButton>
            <PublishButton
              template={template}
              saving={saving}
              shown={shown}
              problems={problems}
              locked={locked}
            />
          </>
        }
      />
      <Stack>
        <MeanwhileNotice saving={saving} template={template} onTakeTheirs={takeTheirs} />
        <OthersNotice others={kept.others} />
        <KeptNotice kept={kept} goesOn={goesOn} edit={edit} saved={saving.saved} />
        <EditorBar {...editing} template={template} email={email} onLanguage={setWanted} locked={locked} />
        {!isComponent(template) && <SubjectFields text={text} variables={draft.variables} edit={edit} />}
        <div className={classes.panes}>
          <Stack>
            <Outline document={text.document} selected={selected} edit={edit} />
            <AddSection edit={edit} />
            <AddComponent template={template} edit={edit} />
          </Stack>
          <PreviewPane
            shown={shown}
            problems={problems}
            document={text.document}
            selected={selected}
            edit={edit}
            variables={draft.variables}
          />
          {node ? (
            <NodeForm
              key={selected}
              node={node}
              document={text.document}
              variables={draft.variables}
              edit={edit}
              template={template}
              language={language}
              locked={locked}
            />
          ) : (
            <Group className={classes.form}>
              <Text size="sm" c="dimmed">
                {t('form.choose')}
              </Text>
            </Group>
          )}
        </div>
      </Stack>
    </>
  );
}
