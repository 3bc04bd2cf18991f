'use client';

import { Anchor, Group, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { Fragment } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { useMode } from '@/components/layout/mode';
import { isSame } from '@/lib/settings/difference';
import { toMinutes } from './minutes-field';
import { SELECTS } from './select-setting';
import classes from './setting.module.css';
import { defaultOf } from './settings-values';
import { useUnit } from './use-unit';

/** For a setting that is not at its default: what that is, and the way back. Technicians also see its name in the API. */
export function DefaultLine({ path, label }: { path: string; label: string }) {
  const t = useTranslations('settings');
  const { technical } = useMode();
  const { setValue } = useFormContext();
  const value: unknown = useWatch({ name: path });
  const initial = defaultOf(path);
  const told = useDefaultText(path);
  const changed = !isSame(value, initial);
  if (!changed && !technical) return null;
  return (
    <Group gap={8} mt={6} wrap="wrap">
      {technical && (
        <Text ff="monospace" fz={11} c="dimmed" className={classes.name}>
          {path.split('.').map((part, index) => (
            <Fragment key={part}>
              {index > 0 && '.'}
              <wbr />
              {part}
            </Fragment>
          ))}
        </Text>
      )}
      {changed && (
        <Text size="xs" c="dimmed">
          {t('default', { value: told })}
          {' · '}
          <Anchor
            component="button"
            type="button"
            size="xs"
            aria-label={t('resetField', { field: label })}
            onClick={() => setValue(path, initial, { shouldDirty: true, shouldValidate: true })}
          >
            {t('reset')}
          </Anchor>
        </Text>
      )}
    </Group>
  );
}

function useDefaultText(path: string): string {
  const t = useTranslations('settings');
  const { technical } = useMode();
  const unit = useUnit(path);
  const initial = defaultOf(path);
  if (path === 'delivery.breaker.openSeconds' && !technical) return `${toMinutes(Number(initial))} min`;
  if (path.startsWith('delivery.strategies.')) return t(`strategies.${String(initial)}.label`);
  const select = SELECTS[path];
  if (select) return t(`${select.texts}.${String(initial)}`);
  if (typeof initial === 'boolean') return t(`states.${initial ? 'on' : 'off'}`);
  if (initial === null) return t('states.none');
  if (!Array.isArray(initial)) return `${String(initial)}${unit}`;
  if (initial.length === 0) return t('states.none');
  return initial.map((each) => (typeof each === 'number' ? each : t(`choices.${String(each)}`))).join(', ');
}
