'use server';

import { z } from 'zod';
import { acknowledgeAlert } from '@/lib/alerts/list';
import { createAlertRule, deleteAlertRule, testAlertRule, updateAlertRule } from '@/lib/alerts/rules';
import { AlertRef, AlertRuleInput, AlertRulePatch } from '@/lib/alerts/schema';
import { action } from '@/lib/http/action';

const { id } = AlertRef.shape;

export const acknowledgeAlertAction = action({ may: 'alerts.write' }, AlertRef, acknowledgeAlert);

export const createAlertRuleAction = action({ may: 'alerts.write' }, AlertRuleInput, createAlertRule);

export const updateAlertRuleAction = action(
  { may: 'alerts.write' },
  z.strictObject({ ...AlertRulePatch.shape, id }),
  updateAlertRule,
);

export const deleteAlertRuleAction = action({ may: 'alerts.write' }, AlertRef, deleteAlertRule);

export const testAlertRuleAction = action({ may: 'alerts.write' }, AlertRef, testAlertRule);
