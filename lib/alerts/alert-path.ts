import { paths } from '@/lib/paths';
import type { AlertKind } from './kinds';

/** Where what an alert is about is dealt with. */
export function alertPath(kind: AlertKind, values: Record<string, string | number>): string {
  const id = String(values.id ?? '');
  switch (kind) {
    case 'failure_rate':
      return paths.messages({ status: 'failed,bounced' });
    case 'bounce_rate':
    case 'complaint_rate':
      return paths.suppressions();
    case 'queue_age':
      return paths.queue();
    case 'parked':
      return paths.messages({ status: 'held' });
    case 'provider_down':
    case 'provider_flapping':
    case 'limit_forecast':
    case 'budget_forecast':
    case 'events_silent':
      return paths.provider(id);
    case 'webhook_stopped':
      return paths.webhook(id);
    case 'source_failing':
      return paths.subjects();
    case 'token_ending':
      return paths.token(id, { end: 'true' });
    case 'no_worker':
      return paths.workers();
    case 'domain_broken':
      return paths.domain(id);
    case 'disk_low':
      return paths.settings({ tab: 'delivery', field: 'delivery.retention.days' });
    case 'certificate_ending':
      return paths.provider(id);
    case 'ai_budget':
      return paths.ai();
  }
}
