export type Section = {
  /** Names the texts `settings.sections.<key>`. */
  key: string;
  /** In both modes: few, and each explained. */
  fields: string[];
  /** What only Technical mode shows besides. */
  technical: string[];
  /** Beside each other; two unless told otherwise. */
  columns?: number;
};

/** Where each setting stands; a test sees to it that none is left out. */
export const SECTIONS: Record<'general' | 'delivery' | 'security' | 'ai' | 'system', Section[]> = {
  general: [
    { key: 'place', fields: ['general.timeZone', 'general.currency', 'general.country'], technical: [] },
  ],
  delivery: [
    {
      key: 'routing',
      fields: ['delivery.strategies.transactional', 'delivery.strategies.marketing'],
      technical: [],
    },
    {
      key: 'balanced',
      fields: [],
      technical: ['delivery.balanced.cost', 'delivery.balanced.reliability', 'delivery.balanced.speed'],
      columns: 3,
    },
    { key: 'sender', fields: ['delivery.sender.guard'], technical: [] },
    { key: 'limits', fields: ['delivery.limits.bufferPercent'], technical: [] },
    {
      key: 'breaker',
      fields: ['delivery.breaker.failures', 'delivery.breaker.openSeconds'],
      technical: [
        'delivery.breaker.unhealthyBelowPercent',
        'delivery.breaker.degradedBelowPercent',
        'delivery.breaker.windowMinutes',
        'delivery.breaker.minSample',
      ],
    },
    {
      key: 'healthChecks',
      fields: ['delivery.healthChecks.enabled'],
      technical: ['delivery.healthChecks.everyMinutes'],
    },
    {
      key: 'healing',
      fields: ['delivery.healing.enabled'],
      technical: [
        'delivery.healing.errorsPerMinute',
        'delivery.healing.stepPercent',
        'delivery.healing.slowSeconds',
        'delivery.healing.slowPercent',
      ],
    },
    {
      key: 'retries',
      fields: ['delivery.retries.repeatUncertain'],
      technical: [
        'delivery.retries.faultMinutes',
        'delivery.retries.deferralMinutes',
        'delivery.retries.immediateTries',
        'delivery.retries.immediateDelaySeconds',
        'delivery.retries.secondCopyAfterMinutes',
      ],
    },
    {
      key: 'content',
      fields: ['delivery.content.textFromHtml'],
      technical: ['delivery.content.singleLabelDomains'],
    },
    {
      key: 'development',
      fields: [
        'delivery.development.enabled',
        'delivery.development.redirectTo',
        'delivery.development.onlyTo',
      ],
      technical: [],
      columns: 1,
    },
    { key: 'sms', fields: ['delivery.sms.sparing', 'delivery.sms.maxSegments'], technical: [] },
    { key: 'whatsapp', fields: ['delivery.whatsapp.outsideWindow'], technical: [] },
    {
      key: 'quietHours',
      fields: [
        'delivery.quietHours.categories',
        'delivery.quietHours.channels',
        'delivery.quietHours.fromHour',
        'delivery.quietHours.untilHour',
      ],
      technical: [],
    },
    {
      key: 'tracking',
      fields: [
        'delivery.tracking.opens',
        'delivery.tracking.clicks',
        'delivery.tracking.addresses',
        'delivery.tracking.unsubscribeAlways',
      ],
      technical: [],
    },
    {
      key: 'contentCheck',
      fields: ['delivery.contentCheck.transactional', 'delivery.contentCheck.marketing'],
      technical: [],
    },
    { key: 'pace', fields: [], technical: ['delivery.pace.failOverAfterSeconds'] },
    {
      key: 'suppressions',
      fields: ['delivery.suppressions.automatic', 'delivery.suppressions.complaintStopsTransactional'],
      technical: ['delivery.suppressions.softInARow', 'delivery.suppressions.softDays'],
    },
    { key: 'target', fields: ['delivery.target.arrivedPercent'], technical: [] },
    { key: 'retention', fields: ['delivery.retention.days'], technical: ['delivery.retention.versionDays'] },
    { key: 'queue', fields: [], technical: ['delivery.queue.pausedPriorities'] },
    {
      key: 'worker',
      fields: [],
      technical: ['delivery.worker.concurrency', 'delivery.worker.urgentConcurrency'],
    },
  ],
  security: [
    { key: 'sessions', fields: ['security.sessionIdleMinutes', 'security.sessionHours'], technical: [] },
    { key: 'signIn', fields: ['security.signInAttempts', 'security.signInWaitMinutes'], technical: [] },
    { key: 'panelAddresses', fields: ['security.panelAllow', 'security.panelDeny'], technical: [] },
    { key: 'apiAddresses', fields: ['security.apiAllow', 'security.apiDeny'], technical: [] },
    { key: 'metrics', fields: [], technical: ['security.metricsAllow'] },
    { key: 'mailPorts', fields: [], technical: ['security.smtpPorts'] },
    { key: 'secondFactor', fields: ['security.secondFactorFor'], technical: [] },
    { key: 'tokens', fields: ['security.tokenDays', 'security.tokenGraceHours'], technical: [] },
    { key: 'providerKeys', fields: ['security.providerKeyDays'], technical: [] },
    { key: 'campaigns', fields: ['security.campaignApproval'], technical: [] },
    { key: 'audit', fields: ['security.auditDays'], technical: [] },
  ],
  ai: [
    {
      key: 'aiUses',
      fields: ['ai.write', 'ai.translate', 'ai.explain', 'ai.sort', 'ai.figures'],
      technical: [],
      columns: 1,
    },
    { key: 'aiPrivacy', fields: ['ai.hidePersonalData'], technical: [] },
    { key: 'aiBudget', fields: ['ai.monthlyBudget'], technical: [] },
  ],
  system: [
    {
      key: 'processes',
      fields: ['system.processes.workers'],
      technical: [
        'system.processes.webMemoryMb',
        'system.processes.workerMemoryMb',
        'system.processes.threads',
        'system.processes.workerCpus',
      ],
    },
    {
      key: 'database',
      fields: [],
      technical: [
        'system.database.deliveryConnections',
        'system.database.readConnections',
        'system.database.writeConnections',
        'system.database.idleSeconds',
        'system.database.connectSeconds',
        'system.database.readTimeoutSeconds',
        'system.database.statementCache',
      ],
    },
    {
      key: 'disk',
      fields: [],
      technical: ['system.disk.stopBelowMb', 'system.disk.stopBelowPercent'],
    },
    {
      key: 'caches',
      fields: [],
      technical: [
        'system.caches.mailDomains',
        'system.caches.mailDomainMinutes',
        'system.caches.templates',
        'system.caches.largeMessagesMb',
      ],
    },
  ],
};

/** Every setting with where it stands, for who looks for one by name. */
export function settingPlaces(): { path: string; tab: string; technical: boolean }[] {
  return Object.entries(SECTIONS).flatMap(([tab, sections]) =>
    sections.flatMap(({ fields, technical }) => [
      ...fields.map((path) => ({ path, tab, technical: false })),
      ...technical.map((path) => ({ path, tab, technical: true })),
    ]),
  );
}
