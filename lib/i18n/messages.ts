import enAccount from './en/account.json' with { type: 'json' };
import enAi from './en/ai.json' with { type: 'json' };
import enAlerts from './en/alerts.json' with { type: 'json' };
import enAnalytics from './en/analytics.json' with { type: 'json' };
import enApi from './en/api.json' with { type: 'json' };
import enAudit from './en/audit.json' with { type: 'json' };
import enAuth from './en/auth.json' with { type: 'json' };
import enCampaigns from './en/campaigns.json' with { type: 'json' };
import enChecks from './en/checks.json' with { type: 'json' };
import enCommon from './en/common.json' with { type: 'json' };
import enCompanies from './en/companies.json' with { type: 'json' };
import enConfiguration from './en/configuration.json' with { type: 'json' };
import enConnect from './en/connect.json' with { type: 'json' };
import enContacts from './en/contacts.json' with { type: 'json' };
import enContent from './en/content.json' with { type: 'json' };
import enDoctor from './en/doctor.json' with { type: 'json' };
import enDomainHealth from './en/domain-health.json' with { type: 'json' };
import enDomainReports from './en/domain-reports.json' with { type: 'json' };
import enDomains from './en/domains.json' with { type: 'json' };
import enDrills from './en/drills.json' with { type: 'json' };
import enEditor from './en/editor.json' with { type: 'json' };
import enErrors from './en/errors.json' with { type: 'json' };
import enEvents from './en/events.json' with { type: 'json' };
import enFindings from './en/findings.json' with { type: 'json' };
import enFlaws from './en/flaws.json' with { type: 'json' };
import enHelp from './en/help.json' with { type: 'json' };
import enHome from './en/home.json' with { type: 'json' };
import enLint from './en/lint.json' with { type: 'json' };
import enLists from './en/lists.json' with { type: 'json' };
import enMailboxes from './en/mailboxes.json' with { type: 'json' };
import enMessages from './en/messages.json' with { type: 'json' };
import enNotificationTypes from './en/notification-types.json' with { type: 'json' };
import enNotifications from './en/notifications.json' with { type: 'json' };
import enOutcomes from './en/outcomes.json' with { type: 'json' };
import enOwnServer from './en/own-server.json' with { type: 'json' };
import enPeople from './en/people.json' with { type: 'json' };
import enPermissions from './en/permissions.json' with { type: 'json' };
import enProblems from './en/problems.json' with { type: 'json' };
import enProviders from './en/providers.json' with { type: 'json' };
import enQueue from './en/queue.json' with { type: 'json' };
import enRecipients from './en/recipients.json' with { type: 'json' };
import enRefusals from './en/refusals.json' with { type: 'json' };
import enReports from './en/reports.json' with { type: 'json' };
import enRouting from './en/routing.json' with { type: 'json' };
import enRules from './en/rules.json' with { type: 'json' };
import enSandbox from './en/sandbox.json' with { type: 'json' };
import enSettings from './en/settings.json' with { type: 'json' };
import enShell from './en/shell.json' with { type: 'json' };
import enSubjects from './en/subjects.json' with { type: 'json' };
import enSuppressions from './en/suppressions.json' with { type: 'json' };
import enTemplates from './en/templates.json' with { type: 'json' };
import enTests from './en/tests.json' with { type: 'json' };
import enTokens from './en/tokens.json' with { type: 'json' };
import enTracking from './en/tracking.json' with { type: 'json' };
import enWarmUps from './en/warm-ups.json' with { type: 'json' };
import enWebhooks from './en/webhooks.json' with { type: 'json' };
import enWizard from './en/wizard.json' with { type: 'json' };
import enWorkers from './en/workers.json' with { type: 'json' };
import esAccount from './es/account.json' with { type: 'json' };
import esAi from './es/ai.json' with { type: 'json' };
import esAlerts from './es/alerts.json' with { type: 'json' };
import esAnalytics from './es/analytics.json' with { type: 'json' };
import esApi from './es/api.json' with { type: 'json' };
import esAudit from './es/audit.json' with { type: 'json' };
import esAuth from './es/auth.json' with { type: 'json' };
import esCampaigns from './es/campaigns.json' with { type: 'json' };
import esChecks from './es/checks.json' with { type: 'json' };
import esCommon from './es/common.json' with { type: 'json' };
import esCompanies from './es/companies.json' with { type: 'json' };
import esConfiguration from './es/configuration.json' with { type: 'json' };
import esConnect from './es/connect.json' with { type: 'json' };
import esContacts from './es/contacts.json' with { type: 'json' };
import esContent from './es/content.json' with { type: 'json' };
import esDoctor from './es/doctor.json' with { type: 'json' };
import esDomainHealth from './es/domain-health.json' with { type: 'json' };
import esDomainReports from './es/domain-reports.json' with { type: 'json' };
import esDomains from './es/domains.json' with { type: 'json' };
import esDrills from './es/drills.json' with { type: 'json' };
import esEditor from './es/editor.json' with { type: 'json' };
import esErrors from './es/errors.json' with { type: 'json' };
import esEvents from './es/events.json' with { type: 'json' };
import esFindings from './es/findings.json' with { type: 'json' };
import esFlaws from './es/flaws.json' with { type: 'json' };
import esHelp from './es/help.json' with { type: 'json' };
import esHome from './es/home.json' with { type: 'json' };
import esLint from './es/lint.json' with { type: 'json' };
import esLists from './es/lists.json' with { type: 'json' };
import esMailboxes from './es/mailboxes.json' with { type: 'json' };
import esMessages from './es/messages.json' with { type: 'json' };
import esNotificationTypes from './es/notification-types.json' with { type: 'json' };
import esNotifications from './es/notifications.json' with { type: 'json' };
import esOutcomes from './es/outcomes.json' with { type: 'json' };
import esOwnServer from './es/own-server.json' with { type: 'json' };
import esPeople from './es/people.json' with { type: 'json' };
import esPermissions from './es/permissions.json' with { type: 'json' };
import esProblems from './es/problems.json' with { type: 'json' };
import esProviders from './es/providers.json' with { type: 'json' };
import esQueue from './es/queue.json' with { type: 'json' };
import esRecipients from './es/recipients.json' with { type: 'json' };
import esRefusals from './es/refusals.json' with { type: 'json' };
import esReports from './es/reports.json' with { type: 'json' };
import esRouting from './es/routing.json' with { type: 'json' };
import esRules from './es/rules.json' with { type: 'json' };
import esSandbox from './es/sandbox.json' with { type: 'json' };
import esSettings from './es/settings.json' with { type: 'json' };
import esShell from './es/shell.json' with { type: 'json' };
import esSubjects from './es/subjects.json' with { type: 'json' };
import esSuppressions from './es/suppressions.json' with { type: 'json' };
import esTemplates from './es/templates.json' with { type: 'json' };
import esTests from './es/tests.json' with { type: 'json' };
import esTokens from './es/tokens.json' with { type: 'json' };
import esTracking from './es/tracking.json' with { type: 'json' };
import esWarmUps from './es/warm-ups.json' with { type: 'json' };
import esWebhooks from './es/webhooks.json' with { type: 'json' };
import esWizard from './es/wizard.json' with { type: 'json' };
import esWorkers from './es/workers.json' with { type: 'json' };
import type { Locale } from './locales';

