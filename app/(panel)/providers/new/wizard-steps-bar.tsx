'use client';

import { Group, Text, UnstyledButton } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import type { Wizard } from './use-wizard';
import { STEPS } from './wizard-steps';
import classes from './wizard-steps-bar.module.css';

/** Where one is; what has been opened can be gone back to. */
export function WizardSteps({ wizard }: { wizard: Wizard }) {
  const t = useTranslations('wizard');
  const nav = useRef<HTMLElement>(null);
  const shown = useRef(wizard.step);
  useEffect(() => {
    if (shown.current === wizard.step) return;
    shown.current = wizard.step;
    // A new step is a new page: its top, also for those who do not see it.
    nav.current?.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  }, [wizard.step]);
  const at = STEPS.findIndex(({ name }) => name === wizard.step);
  return (
    <nav aria-label={t('steps.label')} ref={nav} tabIndex={-1} className={classes.nav}>
      <ol className={classes.steps}>
        {STEPS.map(({ name, open }, index) => (
          <li key={name} className={classes.step} data-state={stateOf(index, at)}>
            <UnstyledButton
              className={classes.button}
              disabled={!open(wizard.draft)}
              aria-current={index === at ? 'step' : undefined}
              onClick={() => wizard.go(name)}
            >
              <span className={classes.mark} aria-hidden>
                {index < at ? <IconCheck size={13} stroke={2.5} /> : index + 1}
              </span>
              <span className={classes.name}>{t(`steps.${name}`)}</span>
            </UnstyledButton>
          </li>
        ))}
      </ol>
      <Group justify="space-between" mt={6}>
        <Text size="xs" c="dimmed">
          {t('steps.position', { step: at + 1, count: STEPS.length })}
        </Text>
        <Text size="xs" c="dimmed" role="status">
          {wizard.draft.choice && t(`draft.${wizard.kept}`)}
        </Text>
      </Group>
    </nav>
  );
}

function stateOf(index: number, at: number): 'done' | 'current' | 'ahead' {
  if (index === at) return 'current';
  return index < at ? 'done' : 'ahead';
}
