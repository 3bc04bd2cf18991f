'use client';

import { Button, Stack, Tabs } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useQueryState } from 'nuqs';
import { useEffect, useMemo } from 'react';
import { FormShell } from '@/components/form/form-shell';
import { useFormAction } from '@/components/form/use-form-action';
import { useStored } from '@/components/form/use-stored';
import { useZodForm } from '@/components/form/use-zod-form';
import { useMode } from '@/components/layout/mode';
import { SHARED, useLocked } from '@/components/layout/use-locked';
import { Notice } from '@/components/table/notice';
import { difference } from '@/lib/settings/difference';
import type { SettingsPatch, SettingsView } from '@/lib/settings/schema';
import { updateSettingsAction } from './actions';
import { SECTIONS } from './sections';
import classes from './setting.module.css';
import { SettingsSection } from './settings-section';
import { SettingsInput } from './settings-values';

type Props = {
  stored: SettingsView;
  lockedReason: string | null;
  /** Where the server sees this browser. */
  ownAddress: string | null;
  publicAddress: string | null;
};

/** Both tabs are one form: what was typed in one is not lost by a look at the other, and is saved together. */
export function SettingsForm({ stored, lockedReason, ownAddress, publicAddress }: Props) {
  const t = useTranslations('settings');
  const { technical } = useMode();
  // The settings for security are for some of those alone who may change settings.
  const unsafe = useLocked('security.write', SHARED);
  const now = useMemo(() => startOf(stored), [stored]);
  const form = useZodForm(SettingsInput, now.values);
  const { version, meanwhile, startFrom } = useStored(form, now);
  const { trigger, subscribe, formState, setFocus } = form;
  const { submit, pending, error } = useFormAction(updateSettingsAction, {
    invalidates: ['settings', 'status'],
    success: t('saved'),
    onSuccess: (saved) => startFrom(startOf(saved)),
  });
  // Whoever looked for a setting by its name finds the cursor in it.
  const [wanted] = useQueryState('field');
  useEffect(() => {
    if (wanted) setFocus(wanted as Parameters<typeof setFocus>[0]);
  }, [wanted, setFocus]);
  // A contradiction is between two fields: either may be the one that is corrected.
  const { isSubmitted } = formState;
  useEffect(
    () => subscribe({ formState: { values: true }, callback: () => void (isSubmitted && trigger()) }),
    [isSubmitted, subscribe, trigger],
  );

  return (
    <FormShell
      form={form}
      onSubmit={(values) => void submit({ ...(difference(values, now.values) as SettingsPatch), version })}
      error={error}
      pending={pending}
      meanwhile={meanwhile}
      submitLabel={t('save')}
      lockedReason={lockedReason}
      floating
      beside={
        formState.isDirty && (
          <Button variant="default" onClick={() => startFrom(now)}>
            {t('discard')}
          </Button>
        )
      }
    >
      {Object.entries(SECTIONS).map(([tab, sections]) => (
        <Tabs.Panel key={tab} value={tab}>
          <fieldset className={classes.fields} disabled={tab === 'security' && unsafe !== null}>
            <Stack>
              {tab === 'security' && unsafe && !lockedReason && (
                <Notice tone="quiet" icon={<IconLock aria-hidden />}>
                  {unsafe}
                </Notice>
              )}
              {sections
                .filter((section) => technical || section.fields.length > 0)
                .map((section) => (
                  <SettingsSection
                    key={section.key}
                    section={section}
                    ownAddress={ownAddress}
                    publicAddress={publicAddress}
                  />
                ))}
            </Stack>
          </fieldset>
        </Tabs.Panel>
      ))}
    </FormShell>
  );
}

function startOf({ version, ...values }: SettingsView) {
  return { values, version };
}
