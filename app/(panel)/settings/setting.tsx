'use client';

import { Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { CheckboxesField } from '@/components/form/checkboxes-field';
import { NumberField } from '@/components/form/number-field';
import { SwitchField } from '@/components/form/switch-field';
import { TagsField } from '@/components/form/tags-field';
import { TextField } from '@/components/form/text-field';
import { useMode } from '@/components/layout/mode';
import { PRIORITIES } from '@/lib/queue/priority';
import { ROLES } from '@/lib/roles';
import { CATEGORIES } from '@/lib/routing/categories';
import { QUIET_CHANNELS } from '@/lib/settings/quiet-hours';
import { variableOf } from '@/lib/settings/variable-of';
import { DefaultLine } from './default-line';
import { HELP_BELOW } from './help-below';
import { MinutesField } from './minutes-field';
import { MinutesListField } from './minutes-list-field';
import { CountryField, CurrencyField, TimeZoneField } from './place-fields';
import { SELECTS, SelectSetting } from './select-setting';
import classes from './setting.module.css';
import { defaultOf } from './settings-values';
import { StrategyField } from './strategy-field';
import { useFixed } from './system-facts';
import { useUnit } from './use-unit';

const CHOICES: Record<string, readonly string[]> = {
  'delivery.retries.repeatUncertain': CATEGORIES,
  'delivery.queue.pausedPriorities': PRIORITIES,
  'security.secondFactorFor': ROLES,
  'delivery.quietHours.categories': CATEGORIES,
  'delivery.quietHours.channels': QUIET_CHANNELS,
  'delivery.tracking.opens': CATEGORIES,
  'delivery.tracking.clicks': CATEGORIES,
};

const TEXT_LISTS = ['delivery.development.onlyTo'];
const OPTIONAL_TEXTS = ['delivery.development.redirectTo'];
const NUMBER_LISTS = ['security.smtpPorts', 'system.processes.workerCpus'];

/** One setting: the input that its value asks for, and below it the way back to the default. */
export function Setting({ path }: { path: string }) {
  const t = useTranslations('settings');
  const key = path.replaceAll('.', '_');
  const label = t(`fields.${key}.label`);
  const help = t.has(`fields.${key}.help`) ? t(`fields.${key}.help`) : undefined;
  const fixed = useFixed(path);
  return (
    <div className={isWide(path) ? classes.wide : undefined}>
      <fieldset className={classes.fields} disabled={fixed !== undefined}>
        <Input name={path} label={label} description={help} />
      </fieldset>
      {fixed === undefined ? (
        <DefaultLine path={path} label={label} />
      ) : (
        <Text size="xs" c="dimmed" mt={6}>
          {t('fixed', { variable: variableOf(path), value: String(fixed) || t('states.none') })}
        </Text>
      )}
    </div>
  );
}

/** A line to itself: a choice that is explained, a list, a switch. */
function isWide(path: string): boolean {
  return path.startsWith('delivery.') && typeof defaultOf(path) !== 'number';
}

function isAddressList(path: string): boolean {
  return path.startsWith('security.') && Array.isArray(defaultOf(path));
}

type InputProps = { name: string; label: string; description: string | undefined };

function Input(props: InputProps) {
  const t = useTranslations('settings.choices');
  const { technical } = useMode();
  const unit = useUnit(props.name);
  if (props.name === 'general.timeZone') return <TimeZoneField {...props} />;
  if (props.name === 'general.currency') return <CurrencyField {...props} />;
  if (props.name === 'general.country') return <CountryField {...props} />;
  if (props.name.startsWith('delivery.strategies.')) return <StrategyField {...props} />;
  if (props.name in SELECTS) return <SelectSetting {...props} />;
  const choices = CHOICES[props.name];
  if (choices)
    return <CheckboxesField {...props} options={choices.map((value) => ({ value, label: t(value) }))} />;
  // People count the breaker's pause in minutes; a test or a drill needs seconds.
  if (props.name === 'delivery.breaker.openSeconds' && !technical) return <MinutesField {...props} />;
  if (TEXT_LISTS.includes(props.name)) return <TagsField {...props} inputWrapperOrder={[...HELP_BELOW]} />;
  if (OPTIONAL_TEXTS.includes(props.name))
    return <TextField {...props} inputWrapperOrder={[...HELP_BELOW]} emptyIsNull />;
  if (NUMBER_LISTS.includes(props.name)) return <MinutesListField {...props} />;
  if (isAddressList(props.name)) return <TagsField {...props} inputWrapperOrder={[...HELP_BELOW]} />;
  const initial = defaultOf(props.name);
  if (typeof initial === 'boolean') return <SwitchField {...props} />;
  if (Array.isArray(initial)) return <MinutesListField {...props} />;
  return (
    <NumberField
      {...props}
      inputWrapperOrder={[...HELP_BELOW]}
      suffix={unit}
      thousandSeparator={false}
      allowDecimal={props.name === 'delivery.target.arrivedPercent'}
      decimalScale={2}
    />
  );
}
