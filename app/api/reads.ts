import type { Answers } from '@/lib/http/handle';

/**
 * What the panel reads, each by the folder of its route: the answer's type is that of the verb which the route calls, the query's that
 * of its schema. `apiQuery` and `apiGet` take no other (`components/layout/api.ts`).
 */
declare module '@/components/layout/api' {
  interface Reads {
    alerts: Read<typeof import('./v1/alerts/route')>;
    'alert-rules': Read<typeof import('./v1/alert-rules/route')>;
    audit: Read<typeof import('./v1/audit/route')>;
    'audit.csv': Read<typeof import('./v1/audit.csv/route')>;
    backups: Read<typeof import('./v1/backups/route')>;
    campaigns: Read<typeof import('./v1/campaigns/route')>;
    'campaigns/[id]': Read<typeof import('./v1/campaigns/[id]/route')>;
    'campaigns/[id]/check': Read<typeof import('./v1/campaigns/[id]/check/route')>;
    'campaigns/[id]/result': Read<typeof import('./v1/campaigns/[id]/result/route')>;
    'campaigns/[id]/picture': Read<typeof import('./v1/campaigns/[id]/picture/route')>;
    'campaigns/[id]/recipients': Read<typeof import('./v1/campaigns/[id]/recipients/route')>;
    'campaigns/[id]/recipients.csv': Read<typeof import('./v1/campaigns/[id]/recipients.csv/route')>;
    companies: Read<typeof import('./v1/companies/route')>;
    'companies/[id]': Read<typeof import('./v1/companies/[id]/route')>;
    config: Read<typeof import('./v1/config/route')>;
    'config/schema': Read<typeof import('./v1/config/schema/route')>;
    'config/things': Read<typeof import('./v1/config/things/route')>;
    'config/versions': Read<typeof import('./v1/config/versions/route')>;
    'config/versions/[number]': Read<typeof import('./v1/config/versions/[number]/route')>;
    'config/versions/[number]/document': Read<typeof import('./v1/config/versions/[number]/document/route')>;
    contacts: Read<typeof import('./v1/contacts/route')>;
    'contacts/[id]': Read<typeof import('./v1/contacts/[id]/route')>;
    'contacts.csv': Read<typeof import('./v1/contacts.csv/route')>;
    'contacts/[id]/duplicates': Read<typeof import('./v1/contacts/[id]/duplicates/route')>;
    'contacts/[id]/preferences': Read<typeof import('./v1/contacts/[id]/preferences/route')>;
    domains: Read<typeof import('./v1/domains/route')>;
    'domains/[id]': Read<typeof import('./v1/domains/[id]/route')>;
    'domains/deliverability': Read<typeof import('./v1/domains/deliverability/route')>;
    'own-servers': Read<typeof import('./v1/own-servers/route')>;
    'domains/[id]/checks': Read<typeof import('./v1/domains/[id]/checks/route')>;
    'domains/[id]/deliverability': Read<typeof import('./v1/domains/[id]/deliverability/route')>;
    'domains/[id]/reports': Read<typeof import('./v1/domains/[id]/reports/route')>;
    'domains/[id]/records': Read<typeof import('./v1/domains/[id]/records/route')>;
    drills: Read<typeof import('./v1/drills/route')>;
    'drills/[id]': Read<typeof import('./v1/drills/[id]/route')>;
    events: Read<typeof import('./v1/events/route')>;
    inbound: Read<typeof import('./v1/inbound/route')>;
    'inbound/[id]': Read<typeof import('./v1/inbound/[id]/route')>;
    lists: Read<typeof import('./v1/lists/route')>;
    'lists/[id]': Read<typeof import('./v1/lists/[id]/route')>;
    'lists/[id]/members': Read<typeof import('./v1/lists/[id]/members/route')>;
    segments: Read<typeof import('./v1/segments/route')>;
    logs: Read<typeof import('./v1/logs/route')>;
    messages: Read<typeof import('./v1/messages/route')>;
    'messages.csv': Read<typeof import('./v1/messages.csv/route')>;
    'messages/count': Read<typeof import('./v1/messages/count/route')>;
    'messages/preview-frame': Read<typeof import('./v1/messages/preview-frame/route')>;
    'messages/[id]': Read<typeof import('./v1/messages/[id]/route')>;
    'messages/[id]/attachments/[position]': Read<
      typeof import('./v1/messages/[id]/attachments/[position]/route')
    >;
    'messages/[id]/draft': Read<typeof import('./v1/messages/[id]/draft/route')>;
    'messages/[id]/preview': Read<typeof import('./v1/messages/[id]/preview/route')>;
    'messages/[id]/source': Read<typeof import('./v1/messages/[id]/source/route')>;
    metrics: Read<typeof import('./v1/metrics/route')>;
    'metrics/forecast': Read<typeof import('./v1/metrics/forecast/route')>;
    'metrics/queue': Read<typeof import('./v1/metrics/queue/route')>;
    'metrics/costs': Read<typeof import('./v1/metrics/costs/route')>;
    'metrics/providers': Read<typeof import('./v1/metrics/providers/route')>;
    'metrics/providers/[id]': Read<typeof import('./v1/metrics/providers/[id]/route')>;
    'notification-types': Read<typeof import('./v1/notification-types/route')>;
    'notification-types/[id]': Read<typeof import('./v1/notification-types/[id]/route')>;
    notifications: Read<typeof import('./v1/notifications/route')>;
    'notifications/[id]': Read<typeof import('./v1/notifications/[id]/route')>;
    'notifications/figures': Read<typeof import('./v1/notifications/figures/route')>;
    people: Read<typeof import('./v1/people/route')>;
    'people/[id]': Read<typeof import('./v1/people/[id]/route')>;
    'people/invitations': Read<typeof import('./v1/people/invitations/route')>;
    'people/[id]/sessions': Read<typeof import('./v1/people/[id]/sessions/route')>;
    'provider-kinds': Read<typeof import('./v1/provider-kinds/route')>;
    providers: Read<typeof import('./v1/providers/route')>;
    'providers/[id]': Read<typeof import('./v1/providers/[id]/route')>;
    'providers/[id]/changes': Read<typeof import('./v1/providers/[id]/changes/route')>;
    'providers/[id]/keys': Read<typeof import('./v1/providers/[id]/keys/route')>;
    'providers/[id]/mail-templates': Read<typeof import('./v1/providers/[id]/mail-templates/route')>;
    'providers/[id]/mail-templates/[name]': Read<
      typeof import('./v1/providers/[id]/mail-templates/[name]/route')
    >;
    'providers/[id]/reports': Read<typeof import('./v1/providers/[id]/reports/route')>;
    'providers/[id]/suppressions': Read<typeof import('./v1/providers/[id]/suppressions/route')>;
    'providers/[id]/webhook': Read<typeof import('./v1/providers/[id]/webhook/route')>;
    'providers/[id]/statistics': Read<typeof import('./v1/providers/[id]/statistics/route')>;
    'providers/[id]/templates': Read<typeof import('./v1/providers/[id]/templates/route')>;
    'providers/[id]/templates/draft': Read<typeof import('./v1/providers/[id]/templates/draft/route')>;
    'providers/[id]/tests': Read<typeof import('./v1/providers/[id]/tests/route')>;
    queue: Read<typeof import('./v1/queue/route')>;
    'queue/jobs': Read<typeof import('./v1/queue/jobs/route')>;
    recipients: Read<typeof import('./v1/recipients/route')>;
    'recipients/[address]/export': Read<typeof import('./v1/recipients/[address]/export/route')>;
    'recipients/[address]/story': Read<typeof import('./v1/recipients/[address]/story/route')>;
    reports: Read<typeof import('./v1/reports/route')>;
    'reports/[id]/preview': Read<typeof import('./v1/reports/[id]/preview/route')>;
    routing: Read<typeof import('./v1/routing/route')>;
    'rules/coming': Read<typeof import('./v1/rules/coming/route')>;
    rules: Read<typeof import('./v1/rules/route')>;
    'rules/[id]': Read<typeof import('./v1/rules/[id]/route')>;
    'rules/[id]/runs': Read<typeof import('./v1/rules/[id]/runs/route')>;
    subjects: Read<typeof import('./v1/subjects/route')>;
    'subject-sources': Read<typeof import('./v1/subject-sources/route')>;
    'subject-kinds': Read<typeof import('./v1/subject-kinds/route')>;
    'sandbox-messages': Read<typeof import('./v1/sandbox-messages/route')>;
    settings: Read<typeof import('./v1/settings/route')>;
    statistics: Read<typeof import('./v1/statistics/route')>;
    status: Read<typeof import('./v1/status/route')>;
    tokens: Read<typeof import('./v1/tokens/route')>;
    'tokens/[id]': Read<typeof import('./v1/tokens/[id]/route')>;
    'ai-calls': Read<typeof import('./v1/ai-calls/route')>;
    'ai-providers': Read<typeof import('./v1/ai-providers/route')>;
    'ai-providers/[id]/keys': Read<typeof import('./v1/ai-providers/[id]/keys/route')>;
    'reply-rules': Read<typeof import('./v1/reply-rules/route')>;
    'reply-rules/tables': Read<typeof import('./v1/reply-rules/tables/route')>;
    'bounce-mailboxes': Read<typeof import('./v1/bounce-mailboxes/route')>;
    suppressions: Read<typeof import('./v1/suppressions/route')>;
    'suppressions.csv': Read<typeof import('./v1/suppressions.csv/route')>;
    'warm-ups': Read<typeof import('./v1/warm-ups/route')>;
    images: Read<typeof import('./v1/images/route')>;
    templates: Read<typeof import('./v1/templates/route')>;
    'templates/[id]': Read<typeof import('./v1/templates/[id]/route')>;
    'templates/[id]/versions': Read<typeof import('./v1/templates/[id]/versions/route')>;
    'templates/[id]/versions/[number]': Read<typeof import('./v1/templates/[id]/versions/[number]/route')>;
    'templates/[id]/picture': Read<typeof import('./v1/templates/[id]/picture/route')>;
    webhooks: Read<typeof import('./v1/webhooks/route')>;
    'webhooks/[id]': Read<typeof import('./v1/webhooks/[id]/route')>;
    'webhooks/[id]/deliveries': Read<typeof import('./v1/webhooks/[id]/deliveries/route')>;
    workers: Read<typeof import('./v1/workers/route')>;
  }
}

type Read<Route> = Route extends { GET: Answers<infer Answer, infer Query> }
  ? { answer: InJson<Answer>; query: Query }
  : never;

/** As it arrives: JSON has no dates. */
type InJson<Value> = Value extends Date
  ? string
  : Value extends object
    ? { [name in keyof Value]: InJson<Value[name]> }
    : Value;
