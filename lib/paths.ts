type FilterName =
  | 'q'
  | 'status'
  | 'provider'
  | 'company'
  | 'tag'
  | 'category'
  | 'time'
  | 'since'
  | 'until'
  | 'finishedSince'
  | 'finishedUntil'
  | 'event';

/** By the names of the filters in the page's own address. */
type MessageFilter = Partial<Record<FilterName, string>>;

/** Every address of the panel, made in one place: a page that moves is moved here, and a test opens each of them. */
type AnalyticsQuery = Partial<
  Record<'span' | 'from' | 'to' | 'provider' | 'category' | 'month', string | undefined>
>;

export const paths = {
  home: () => '/',
  /** A period, as the page itself names it. */
  analytics: (query: AnalyticsQuery = {}) => at(['analytics'], query),
  signIn: (query: { callbackUrl?: string } = {}) => at(['sign-in'], query),
  /** Of a role that needs a second factor: for who has none yet. */
  addSecondFactor: (query: { callbackUrl?: string } = {}) => at(['second-factor'], query),
  /** Where it says that nobody has set up yet. */
  notSetUp: () => at(['setup']),
  setup: (token: string) => at(['setup', token]),
  /** Behind the link of an invitation. */
  join: (token: string) => at(['join', token]),
  forgotten: () => at(['forgotten']),
  newPassword: (token: string) => at(['new-password', token]),
  setupProvider: () => at(['setup', 'provider']),
  messages: (filter: MessageFilter = {}) => at(['messages'], filter),
  message: (id: string) => at(['messages', id]),
  /** `from`: the message to edit and send again; `example`: with a test message filled in. */
  compose: (query: { from?: string; example?: 'true'; channel?: string; template?: string } = {}) =>
    at(['messages', 'compose'], query),
  queue: () => at(['queue']),
  sandbox: () => at(['sandbox']),
  providers: () => at(['providers']),
  provider: (id: string, query: { tab?: string; test?: 'now' } = {}) => at(['providers', id], query),
  newProvider: (query: { preset?: string; step?: string } = {}) => at(['providers', 'new'], query),
  providerChecks: () => at(['providers', 'checks']),
  ai: () => at(['ai']),
  routing: () => at(['routing']),
  drills: () => at(['drills']),
  drill: (id: string) => at(['drills', id]),
  /** One box that finds whom it is about. */
  recipients: (query: { q?: string } = {}) => at(['recipients'], query),
  /** Everything that happened to one. */
  recipient: (address: string) => at(['recipients', address]),
  notificationTypes: () => at(['notification-types']),
  /** By its key. */
  notificationType: (key: string) => at(['notification-types', key]),
  notifications: (query: { type?: string; state?: string } = {}) => at(['notifications'], query),
  notification: (id: string) => at(['notifications', id]),
  rules: () => at(['rules']),
  rule: (id: string) => at(['rules', id]),
  subjects: (query: { kind?: string } = {}) => at(['subjects'], query),
  campaigns: () => at(['campaigns']),
  campaign: (id: string) => at(['campaigns', id]),
  lists: () => at(['lists']),
  list: (id: string) => at(['lists', id]),
  contacts: (query: { q?: string } = {}) => at(['contacts'], query),
  contact: (id: string) => at(['contacts', id]),
  domains: () => at(['domains']),
  /** All of them by all providers. */
  domainMatrix: () => at(['domains', 'deliverability']),
  /** `step`: of its wizard. */
  domain: (id: string, query: { step?: string } = {}) => at(['domains', id], query),
  /** What others think of it and its server. */
  domainChecks: (id: string) => at(['domains', id, 'checks']),
  /** What others report of mail in its name. */
  domainReports: (id: string) => at(['domains', id, 'reports']),
  /** A mail server of one's own: how it stands, and what installs one. */
  ownServer: () => at(['own-server']),
  suppressions: () => at(['suppressions']),
  bounceMailboxes: () => at(['bounce-mailboxes']),
  replyRules: () => at(['reply-rules']),
  /** What happened to messages, and what providers posted. */
  events: (query: { tab?: 'webhooks'; message?: string; provider?: string } = {}) => at(['events'], query),
  audit: (filter: { subject?: string; actor?: string } = {}) => at(['audit'], filter),
  /** `program`: which one. */
  connect: (query: { program?: string } = {}) => at(['connect'], query),
  tokens: () => at(['tokens']),
  /** `end`: with the window in which it gets another end. */
  token: (id: string, query: { end?: 'true' } = {}) => at(['tokens', id], query),
  /** Of a mail: the new secret that waits behind it. */
  pickUp: (code: string) => at(['tokens', 'pick-up', code]),
  api: () => at(['api-reference']),
  apiOperation: (id: string) => at(['api-reference', id]),
  apiErrors: () => at(['api-reference', 'errors']),
  newToken: () => at(['tokens'], { new: 'true' }),
  people: () => at(['people']),
  person: (id: string) => at(['people', id]),
  account: () => at(['account']),
  settings: (query: { tab?: string; field?: string } = {}) => at(['settings'], query),
  /** All that is set, out into a file and in from one. */
  document: () => at(['settings', 'document']),
  backups: () => at(['settings', 'backups']),
  /** What was configured before: each change is one. */
  versions: () => at(['settings', 'versions']),
  version: (number: number, query: { against?: string } = {}) =>
    at(['settings', 'versions', `${number}`], query),
  companies: () => at(['companies']),
  company: (id: string) => at(['companies', id]),
  alerts: (query: { state?: string } = {}) => at(['alerts'], query),
  monitoring: () => at(['settings', 'monitoring']),
  reports: () => at(['reports']),
  templates: () => at(['templates']),
  template: (id: string) => at(['templates', id]),
  webhooks: () => at(['webhooks']),
  webhook: (id: string) => at(['webhooks', id]),
  /** Its texts, in the visual editor. */
  editTemplate: (id: string) => at(['templates', id, 'edit']),
  workers: () => at(['workers']),
  /** What is looked for, as the page itself names it. */
  logs: (query: { level?: string; process?: string; q?: string } = {}) => at(['logs'], query),
  /** `page`: straight to what they say of it. */
  guides: (query: { page?: string } = {}) => at(['help'], query),
  /** One of them, at one of its headings. */
  guide: (name: string, anchor?: string) => at(['help', name]) + (anchor ? `#${anchor}` : ''),
};

/** Commas stay readable: `?status=failed,bounced`. */
function at(parts: string[], query: Record<string, string | undefined> = {}): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const search = new URLSearchParams(given).toString().replaceAll('%2C', ',');
  return `/${parts.map(encodeURIComponent).join('/')}${search && `?${search}`}`;
}
