'use client';

import { Button, Menu } from '@mantine/core';
import { IconArchive, IconArchiveOff, IconCopy, IconDots, IconSend, IconTrash } from '@tabler/icons-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { LinkButton } from '@/components/form/link-button';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { useConfirm } from '@/components/layout/confirm';
import { useAction } from '@/components/layout/use-action';
import { useLocked } from '@/components/layout/use-locked';
import { paths } from '@/lib/paths';
import { isComponent } from '@/lib/templates/categories';
import type { TemplateView } from '@/lib/templates/view-schema';
import {
  deleteTemplateAction,
  duplicateTemplateAction,
  publishVersionAction,
  updateTemplateAction,
} from '../actions';

const READS = { invalidates: ['templates'] };

export function TemplateActions({ template }: { template: TemplateView }) {
  const t = useTranslations('templates.actions');
  const router = useRouter();
  const confirm = useConfirm();
  const { id, title, archived, published, latest, version, current } = template;
  const lockedReason = useLocked('templates.write', template);
  const isPart = isComponent(template);
  const publish = useAction(publishVersionAction, {
    ...READS,
    success: t(isPart ? 'publishedComponent' : 'published'),
  });
  const update = useAction(updateTemplateAction, { ...READS, success: t('saved') });
  const duplicate = useAction(duplicateTemplateAction, {
    ...READS,
    success: t('duplicated'),
    onSuccess: (copy) => router.push(paths.template(copy.id)),
  });
  const remove = useAction(deleteTemplateAction, {
    ...READS,
    success: t(isPart ? 'deletedComponent' : 'deleted'),
    onSuccess: () => router.push(paths.templates()),
  });
  const askDelete = async () => {
    const answers = {
      confirmLabel: t(isPart ? 'deleteComponent' : 'delete'),
      keepLabel: t(isPart ? 'keepComponent' : 'keep'),
      danger: true,
    };
    if (
      await confirm({
        title: t('deleteTitle', { title }),
        body: t(isPart ? 'deleteBodyComponent' : 'deleteBody'),
        ...answers,
      })
    )
      await remove.run({ id });
  };
  const notNow =
    published === latest ? t('isPublished') : current.problems.length > 0 ? t('hasProblems') : null;
  const inBlocks = Object.values(current.texts).every(({ kind }) => kind === 'blocks');
  return (
    <>
      {inBlocks && (
        <LinkButton variant="default" href={paths.editTemplate(id)} disabledReason={lockedReason}>
          {t('edit')}
        </LinkButton>
      )}
      <ReasonedButton
        loading={publish.pending}
        disabledReason={lockedReason ?? notNow}
        onClick={() => void publish.run({ id, number: latest })}
      >
        {t('publish')}
      </ReasonedButton>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button
            variant="default"
            rightSection={<IconDots size={16} aria-hidden />}
            disabled={lockedReason !== null}
          >
            {t('more')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {published && !archived && !isPart && (
            <Menu.Item
              component={Link}
              href={paths.compose({ template: template.key })}
              leftSection={<IconSend size={15} aria-hidden />}
            >
              {t('send')}
            </Menu.Item>
          )}
          <Menu.Item
            leftSection={<IconCopy size={15} aria-hidden />}
            onClick={() => void duplicate.run({ id })}
          >
            {t('duplicate')}
          </Menu.Item>
          <Menu.Item
            leftSection={
              archived ? <IconArchiveOff size={15} aria-hidden /> : <IconArchive size={15} aria-hidden />
            }
            onClick={() => void update.run({ id, archived: !archived, version })}
          >
            {archived ? t('takeOut') : t('archive')}
          </Menu.Item>
          <Menu.Item leftSection={<IconTrash size={15} aria-hidden />} onClick={() => void askDelete()}>
            {t(isPart ? 'deleteComponent' : 'delete')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
