'use client';

import { IconArchive, IconCircleCheck, IconPencil } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { StateBadge } from '@/components/table/state-badge';
import type { TemplateRow } from '@/lib/templates/view-schema';

type Props = { template: Pick<TemplateRow, 'published' | 'latest' | 'archived'> };

/** Which version messages get, and whether a newer one waits to be published. */
export function PublishedBadge({ template: { published, latest, archived } }: Props) {
  const t = useTranslations('templates.state');
  if (archived)
    return (
      <StateBadge tone="quiet" icon={IconArchive}>
        {t('archived')}
      </StateBadge>
    );
  if (published === null)
    return (
      <StateBadge tone="warn" icon={IconPencil}>
        {t('draft')}
      </StateBadge>
    );
  return (
    <StateBadge tone={published === latest ? 'good' : 'busy'} icon={IconCircleCheck}>
      {published === latest
        ? t('published', { number: published })
        : t('behind', { number: published, latest })}
    </StateBadge>
  );
}
