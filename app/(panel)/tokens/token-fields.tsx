'use client';

import { Button, Collapse, Group, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { CheckboxesField } from '@/components/form/checkboxes-field';
import { ChoicesField } from '@/components/form/choices-field';
import { NumberField } from '@/components/form/number-field';
import { TagsField } from '@/components/form/tags-field';
import { TextField } from '@/components/form/text-field';
import { apiQuery } from '@/components/layout/api';
import { useMe } from '@/components/layout/me';
import { may } from '@/lib/permissions';
import { permissionOf } from '@/lib/tokens/permission-of';
import { SCOPES, type Scope } from '@/lib/tokens/schema';
import { ScopePresets } from './scope-presets';

/** Who uses it and what it may do: of a new one as of one that is changed. */
export function TokenFields() {
  const t = useTranslations('tokens');
  const { role } = useMe();
  const { setValue } = useFormContext();
  const isBeyond = (scope: Scope) => !may(role, permissionOf(scope));
  const help = t(SCOPES.some(isBeyond) ? 'form.scopesHelpBeyond' : 'form.scopesHelp');
  return (
    <>
      <TextField name="name" label={t('form.name')} description={t('form.nameHelp')} data-autofocus />
      <ScopePresets
        offered={SCOPES.filter((scope) => !isBeyond(scope))}
        onChoose={(scopes) => setValue('scopes', scopes, { shouldDirty: true })}
      />
      <CheckboxesField
        name="scopes"
        label={t('form.scopes')}
        description={help}
        options={SCOPES.map((scope) => ({
          value: scope,
          label: t(`scopes.${scope.replace(':', '_')}`),
          disabled: isBeyond(scope),
        }))}
      />
    </>
  );
}

/** What bounds it further. Folded where nothing does: few need it. */
export function TokenBounds({ open = false }: { open?: boolean }) {
  const t = useTranslations('tokens.form');
  const [shown, setShown] = useState(open);
  const providers = useQuery(apiQuery('providers')).data?.data ?? [];
  return (
    <div>
      {!shown && (
        <Button variant="subtle" size="compact-sm" onClick={() => setShown(true)} aria-expanded={false}>
          {t('more')}
        </Button>
      )}
      <Collapse expanded={shown}>
        <Stack gap="md">
          <TextField name="note" label={t('note')} description={t('noteHelp')} />
          <TagsField name="fromDomains" label={t('fromDomains')} description={t('fromDomainsHelp')} />
          <TagsField name="allowedIps" label={t('allowedIps')} description={t('allowedIpsHelp')} />
          <ChoicesField
            name="providers"
            label={t('providers')}
            description={t('providersHelp')}
            data={providers.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Group grow align="flex-start">
            <NumberField
              name="rotation.everyDays"
              label={t('everyDays')}
              description={t('everyDaysHelp')}
              min={1}
            />
            <NumberField
              name="rotation.graceHours"
              label={t('graceHours')}
              description={t('graceHoursHelp')}
              min={0}
            />
          </Group>
          <TextField
            name="responsible"
            label={t('responsible')}
            description={t('responsibleHelp')}
            type="email"
          />
          <Group grow align="flex-start">
            <NumberField name="limits.minute" label={t('limitMinute')} description={t('limitHelp')} min={1} />
            <NumberField name="limits.day" label={t('limitDay')} description={t('limitHelp')} min={1} />
          </Group>
        </Stack>
      </Collapse>
    </div>
  );
}
