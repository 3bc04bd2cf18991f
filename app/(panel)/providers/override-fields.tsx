'use client';

import { SimpleGrid } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { get } from 'react-hook-form';
import { NumberField } from '@/components/form/number-field';
import { apiQuery } from '@/components/layout/api';
import type { Settings } from '@/lib/settings/schema';
import { HELP_BELOW } from '../settings/help-below';
import { MinutesListField } from '../settings/minutes-list-field';
import { useUnit } from '../settings/use-unit';

const NUMBERS = [
  'breaker.failures',
  'breaker.openSeconds',
  'retries.immediateTries',
  'retries.immediateDelaySeconds',
  'pace.failOverAfterSeconds',
  'pace.connections',
];
const LISTS = ['retries.faultMinutes', 'retries.deferralMinutes'];

/** Where this provider departs from the delivery settings. An empty field inherits, and shows what. */
export function OverrideFields() {
  const { data: settings } = useQuery(apiQuery('settings'));
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }} verticalSpacing="md">
        {NUMBERS.map((path) => (
          <OwnNumber key={path} path={path} settings={settings} />
        ))}
      </SimpleGrid>
      {LISTS.map((path) => (
        <OwnMinutes key={path} path={path} settings={settings} />
      ))}
    </>
  );
}

type Props = { path: string; settings: Settings | undefined };

function OwnNumber({ path, settings }: Props) {
  const t = useTranslations('providers.form.overrides');
  const { label, help } = useTexts(path);
  const unit = useUnit(path);
  const inherited: unknown = get(settings?.delivery, path);
  return (
    <NumberField
      name={`overrides.${path}`}
      label={label}
      description={help}
      inputWrapperOrder={[...HELP_BELOW]}
      placeholder={
        inherited === undefined ? t('own') : t('inherited', { value: `${String(inherited)}${unit}` })
      }
      suffix={unit}
      thousandSeparator={false}
    />
  );
}

function OwnMinutes({ path, settings }: Props) {
  const t = useTranslations('providers.form.overrides');
  const { label, help } = useTexts(path);
  const inherited = get(settings?.delivery, path) as number[] | undefined;
  const value = inherited?.length === 0 ? t('none') : inherited?.join(', ');
  return (
    <MinutesListField
      name={`overrides.${path}`}
      label={label}
      description={help}
      whenBlank={value === undefined ? t('own') : t('inherited', { value })}
      whenNone={t('none')}
    />
  );
}

/** In the words of the settings page; what is not there has its own. */
function useTexts(path: string) {
  const t = useTranslations('providers.form.overrides');
  const tSettings = useTranslations('settings.fields');
  const key = path.replaceAll('.', '_');
  const own = t.has(`fields.${key}.label`);
  const say = (part: 'label' | 'help') =>
    own ? t(`fields.${key}.${part}`) : tSettings(`delivery_${key}.${part}`);
  return { label: say('label'), help: say('help') };
}
