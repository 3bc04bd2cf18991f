'use client';

import { useTranslations } from 'next-intl';
import { PairsField } from '@/components/form/pairs-field';
import { TagsField } from '@/components/form/tags-field';
import type { ChannelForm } from '@/lib/channels/form';

/** What programs read: headers, tags, metadata. */
export function TechnicalFields({ form }: { form: ChannelForm }) {
  const t = useTranslations('messages.compose');
  return (
    <>
      <TagsField name="tags" label={t('tags')} description={t('tagsHelp')} />
      {form.parts.includes('headers') && (
        <PairsField
          name="headers"
          label={t('headers')}
          description={t('headersHelp')}
          nameLabel={t('header')}
          addLabel={t('addHeader')}
        />
      )}
      <PairsField
        name="metadata"
        label={t('metadata')}
        description={t('metadataHelp')}
        nameLabel={t('metadataKey')}
        addLabel={t('addMetadata')}
      />
    </>
  );
}
