import { getTableColumns, getTableName, is } from 'drizzle-orm';
import { PgTable } from 'drizzle-orm/pg-core';
import { describe, expect, it } from 'vitest';
import * as alerts from '@/drizzle/schema/alerts';
import * as mailboxes from '@/drizzle/schema/bounce-mailboxes';
import * as companies from '@/drizzle/schema/companies';
import * as domains from '@/drizzle/schema/domains';
import * as types from '@/drizzle/schema/notification-types';
import * as providers from '@/drizzle/schema/providers';
import * as replies from '@/drizzle/schema/reply-rules';
import * as reports from '@/drizzle/schema/reports';
import * as rules from '@/drizzle/schema/rules';
import * as subjects from '@/drizzle/schema/subjects';
import * as templates from '@/drizzle/schema/templates';
import * as webhooks from '@/drizzle/schema/webhooks';
import { nounOf } from '@/lib/configuration/nouns';
import { OWNERS } from './table-owners';

/** Of every row. */
const ALWAYS: Record<string, string> = {
  id: 'another on each installation: names stand for it',
  companyId: 'told by the company beneath which it stands',
  version: 'counts changes here',
  createdAt: 'of this row',
  updatedAt: 'of this row',
};

/** Where a field is called otherwise in a document, or a column has no part in it. `=`: the field that tells it. */
const TABLES: Record<string, { table: PgTable; section: string; columns: Record<string, string> }> = {
  companies: {
    table: companies.companies,
    section: 'companies',
    columns: { key: 'its name in the document' },
  },
  providers: {
    table: providers.providers,
    section: 'providers',
    columns: {
      name: 'its name in the document',
      channel: 'told by its kind',
      costMicros: '=costPerMessage',
      monthlyFeeMicros: '=monthlyFee',
      fallbackId: '=fallback',
    },
  },
  domains: {
    table: domains.domains,
    section: 'domains',
    columns: {
      name: 'its name in the document, as DNS knows it',
      shownName: 'its name in the document',
      returnPathHost: '=returnPath',
      trackingName: '=tracking',
      step: 'how far somebody is in the wizard',
      ...Object.fromEntries(
        [
          'checks',
          'wishes',
          'pairs',
          'nameServers',
          'state',
          'verifiedAt',
          'brokenAt',
          'checkedAt',
          'checksDone',
          'nextCheckAt',
        ].map((name) => [name, 'found by looking']),
      ),
    },
  },
  templates: {
    table: templates.templates,
    section: 'templates',
    columns: {
      key: 'its name in the document',
      channel: 'mail is the only one there is',
      latest: 'counts versions here',
      archivedAt: '=archived',
    },
  },
  template_versions: {
    table: templates.templateVersions,
    section: 'templates',
    columns: {
      templateId: 'stands beneath it',
      componentKeys: 'read from its texts',
      components: 'found anew when it is published',
      number: 'counts versions here',
      note: 'why somebody changed it, here',
      createdBy: 'who, here',
      publishedAt: 'when, here',
      publishedBy: 'who, here',
    },
  },
  template_texts: {
    table: templates.templateTexts,
    section: 'templates',
    columns: Object.fromEntries(
      ['versionId', 'language', 'subject', 'preheader', 'kind', 'source', 'text'].map((name) => [
        name,
        '=texts',
      ]),
    ),
  },
  notification_types: {
    table: types.notificationTypes,
    section: 'notificationTypes',
    columns: { key: 'its name in the document' },
  },
  subject_kinds: {
    table: subjects.subjectKinds,
    section: 'subjectKinds',
    columns: { key: 'its name in the document' },
  },
  rules: {
    table: rules.rules,
    section: 'rules',
    columns: { title: 'its name in the document', kindId: '=kind', nextRunAt: 'told by the clock' },
  },
  bounce_mailboxes: {
    table: mailboxes.bounceMailboxes,
    section: 'bounceMailboxes',
    columns: {
      name: 'its name in the document',
      sealedPassword: 'a secret: named, sealed or left out',
      passwordAt: 'when it was given here',
      accountId: '=account',
      ...Object.fromEntries(
        [
          'uidValidity',
          'lastUid',
          'leasedUntil',
          'leaseNo',
          'nextAt',
          'readAt',
          'mailsRead',
          'mailsNoted',
          'mailsUnreadable',
          'failingSince',
          'failures',
          'cause',
          'reply',
        ].map((name) => [name, 'how far it is read']),
      ),
    },
  },
  reply_rules: {
    table: replies.replyRules,
    section: 'replyRules',
    columns: { name: 'its name in the document', changedBy: 'who changed it here' },
  },
  webhooks: {
    table: webhooks.webhooks,
    section: 'webhooks',
    columns: {
      name: 'its name in the document',
      eventTypes: '=events',
      ...Object.fromEntries(
        ['stoppedBecause', 'stoppedAt', 'sinceXid', 'failingSince', 'pausedUntil', 'lastAt', 'lastOk'].map(
          (name) => [name, 'how it goes'],
        ),
      ),
    },
  },
  alert_rules: {
    table: alerts.alertRules,
    section: 'alertRules',
    columns: { kind: 'its name in the document', mutedUntil: 'of the moment' },
  },
  reports: {
    table: reports.reports,
    section: 'reports',
    columns: {
      name: 'its name in the document',
      ...Object.fromEntries(
        ['nextAt', 'heldUntil', 'lastSentAt', 'problem'].map((name) => [name, 'how it goes']),
      ),
    },
  },
};