/** A tree of texts; the first level is the noun, which is the name of its file. */
export type MessageTree = { [key: string]: string | MessageTree };

/** Every text of a language, for Next, the worker and the command alike. */
export function messagesOf(locale: Locale): MessageTree {
  return MESSAGES[locale];
}

const MESSAGES: Record<Locale, MessageTree> = {
  en: {
    account: enAccount,
    ai: enAi,
    alerts: enAlerts,
    analytics: enAnalytics,
    api: enApi,
    audit: enAudit,
    auth: enAuth,
    checks: enChecks,
    common: enCommon,
    companies: enCompanies,
    configuration: enConfiguration,
    connect: enConnect,
    contacts: enContacts,
    content: enContent,
    doctor: enDoctor,
    domainHealth: enDomainHealth,
    domainReports: enDomainReports,
    domains: enDomains,
    warmUps: enWarmUps,
    drills: enDrills,
    subjects: enSubjects,
    suppressions: enSuppressions,
    editor: enEditor,
    errors: enErrors,
    events: enEvents,
    findings: enFindings,
    flaws: enFlaws,
    help: enHelp,
    home: enHome,
    lint: enLint,
    mailboxes: enMailboxes,
    messages: enMessages,
    'notification-types': enNotificationTypes,
    notifications: enNotifications,
    outcomes: enOutcomes,
    ownServer: enOwnServer,
    people: enPeople,
    permissions: enPermissions,
    problems: enProblems,
    providers: enProviders,
    queue: enQueue,
    recipients: enRecipients,
    refusals: enRefusals,
    reports: enReports,
    routing: enRouting,
    campaigns: enCampaigns,
    lists: enLists,
    rules: enRules,
    sandbox: enSandbox,
    settings: enSettings,
    shell: enShell,
    templates: enTemplates,
    tests: enTests,
    tokens: enTokens,
    tracking: enTracking,
    webhooks: enWebhooks,
    wizard: enWizard,
    workers: enWorkers,
  },
  es: {
    account: esAccount,
    ai: esAi,
    alerts: esAlerts,
    analytics: esAnalytics,
    api: esApi,
    audit: esAudit,
    auth: esAuth,
    checks: esChecks,
    common: esCommon,
    companies: esCompanies,
    configuration: esConfiguration,
    connect: esConnect,
    contacts: esContacts,
    content: esContent,
    doctor: esDoctor,
    domainHealth: esDomainHealth,
    domainReports: esDomainReports,
    domains: esDomains,
    warmUps: esWarmUps,
    drills: esDrills,
    subjects: esSubjects,
    suppressions: esSuppressions,
    editor: esEditor,
    errors: esErrors,
    events: esEvents,
    findings: esFindings,
    flaws: esFlaws,
    help: esHelp,
    home: esHome,
    lint: esLint,
    mailboxes: esMailboxes,
    messages: esMessages,
    'notification-types': esNotificationTypes,
    notifications: esNotifications,
    outcomes: esOutcomes,
    ownServer: esOwnServer,
    people: esPeople,
    permissions: esPermissions,
    problems: esProblems,
    providers: esProviders,
    queue: esQueue,
    recipients: esRecipients,
    refusals: esRefusals,
    reports: esReports,
    routing: esRouting,
    campaigns: esCampaigns,
    lists: esLists,
    rules: esRules,
    sandbox: esSandbox,
    settings: esSettings,
    shell: esShell,
    templates: esTemplates,
    tests: esTests,
    tokens: esTokens,
    tracking: esTracking,
    webhooks: esWebhooks,
    wizard: esWizard,
    workers: esWorkers,
  },
};
