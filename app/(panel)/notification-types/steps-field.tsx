'use client';

import { ActionIcon, Button, Group, Input, NumberInput, Select, Stack } from '@mantine/core';
import { IconArrowUp, IconPlus, IconX } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useWatch } from 'react-hook-form';
import { useField } from '@/components/form/use-field';
import { type Step, TYPE_CHANNELS, USUAL_WAIT } from '@/lib/notifications/types/schema';

/** The channels in their order; with a wait after each but the last, where one comes after the other. */
export function StepsField() {
  const t = useTranslations('notification-types');
  const { field, error } = useField('steps', t('form.steps'));
  const inTurn = useWatch({ name: 'mode' }) === 'until_delivered';
  const steps: Step[] = field.value ?? [];
  const free = TYPE_CHANNELS.filter((channel) => !steps.some((step) => step.channel === channel));
  const change = (index: number, part: Partial<Step>) =>
    field.onChange(steps.map((step, at) => (at === index ? { ...step, ...part } : step)));
  const moveUp = (index: number) => {
    const next = [...steps];
    next.splice(index - 1, 0, next.splice(index, 1)[0]!);
    field.onChange(next);
  };
  return (
    <Input.Wrapper label={t('form.steps')} labelElement="div" description={t('form.stepsHelp')} error={error}>
      <Stack gap={8} mt={6}>
        {steps.map((step, index) => (
          <Group key={step.channel} gap={8} align="flex-end">
            <Select
              ref={index === 0 ? field.ref : undefined}
              flex="1 1 160px"
              aria-label={t('form.step', { number: index + 1 })}
              allowDeselect={false}
              data={[step.channel, ...free].map((value) => ({ value, label: t(`channels.${value}`) }))}
              value={step.channel}
              onChange={(value) =>
                value &&
                change(index, {
                  channel: value as Step['channel'],
                  waitMinutes: USUAL_WAIT[value as Step['channel']],
                })
              }
            />
            {inTurn && index < steps.length - 1 && (
              <NumberInput
                flex="0 1 150px"
                aria-label={t('form.wait', { number: index + 1 })}
                suffix={` ${t('form.minutes')}`}
                min={1}
                max={4_320}
                value={step.waitMinutes}
                onChange={(value) => change(index, { waitMinutes: Number(value) || 1 })}
              />
            )}
            <ActionIcon
              variant="default"
              size="input-sm"
              disabled={index === 0}
              onClick={() => moveUp(index)}
              aria-label={t('form.moveUp', { channel: t(`channels.${step.channel}`) })}
            >
              <IconArrowUp size={16} aria-hidden />
            </ActionIcon>
            <ActionIcon
              variant="default"
              size="input-sm"
              disabled={steps.length === 1}
              onClick={() => field.onChange(steps.filter((_, at) => at !== index))}
              aria-label={t('form.removeStep', { channel: t(`channels.${step.channel}`) })}
            >
              <IconX size={16} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
        {free[0] && (
          <Button
            variant="default"
            size="compact-sm"
            w="fit-content"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() =>
              field.onChange([...steps, { channel: free[0]!, waitMinutes: USUAL_WAIT[free[0]!] }])
            }
          >
            {t('form.addStep')}
          </Button>
        )}
      </Stack>
    </Input.Wrapper>
  );
}
