'use client';

import { useWatch } from 'react-hook-form';
import { type FieldModel, withoutTechnical } from '@/components/form/schema-model';
import type { ProviderView } from '@/lib/providers/schema';
import { isNeeded } from '../needed-secrets';
import { secretFields, settingFields } from '../provider-form-values';
import { ConnectionSection } from '../provider-sections';
import type { Choice } from './wizard-values';

type Props = { choice: Choice; stored: ProviderView | null };

/** What everybody must fill in; for a mailbox that takes OAuth2, also how to sign in, and then what that way needs. */
export function BasicsConnection({ choice: { kind, preset }, stored }: Props) {
  const auth = useWatch({ name: 'settings.auth' });
  const byToken = preset.oauth !== undefined && auth === 'xoauth2';
  const all = settingFields(kind);
  const settings = withoutTechnical(all);
  const secrets = secretFields(kind).filter((field) =>
    byToken ? field.key === 'oauthClientSecret' : !field.technical,
  );
  return (
    <ConnectionSection
      kind={kind}
      settings={[...settings, ...(preset.oauth ? signInFields(all, preset.oauth, byToken) : [])]}
      secrets={secrets.map((field) => ({ ...field, required: isNeeded(field.key, kind.secrets) }))}
      stored={stored}
    />
  );
}

/** The way to sign in and, once it is OAuth2, the application that asks for it; the directory only where there are directories. */
function signInFields(all: FieldModel[], oauth: 'google' | 'microsoft', byToken: boolean): FieldModel[] {
  const auth = all
    .filter((field) => field.key === 'auth')
    .map((field) => ({ ...field, choices: ['auto', 'xoauth2'] }));
  const asked = oauth === 'microsoft' ? ['oauth.clientId', 'oauth.tenant'] : ['oauth.clientId'];
  const group = all.find((field) => field.key === 'oauth');
  const fields = group?.fields.filter((field) => asked.includes(field.key)) ?? [];
  return byToken ? [...auth, ...fields.map(needed)] : auth;
}

function needed(field: FieldModel): FieldModel {
  return { ...field, required: field.key === 'oauth.clientId' };
}
