import { AI_ROUTES } from './ai-routes';
import { BOUNCE_ROUTES } from './bounce-routes';
import { CAMPAIGN_ROUTES } from './campaign-routes';
import { CONFIG_ROUTES } from './config-routes';
import { CONTACT_ROUTES } from './contact-routes';
import { DOMAIN_ROUTES } from './domain-routes';
import * as errors from './errors/route';
import * as healthReady from './health/ready/route';
import * as health from './health/route';
import * as prometheus from './metrics/route';
import { NOTIFICATION_ROUTES } from './notification-routes';
import { PROVIDER_TEMPLATE_ROUTES } from './provider-template-routes';
import { RULE_ROUTES } from './rule-routes';
import { TEMPLATE_ROUTES } from './template-routes';
import * as addressesCheck from './v1/addresses/check/route';
import * as alertRulesById from './v1/alert-rules/[id]/route';
import * as alertRulesByIdTest from './v1/alert-rules/[id]/test/route';
import * as alertRules from './v1/alert-rules/route';
import * as alertsByIdAcknowledge from './v1/alerts/[id]/acknowledge/route';
import * as alerts from './v1/alerts/route';
import * as audit from './v1/audit/route';
import * as auditCsv from './v1/audit.csv/route';
import * as companiesById from './v1/companies/[id]/route';
import * as companies from './v1/companies/route';
import * as drillsByIdEnd from './v1/drills/[id]/end/route';
import * as drillsById from './v1/drills/[id]/route';
import * as drills from './v1/drills/route';
import * as events from './v1/events/route';
import * as inboundByIdReplay from './v1/inbound/[id]/replay/route';
import * as inboundById from './v1/inbound/[id]/route';
import * as inboundReplay from './v1/inbound/replay/route';
import * as inbound from './v1/inbound/route';
import * as messagesByIdAttachmentsByPosition from './v1/messages/[id]/attachments/[position]/route';
import * as messagesByIdCancel from './v1/messages/[id]/cancel/route';
import * as messagesByIdDraft from './v1/messages/[id]/draft/route';
import * as messagesByIdPreview from './v1/messages/[id]/preview/route';
import * as messagesByIdResend from './v1/messages/[id]/resend/route';
import * as messagesById from './v1/messages/[id]/route';
import * as messagesByIdSendNow from './v1/messages/[id]/send-now/route';
import * as messagesByIdSource from './v1/messages/[id]/source/route';
import * as messagesBatch from './v1/messages/batch/route';
import * as messagesCancel from './v1/messages/cancel/route';
import * as messagesCheck from './v1/messages/check/route';
import * as messagesCount from './v1/messages/count/route';
import * as messagesPreviewFrame from './v1/messages/preview-frame/route';
import * as messagesResend from './v1/messages/resend/route';
import * as messages from './v1/messages/route';
import * as messagesCsv from './v1/messages.csv/route';
import * as metricsCampaignsById from './v1/metrics/campaigns/[id]/route';
import * as metricsCosts from './v1/metrics/costs/route';
import * as metricsForecast from './v1/metrics/forecast/route';
import * as metricsProvidersById from './v1/metrics/providers/[id]/route';
import * as metricsProviders from './v1/metrics/providers/route';
import * as metricsQueue from './v1/metrics/queue/route';
import * as metrics from './v1/metrics/route';
import * as ownServerGenerate from './v1/own-server/generate/route';
import * as peopleByIdActivate from './v1/people/[id]/activate/route';
import * as peopleByIdDeactivate from './v1/people/[id]/deactivate/route';
import * as peopleByIdReset from './v1/people/[id]/reset/route';
import * as peopleById from './v1/people/[id]/route';
import * as peopleByIdSessionsBySessionId from './v1/people/[id]/sessions/[sessionId]/route';
import * as peopleByIdSessions from './v1/people/[id]/sessions/route';
import * as peopleInvitationsByIdRenew from './v1/people/invitations/[id]/renew/route';
import * as peopleInvitationsById from './v1/people/invitations/[id]/route';
import * as peopleInvitations from './v1/people/invitations/route';
import * as people from './v1/people/route';
import * as providerKinds from './v1/provider-kinds/route';
import * as providersByIdChanges from './v1/providers/[id]/changes/route';
import * as providersByIdHealthCheck from './v1/providers/[id]/health-check/route';
import * as providersByIdKeysByKeyIdActivate from './v1/providers/[id]/keys/[keyId]/activate/route';
import * as providersByIdKeysByKeyId from './v1/providers/[id]/keys/[keyId]/route';
import * as providersByIdKeysRotate from './v1/providers/[id]/keys/rotate/route';
import * as providersByIdKeys from './v1/providers/[id]/keys/route';
import * as providersByIdReports from './v1/providers/[id]/reports/route';
import * as providersById from './v1/providers/[id]/route';
import * as providersByIdStatistics from './v1/providers/[id]/statistics/route';
import * as providersByIdSuppressionsApply from './v1/providers/[id]/suppressions/apply/route';
import * as providersByIdSuppressionsRead from './v1/providers/[id]/suppressions/read/route';
import * as providersByIdSuppressions from './v1/providers/[id]/suppressions/route';
import * as providersByIdTest from './v1/providers/[id]/test/route';
import * as providersByIdTests from './v1/providers/[id]/tests/route';
import * as providersByIdTryNow from './v1/providers/[id]/try-now/route';
import * as providersByIdWebhook from './v1/providers/[id]/webhook/route';
import * as providersByIdWeightRestore from './v1/providers/[id]/weight/restore/route';
import * as providersReorder from './v1/providers/reorder/route';
import * as providers from './v1/providers/route';
import * as queueJobs from './v1/queue/jobs/route';
import * as queue from './v1/queue/route';
import * as queueTest from './v1/queue/test/route';
import * as recipientsByAddressErase from './v1/recipients/[address]/erase/route';
import * as recipientsByAddressExport from './v1/recipients/[address]/export/route';
import * as recipientsByAddressStory from './v1/recipients/[address]/story/route';
import * as recipients from './v1/recipients/route';
import * as reportsByIdPreview from './v1/reports/[id]/preview/route';
import * as reportsById from './v1/reports/[id]/route';
import * as reportsByIdSend from './v1/reports/[id]/send/route';
import * as reports from './v1/reports/route';
import * as routing from './v1/routing/route';
import * as sandboxMessages from './v1/sandbox-messages/route';
import * as settings from './v1/settings/route';
import * as statistics from './v1/statistics/route';
import * as status from './v1/status/route';
import * as suppressionsByAddress from './v1/suppressions/[address]/route';
import * as suppressionsImport from './v1/suppressions/import/route';
import * as suppressions from './v1/suppressions/route';
import * as suppressionsUndo from './v1/suppressions/undo/route';
import * as suppressionsCsv from './v1/suppressions.csv/route';
import * as tokensByIdRotate from './v1/tokens/[id]/rotate/route';
import * as tokensById from './v1/tokens/[id]/route';
import * as tokens from './v1/tokens/route';
import * as tokensSelfRotate from './v1/tokens/self/rotate/route';
import * as warmUpsById from './v1/warm-ups/[id]/route';
import * as warmUps from './v1/warm-ups/route';
import * as webhooksByIdDeliveries from './v1/webhooks/[id]/deliveries/route';
import * as webhooksByIdReplay from './v1/webhooks/[id]/replay/route';
import * as webhooksByIdRotate from './v1/webhooks/[id]/rotate/route';
import * as webhooksById from './v1/webhooks/[id]/route';
import * as webhooksByIdTest from './v1/webhooks/[id]/test/route';
import * as webhooks from './v1/webhooks/route';
import * as workers from './v1/workers/route';