const SECRET = 'secrets, which are made here or named by what they belong to';
const ACCESS = 'who may come in: given by a person, never by a document that travels';
const TRAFFIC = 'what was sent, and what became of it';
const STATE = 'how things stand at the moment';
const PERSONAL = 'how one person likes it';

/** Tables that are no configuration, each with why. */
const EXCUSED: Record<string, string> = {
  settings: 'one document of its own, compared as a whole below',
  ai_providers: 'another place has an account of its own at these services, and other prices',
  subject_sources: 'another place reads from other addresses, each by a secret of its own',
  ai_calls: 'what was asked, and what it cost',
  ...group('what was configured before', 'configuration_versions configuration_things'),
  configuration_comments: 'in the document, beside what they are of',
  images: 'pictures are large: a folder of templates brings its own along, and a backup has them all',
  taken_templates: 'tells what of one account was taken over; another account has others',
  whatsapp_bindings: 'to names that one account of WhatsApp has approved; another account has others',
  ...group(
    SECRET,
    'ai_keys provider_keys provider_key_rotations domain_keys webhook_secrets erasure_keys tracking_keys keyring_canary oauth_states',
  ),
  ...group(
    ACCESS,
    'users sessions setup_links sign_in_failures sign_in_networks second_factors recovery_codes known_devices invitations password_links tokens token_secrets token_pickups token_access_keys token_warnings token_windows',
  ),
  ...group(
    TRAFFIC,
    'messages message_bodies message_attachments attachments attempts events received_texts inbound_events inbound_refusals idempotency_keys dedupe_keys sandbox_messages notifications notification_steps notification_keys contacts preferences lists list_members segments campaigns campaign_recipients subjects feed_items suppressions bounces held_addresses erasures alerts rule_firings rule_runs webhook_deliveries webhook_place audit_log drills provider_tests provider_changes provider_prices domain_reports domain_report_rows domain_sources template_renditions',
  ),
  ...group(
    STATE,
    'provider_health provider_pace provider_hooks provider_lists usage_windows workers processes schema_marks log_level queue_hours queue_days domain_health warm_ups delivery_minutes delivery_hours delivery_days failover_hours response_counts topic_counts token_days whatsapp_templates whatsapp_reads',
  ),
  ...group(PERSONAL, 'message_views message_columns provider_drafts template_drafts'),
};

function group(why: string, names: string): Record<string, string> {
  return Object.fromEntries(names.split(' ').map((name) => [name, why]));
}

describe('what is configured', () => {
  it('is every table but those that are excused by name', () => {
    expect(Object.keys({ ...EXCUSED, ...TABLES }).toSorted()).toEqual(Object.keys(OWNERS).toSorted());
    expect(Object.keys(TABLES).filter((name) => name in EXCUSED)).toEqual([]);
  });

  it.each(Object.entries(TABLES))(
    '%s: every column is in the document, or excused by name',
    (name, { table, section, columns }) => {
      expect(is(table, PgTable) && getTableName(table)).toBe(name);
      const told = Object.keys(nounOf(section).schema.shape);
      const all = Object.keys(getTableColumns(table));
      const forgotten = all.filter((column) => {
        const why = columns[column] ?? ALWAYS[column];
        return why === undefined
          ? !told.includes(column)
          : why.startsWith('=') && !told.includes(why.slice(1));
      });
      expect(forgotten).toEqual([]);
      expect(Object.keys(columns).filter((column) => !all.includes(column))).toEqual([]);
    },
  );
});
