import { services } from 'nodemailer/lib/well-known/services.js';
import type { Preset } from '../../adapter';
import { QUOTA_BY_HOST, QUOTAS, withQuota } from '../quotas';

type Service = (typeof services)[string];

/** Known by their host under a preset of ours already, or a program on one's own machine. */
const LEFT_OUT = new Set(['localhost']);

/** To be told from the kinds that reach the same service by its API. */
const HAS_AN_API = /SendGrid|Mailgun|SES|Brevo|Postmark|Resend/;

/** The services that nodemailer knows, but for those of `ours`. Named `smtp-…`, as some are kinds of their own as well. */
export function wellKnownPresets(ours: Record<string, Preset>): Record<string, Preset> {
  const seen = new Set(Object.values(ours).map(({ settings }) => settings.host));
  const entries = Object.entries(services).flatMap(([name, service]): [string, Preset][] => {
    if (!service.host || LEFT_OUT.has(service.host) || seen.has(service.host)) return [];
    seen.add(service.host);
    const preset = toPreset(name, service);
    const quota = quotaOf(service.host);
    return [[slug(name), quota ? withQuota(preset, quota) : preset]];
  });
  return Object.fromEntries(entries);
}

function toPreset(name: string, { description, host, port, secure }: Service): Preset {
  const number = Number(port ?? 587);
  const label = (description ?? name).replace(/\s*\(.*(?:provider|service|delivery|hosting).*\)$/i, '');
  return {
    label: HAS_AN_API.test(label) ? `${label} (SMTP)` : label,
    // As nodemailer does: 465 is TLS from the start even where its list does not say so.
    settings: { host, port: number, security: secure || number === 465 ? 'tls' : 'starttls' },
  };
}

/** SES has a server in each region. */
function quotaOf(host: string) {
  return host.startsWith('email-smtp.') ? QUOTAS.ses : QUOTA_BY_HOST[host];
}

function slug(name: string): string {
  return `smtp-${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
}