/** Every route that programs call, by its path: what the document of the API is made of. One that is missing here fails a test. */
export const ROUTES: Record<string, object> = {
  '/api/errors': errors,
  '/api/health/ready': healthReady,
  '/api/health': health,
  '/api/metrics': prometheus,
  '/api/v1/addresses/check': addressesCheck,
  '/api/v1/audit.csv': auditCsv,
  '/api/v1/audit': audit,
  '/api/v1/inbound': inbound,
  '/api/v1/inbound/[id]': inboundById,
  '/api/v1/inbound/[id]/replay': inboundByIdReplay,
  '/api/v1/inbound/replay': inboundReplay,
  '/api/v1/suppressions': suppressions,
  '/api/v1/suppressions/[address]': suppressionsByAddress,
  '/api/v1/suppressions/undo': suppressionsUndo,
  '/api/v1/suppressions/import': suppressionsImport,
  '/api/v1/suppressions.csv': suppressionsCsv,
  ...CONFIG_ROUTES,
  ...DOMAIN_ROUTES,
  '/api/v1/alerts': alerts,
  '/api/v1/alerts/[id]/acknowledge': alertsByIdAcknowledge,
  '/api/v1/alert-rules': alertRules,
  '/api/v1/alert-rules/[id]': alertRulesById,
  '/api/v1/alert-rules/[id]/test': alertRulesByIdTest,
  ...CONTACT_ROUTES,
  ...NOTIFICATION_ROUTES,
  ...AI_ROUTES,
  ...BOUNCE_ROUTES,
  ...CAMPAIGN_ROUTES,
  ...RULE_ROUTES,
  ...TEMPLATE_ROUTES,
  ...PROVIDER_TEMPLATE_ROUTES,
  '/api/v1/warm-ups': warmUps,
  '/api/v1/warm-ups/[id]': warmUpsById,
  '/api/v1/webhooks': webhooks,
  '/api/v1/webhooks/[id]': webhooksById,
  '/api/v1/webhooks/[id]/test': webhooksByIdTest,
  '/api/v1/webhooks/[id]/rotate': webhooksByIdRotate,
  '/api/v1/webhooks/[id]/deliveries': webhooksByIdDeliveries,
  '/api/v1/webhooks/[id]/replay': webhooksByIdReplay,
  '/api/v1/companies/[id]': companiesById,
  '/api/v1/companies': companies,
  '/api/v1/drills/[id]/end': drillsByIdEnd,
  '/api/v1/drills/[id]': drillsById,
  '/api/v1/drills': drills,
  '/api/v1/events': events,
  '/api/v1/messages.csv': messagesCsv,
  '/api/v1/messages/[id]/attachments/[position]': messagesByIdAttachmentsByPosition,
  '/api/v1/messages/[id]/cancel': messagesByIdCancel,
  '/api/v1/messages/[id]/draft': messagesByIdDraft,
  '/api/v1/messages/[id]/preview': messagesByIdPreview,
  '/api/v1/messages/[id]/resend': messagesByIdResend,
  '/api/v1/messages/[id]': messagesById,
  '/api/v1/messages/[id]/send-now': messagesByIdSendNow,
  '/api/v1/messages/[id]/source': messagesByIdSource,
  '/api/v1/messages/batch': messagesBatch,
  '/api/v1/messages/cancel': messagesCancel,
  '/api/v1/messages/check': messagesCheck,
  '/api/v1/messages/count': messagesCount,
  '/api/v1/messages/preview-frame': messagesPreviewFrame,
  '/api/v1/messages/resend': messagesResend,
  '/api/v1/messages': messages,
  '/api/v1/metrics/campaigns/[id]': metricsCampaignsById,
  '/api/v1/metrics/costs': metricsCosts,
  '/api/v1/metrics/forecast': metricsForecast,
  '/api/v1/metrics/providers/[id]': metricsProvidersById,
  '/api/v1/metrics/providers': metricsProviders,
  '/api/v1/metrics/queue': metricsQueue,
  '/api/v1/metrics': metrics,
  '/api/v1/own-server/generate': ownServerGenerate,
  '/api/v1/people': people,
  '/api/v1/people/[id]': peopleById,
  '/api/v1/people/[id]/activate': peopleByIdActivate,
  '/api/v1/people/[id]/deactivate': peopleByIdDeactivate,
  '/api/v1/people/[id]/reset': peopleByIdReset,
  '/api/v1/people/[id]/sessions': peopleByIdSessions,
  '/api/v1/people/[id]/sessions/[sessionId]': peopleByIdSessionsBySessionId,
  '/api/v1/people/invitations': peopleInvitations,
  '/api/v1/people/invitations/[id]': peopleInvitationsById,
  '/api/v1/people/invitations/[id]/renew': peopleInvitationsByIdRenew,
  '/api/v1/provider-kinds': providerKinds,
  '/api/v1/providers/[id]/changes': providersByIdChanges,
  '/api/v1/providers/[id]/health-check': providersByIdHealthCheck,
  '/api/v1/providers/[id]/keys/[keyId]/activate': providersByIdKeysByKeyIdActivate,
  '/api/v1/providers/[id]/keys/[keyId]': providersByIdKeysByKeyId,
  '/api/v1/providers/[id]/keys/rotate': providersByIdKeysRotate,
  '/api/v1/providers/[id]/keys': providersByIdKeys,
  '/api/v1/providers/[id]': providersById,
  '/api/v1/providers/[id]/reports': providersByIdReports,
  '/api/v1/providers/[id]/statistics': providersByIdStatistics,
  '/api/v1/providers/[id]/suppressions': providersByIdSuppressions,
  '/api/v1/providers/[id]/suppressions/apply': providersByIdSuppressionsApply,
  '/api/v1/providers/[id]/suppressions/read': providersByIdSuppressionsRead,
  '/api/v1/providers/[id]/test': providersByIdTest,
  '/api/v1/providers/[id]/tests': providersByIdTests,
  '/api/v1/providers/[id]/try-now': providersByIdTryNow,
  '/api/v1/providers/[id]/webhook': providersByIdWebhook,
  '/api/v1/providers/[id]/weight/restore': providersByIdWeightRestore,
  '/api/v1/providers/reorder': providersReorder,
  '/api/v1/providers': providers,
  '/api/v1/queue/jobs': queueJobs,
  '/api/v1/queue': queue,
  '/api/v1/queue/test': queueTest,
  '/api/v1/recipients': recipients,
  '/api/v1/recipients/[address]/erase': recipientsByAddressErase,
  '/api/v1/recipients/[address]/export': recipientsByAddressExport,
  '/api/v1/recipients/[address]/story': recipientsByAddressStory,
  '/api/v1/reports': reports,
  '/api/v1/reports/[id]': reportsById,
  '/api/v1/reports/[id]/preview': reportsByIdPreview,
  '/api/v1/reports/[id]/send': reportsByIdSend,
  '/api/v1/routing': routing,
  '/api/v1/sandbox-messages': sandboxMessages,
  '/api/v1/settings': settings,
  '/api/v1/statistics': statistics,
  '/api/v1/status': status,
  '/api/v1/tokens/[id]/rotate': tokensByIdRotate,
  '/api/v1/tokens/[id]': tokensById,
  '/api/v1/tokens': tokens,
  '/api/v1/tokens/self/rotate': tokensSelfRotate,
  '/api/v1/workers': workers,
};
