'use client';

import { IconChecks, IconDatabaseExport, IconHistory, IconUpload } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { LinkButton } from '@/components/form/link-button';
import { apiPath } from '@/components/layout/api';
import { ExportLink } from '@/components/layout/export-link';
import { SHARED, useLocked } from '@/components/layout/use-locked';
import { paths } from '@/lib/paths';

/** What somebody does who has just set something: see whether it all works, keep it, take it elsewhere. */
export function DocumentLinks() {
  const t = useTranslations('configuration');
  const readLocked = useLocked('config.read', SHARED);
  const icon = { size: 16, 'aria-hidden': true } as const;
  return (
    <>
      <LinkButton variant="default" href={paths.providerChecks()} leftSection={<IconChecks {...icon} />}>
        {t('test')}
      </LinkButton>
      {!readLocked && <ExportLink href={apiPath('config', { format: 'yaml' })}>{t('export')}</ExportLink>}
      <LinkButton
        variant="default"
        href={paths.document()}
        leftSection={<IconUpload {...icon} />}
        disabledReason={readLocked}
      >
        {t('import.title')}
      </LinkButton>
      <LinkButton
        variant="default"
        href={paths.versions()}
        leftSection={<IconHistory {...icon} />}
        disabledReason={readLocked}
      >
        {t('versions.title')}
      </LinkButton>
      <LinkButton
        variant="default"
        href={paths.backups()}
        leftSection={<IconDatabaseExport {...icon} />}
        disabledReason={readLocked}
      >
        {t('backups.title')}
      </LinkButton>
    </>
  );
}
