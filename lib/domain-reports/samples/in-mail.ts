type Part = { type: string; name?: string; body: Buffer | string };

const CRLF = '\r\n';

/** A mail as reporters send them (RFC 7489, 7.2.1.1; RFC 8460, 5.3): a note for people and the report, or the report alone. */
export function reportMail(domain: string, parts: Part[], { single = false } = {}): Buffer {
  const head = [
    'From: noreply-dmarc-support@reporter.example',
    `To: dmarc@${domain}`,
    `Subject: Report domain: ${domain} Submitter: reporter.example Report-ID: <1>`,
    'Date: Fri, 27 Nov 2026 04:00:00 +0000',
    'Message-ID: <1@reporter.example>',
    'MIME-Version: 1.0',
  ];
  if (single) return Buffer.from([...head, ...partLines(parts[0]!)].join(CRLF));
  const lines = parts.flatMap((part) => ['--b1', ...partLines(part)]);
  return Buffer.from(
    [...head, 'Content-Type: multipart/mixed; boundary="b1"', '', ...lines, '--b1--', ''].join(CRLF),
  );
}

/** A mail that somebody passes on as an attachment. */
export function passedOn(mail: Buffer): Buffer {
  return reportMail('clinic.example', [
    { type: 'text/plain', body: 'See below.' },
    { type: 'message/rfc822', body: mail.toString('latin1') },
  ]);
}

function partLines({ type, name, body }: Part): string[] {
  if (typeof body === 'string') return [`Content-Type: ${type}`, '', body];
  return [
    `Content-Type: ${type}${name ? `; name="${name}"` : ''}`,
    'Content-Transfer-Encoding: base64',
    ...(name ? [`Content-Disposition: attachment; filename="${name}"`] : []),
    '',
    ...(body.toString('base64').match(/.{1,76}/g) ?? []),
  ];
}
