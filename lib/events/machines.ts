/** Who fetched a picture or followed a link, where it was no person. */
export const MACHINES = [
  /** Loads every picture of every message, read or not. */
  'apple',
  /** A proxy that hides who reads: it may have been asked by a person, or have looked ahead. */
  'google',
  'yahoo',
  /** Looks at what is behind links before a person may. */
  'scanner',
  /** A program that does not show pages. */
  'program',
  /** Fetched in case somebody would want it. */
  'prefetch',
  /** Sooner after the sending than anybody reads. */
  'at_once',
  /** One link after the other within seconds. */
  'every_link',
] as const;
export type Machine = (typeof MACHINES)[number];

/**
 * By what it says of itself. Extend it by a line, with where it is documented or was seen; what pretends to be a browser is found by when it
 * comes (`lib/tracking/judge.ts`).
 */
const AGENTS: { agent: RegExp; machine: Machine; source: string }[] = [
  {
    // Nothing but this: Apple's proxies say no more.
    agent: /^Mozilla\/5\.0$/,
    machine: 'apple',
    source: 'https://help.socketlabs.com/docs/identifying-apple-mpp-opens-in-notification-api-events',
  },
  {
    agent: /GoogleImageProxy|ggpht\.com/,
    machine: 'google',
    source: 'https://support.google.com/mail/answer/145919',
  },
  {
    agent: /YahooMailProxy/,
    machine: 'yahoo',
    source: 'https://help.yahoo.com/kb/yahoo-mail-proxy-SLN28749.html',
  },
  {
    agent: /Microsoft Office Existence Discovery|SafeLinks|BingPreview|Microsoft-URLAnalyzer/i,
    machine: 'scanner',
    source: 'https://learn.microsoft.com/en-us/defender-office-365/safe-links-about',
  },
  {
    agent: /barracuda|mimecast|proofpoint|forcepoint|ironport|trendmicro|sophos|symantec|mcafee|fireeye/i,
    machine: 'scanner',
    source: 'what their crawlers call themselves in access logs',
  },
  {
    agent: /(?<!cu)bot\b|crawler|spider|scanner|urlcheck|facebookexternalhit|whatsapp\/|headlesschrome/i,
    machine: 'scanner',
    source: 'https://www.rfc-editor.org/rfc/rfc9309 (product tokens of crawlers)',
  },
  {
    agent: /^(curl|wget|python|go-http|java|okhttp|axios|node|undici|libwww|ruby|php|apache-http|guzzle)/i,
    machine: 'program',
    source: 'https://www.rfc-editor.org/rfc/rfc9110#name-user-agent: the product comes first',
  },
];

/** Null: nothing says that it was none of a person. Without a name it is none: every mail program and browser has one. */
export function machineOf(agent: string | null | undefined): Machine | null {
  const name = agent?.trim() ?? '';
  if (name === '') return 'program';
  return AGENTS.find((known) => known.agent.test(name))?.machine ?? null;
}

/** Whether an event tells what a machine did, and nothing of a person. */
export function isMachineVisit({ detail }: { detail: Record<string, unknown> | null }): boolean {
  return typeof detail?.machine === 'string';
}
