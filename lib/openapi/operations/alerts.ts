import { AlertRuleInput, AlertRulePatch } from '@/lib/alerts/schema';
import {
  AlertAnswer,
  AlertRuleAnswer,
  AlertRulesAnswer,
  AlertsPage,
  RuleTestAnswer,
} from '../answers/alerts';
import { named } from '../named';
import type { Operation } from '../operation';
import { PAGE } from './filters';

named('AlertRuleInput', AlertRuleInput, 'input');
named('AlertRulePatch', AlertRulePatch, 'input');

const fields = {
  threshold: 'From when on it fires, in the unit of its kind: percent, minutes, days or how many.',
  windowMinutes: 'What is looked at.',
  minSample: 'Of fewer messages nothing is said.',
  recipients: 'Addresses that are written to; null: all administrators.',
  remindHours: 'Said again so often while it lasts; null: once.',
  quietFrom: 'No mail from then, in the time zone of the settings, unless it is critical: `22:00`.',
  quietTo: 'Until then: `07:00`.',
  mutedUntil: 'No mail until then.',
};

/** What is watched, and what was found. */
export const ALERTS: Record<string, Operation> = {
  'GET /api/v1/alerts': {
    id: 'listAlerts',
    tag: 'alerts',
    summary: 'List alerts',
    description: 'Open and past ones, the newest first. They are over by themselves.',
    answer: AlertsPage,
    fields: PAGE,
    example: { query: { state: 'open', limit: '10' } },
  },
  'POST /api/v1/alerts/[id]/acknowledge': {
    id: 'acknowledgeAlert',
    tag: 'alerts',
    summary: 'Say that you look after it',
    description: 'Nobody is reminded of it any more.',
    answer: AlertAnswer,
    errors: ['not_found'],
  },
  'GET /api/v1/alert-rules': {
    id: 'listAlertRules',
    tag: 'alerts',
    summary: 'List what is watched',
    answer: AlertRulesAnswer,
  },
  'POST /api/v1/alert-rules': {
    id: 'createAlertRule',
    tag: 'alerts',
    summary: 'Watch something',
    description: 'What is left out is as usual for the kind.',
    answer: AlertRuleAnswer,
    fields: { ...fields, company: 'Id, key or name: only what is of it; null: all.' },
    example: { body: { kind: 'failure_rate', threshold: 5, windowMinutes: 60, minSample: 50 } },
  },
  'GET /api/v1/alert-rules/[id]': {
    id: 'getAlertRule',
    tag: 'alerts',
    summary: 'Get a rule',
    answer: AlertRuleAnswer,
    errors: ['not_found'],
  },
  'PATCH /api/v1/alert-rules/[id]': {
    id: 'updateAlertRule',
    tag: 'alerts',
    summary: 'Change a rule',
    description: 'What is left out stays.',
    answer: AlertRuleAnswer,
    fields,
    errors: ['not_found', 'changed_meanwhile'],
    example: { body: { threshold: 5, quietFrom: '22:00', quietTo: '07:00' } },
  },
  'DELETE /api/v1/alert-rules/[id]': {
    id: 'deleteAlertRule',
    tag: 'alerts',
    summary: 'Delete a rule',
    answer: null,
    errors: ['not_found'],
  },
  'POST /api/v1/alert-rules/[id]/test': {
    id: 'testAlertRule',
    tag: 'alerts',
    summary: 'Send a test of it',
    description: 'To all who would hear of it: by mail, and to webhooks as `alert.fired` with `test`.',
    answer: RuleTestAnswer,
    errors: ['not_found'],
  },
};
