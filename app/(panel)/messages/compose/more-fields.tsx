'use client';

import { Button, Collapse, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useFormState, useWatch } from 'react-hook-form';
import { EntriesField } from '@/components/form/entries-field';
import { MomentField } from '@/components/form/moment-field';
import { SelectField } from '@/components/form/select-field';
import { TextField } from '@/components/form/text-field';
import { apiQuery } from '@/components/layout/api';
import type { ChannelForm } from '@/lib/channels/form';
import { CATEGORIES } from '@/lib/routing/categories';
import type { ComposeValues } from './compose-values';
import { TrackingField } from './tracking-field';
import { useAddressCheck } from './use-address-check';

const FIELDS = ['from', 'replyTo', 'category', 'expiresAt'] as const;

type Props = { channel: string; form: ChannelForm; reachable: boolean };

/** What is rarely changed. It opens by itself where something in it is wrong or was chosen before. */
export function MoreFields({ channel, form, reachable }: Props) {
  const t = useTranslations('messages.compose');
  const tFilters = useTranslations('messages.filters');
  const address = useAddressCheck(form);
  const { errors, defaultValues } = useFormState<ComposeValues>();
  const [chosen = []] = useWatch<ComposeValues, ['providers']>({ name: ['providers'] });
  const { data } = useQuery(apiQuery('providers'));
  const was = Boolean(defaultValues?.from || defaultValues?.replyTo?.length || defaultValues?.expiresAt);
  const [opened, { toggle }] = useDisclosure(was || defaultValues?.category === 'marketing');
  const shown = opened || FIELDS.some((name) => errors[name]);
  const sender = data?.data.find(({ name, channel: of }) => name === chosen[0] && of === channel)?.fromEmail;
  const Icon = shown ? IconChevronUp : IconChevronDown;
  return (
    <>
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        justify="flex-start"
        w="fit-content"
        // Its words stand under those above.
        ml={-8}
        aria-expanded={shown}
        rightSection={<Icon size={14} aria-hidden />}
        onClick={toggle}
      >
        {t('more')}
      </Button>
      <Collapse expanded={shown} transitionDuration={0}>
        <Stack gap="md">
          {form.parts.includes('from') && (
            <TextField
              name="from"
              label={t('from')}
              description={t('fromHelp')}
              placeholder={sender ?? t('fromDefault')}
            />
          )}
          {form.parts.includes('replyTo') && (
            <EntriesField name="replyTo" label={t('replyTo')} description={t('replyToHelp')} {...address} />
          )}
          <SelectField
            name="category"
            label={tFilters('category')}
            description={t('categoryHelp')}
            data={CATEGORIES.map((value) => ({ value, label: tFilters(`categories.${value}`) }))}
          />
          {form.parts.includes('html') && <TrackingField reachable={reachable} />}
          <MomentField name="expiresAt" label={t('expiry')} none={t('expiryNone')} some={t('expirySome')} />
        </Stack>
      </Collapse>
    </>
  );
}
