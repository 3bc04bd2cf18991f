'use client';

import { useTranslations } from 'next-intl';
import { Choice, Part, Tags, Text, Whole } from './fields';

/** What has a safe value that only some need to change. `isFar`: Relevo is on another machine. */
export function TechnicalParts({ isFar }: { isFar: boolean }) {
  const t = useTranslations('ownServer');
  const securities = (values: ('starttls' | 'tls' | 'none')[]) =>
    values.map((value) => ({ value, label: t(`securities.${value}`) }));
  return (
    <>
      <Part name="door">
        <Whole name="submission.port" min={1} max={65535} />
        <Choice name="submission.security" options={securities(['starttls', 'tls'])} />
        <Text name="submission.username" example="relevo" />
        {isFar && <Tags name="submission.listen" example="203.0.113.7" />}
      </Part>
      <Part name="certificate">
        <Text name="certificate.chain" example="/etc/letsencrypt/live/mail.example.com/fullchain.pem" />
        <Text name="certificate.key" example="/etc/letsencrypt/live/mail.example.com/privkey.pem" />
        <Choice name="tlsMinVersion" options={VERSIONS} />
      </Part>
      <Part name="smarthost">
        <Text name="smarthost.host" example="smtp.example.net" />
        <Whole name="smarthost.port" min={1} max={65535} />
        <Choice name="smarthost.security" options={securities(['starttls', 'tls', 'none'])} />
        <Text name="smarthost.username" example="relevo@example.net" />
      </Part>
      <Part name="pace">
        <Whole name="pace.connections" min={1} max={100} />
        <Whole name="pace.secondsBetween" min={0} max={600} />
        <Whole name="maxMegabytes" min={1} max={100} />
      </Part>
    </>
  );
}

const VERSIONS = [
  { value: 'TLSv1.2', label: 'TLS 1.2' },
  { value: 'TLSv1.3', label: 'TLS 1.3' },
];
