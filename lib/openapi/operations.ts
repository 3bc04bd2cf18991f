import type { Operation } from './operation';
import { ACCESS_OPERATIONS } from './operations/access';
import { AI } from './operations/ai';
import { ALERTS } from './operations/alerts';
import { BACKUPS } from './operations/backups';
import { BOUNCE_MAILBOXES } from './operations/bounce-mailboxes';
import { CAMPAIGN_RESULTS } from './operations/campaign-results';
import { CAMPAIGNS } from './operations/campaigns';
import { CHECKS } from './operations/checks';
import { CONFIG } from './operations/config';
import { CONTACTS } from './operations/contacts';
import { DOMAIN_HEALTH } from './operations/domain-health';
import { DOMAIN_REPORTS } from './operations/domain-reports';
import { DOMAINS } from './operations/domains';
import { IMAGES } from './operations/images';
import { INBOUND } from './operations/inbound';
import { LISTS } from './operations/lists';
import { MAIL_TEMPLATES } from './operations/mail-templates';
import { MESSAGE_ACTIONS } from './operations/message-actions';
import { MESSAGES } from './operations/messages';
import { METRICS } from './operations/metrics';
import { NOTIFICATION_TYPES } from './operations/notification-types';
import { NOTIFICATIONS } from './operations/notifications';
import { OWN_SERVER } from './operations/own-server';
import { PEOPLE_OPERATIONS } from './operations/people';
import { PROVIDER_LISTS } from './operations/provider-lists';
import { PROVIDERS } from './operations/providers';
import { RECIPIENTS } from './operations/recipients';
import { REPLY_RULES } from './operations/reply-rules';
import { REPORTS } from './operations/reports';
import { RULES } from './operations/rules';
import { SUBJECT_SOURCES } from './operations/subject-sources';
import { SUPPRESSIONS } from './operations/suppressions';
import { SYSTEM } from './operations/system';
import { TEMPLATES } from './operations/templates';
import { WARM_UPS } from './operations/warm-ups';
import { WEBHOOKS } from './operations/webhooks';
import { WHATSAPP_TEMPLATES } from './operations/whatsapp-templates';

/** By method and route, such as `POST /api/v1/messages/[id]/cancel`; a route of the API that is not here fails a test. */
export const OPERATIONS: Record<string, Operation> = {
  ...MESSAGES,
  ...MESSAGE_ACTIONS,
  ...CHECKS,
  ...INBOUND,
  ...RECIPIENTS,
  ...CONTACTS,
  ...NOTIFICATIONS,
  ...NOTIFICATION_TYPES,
  ...CAMPAIGNS,
  ...CAMPAIGN_RESULTS,
  ...LISTS,
  ...RULES,
  ...SUBJECT_SOURCES,
  ...TEMPLATES,
  ...IMAGES,
  ...SUPPRESSIONS,
  ...BACKUPS,
  ...BOUNCE_MAILBOXES,
  ...REPLY_RULES,
  ...DOMAINS,
  ...DOMAIN_HEALTH,
  ...DOMAIN_REPORTS,
  ...WARM_UPS,
  ...PROVIDERS,
  ...PROVIDER_LISTS,
  ...MAIL_TEMPLATES,
  ...WHATSAPP_TEMPLATES,
  ...OWN_SERVER,
  ...ACCESS_OPERATIONS,
  ...PEOPLE_OPERATIONS,
  ...AI,
  ...ALERTS,
  ...REPORTS,
  ...WEBHOOKS,
  ...METRICS,
  ...SYSTEM,
  ...CONFIG,
};
