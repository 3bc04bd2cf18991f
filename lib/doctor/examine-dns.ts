import type { Context } from '@/lib/context';
import { newDnsResolver } from '@/lib/dns/resolver';
import { dnsServers } from '@/lib/dns/servers';
import { translator } from '@/lib/i18n/translate';
import type { Examined } from './examined';

const WITHIN_MS = 8_000;
/** Not one of ours: that the servers of a domain do not answer is no fault of whom we ask. This one always exists (RFC 2606, 3). */
const KNOWN_NAME = 'example.com';

/** Each server that is asked, by itself: while another answers nobody would notice that one does not. */
export async function examineDns(ctx: Context): Promise<Examined> {
  const t = translator(ctx.locale);
  const servers = dnsServers();
  const asked = await Promise.all(
    servers.map(async (server) => {
      const resolver = newDnsResolver({ servers: [server], withinMs: WITHIN_MS });
      return { server, answer: await resolver.resolve(KNOWN_NAME, 'SOA') };
    }),
  );
  const findings = asked.flatMap(({ server: { address, port }, answer }): Examined['findings'] => {
    if (answer.state !== 'unknown') return [];
    const subject = port === 53 ? address : `${address} port ${port}`;
    return [
      {
        subject,
        severity: 'error',
        code: 'dns_no_answer',
        what: t('doctor.findings.dns_no_answer.what', { server: subject, reason: answer.reason }),
        remedy: t('doctor.findings.dns_no_answer.remedy'),
      },
    ];
  });
  if (servers.length > 0) return { looked: servers.length, findings };
  const none = {
    subject: 'DNS',
    severity: 'error' as const,
    code: 'dns_no_server',
    what: t('doctor.findings.dns_no_server.what'),
    remedy: t('doctor.findings.dns_no_answer.remedy'),
  };
  return { looked: 0, findings: [none] };
}
