'use client';

import { Box, List, Select, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { DNS_HOSTS, type DnsHost, dnsHostOf } from '@/lib/domains/dns-hosts';

/** Where to click: at the host that the name servers tell, or another that a person chooses. */
export function DnsHostHelp({ nameServers }: { nameServers: string[] }) {
  const t = useTranslations('domains');
  const told = dnsHostOf(nameServers);
  const [chosen, setChosen] = useState<DnsHost | null>(null);
  const host = chosen ?? told;
  return (
    <Box>
      <Select
        label={t('hosts.label')}
        description={
          nameServers.length > 0
            ? t('hosts.told', { servers: nameServers.slice(0, 2).join(', ') })
            : t('hosts.notTold')
        }
        data={DNS_HOSTS.map((value) => ({ value, label: t(`hosts.${value}.name`) }))}
        value={host}
        onChange={(value) => setChosen(value)}
        allowDeselect={false}
        maw="24rem"
      />
      <List type="ordered" size="sm" mt="xs">
        {(['one', 'two', 'three'] as const).map((part) => (
          <List.Item key={part}>{t(`hosts.${host}.${part}`)}</List.Item>
        ))}
      </List>
      <Text size="sm" c="dimmed" mt="xs">
        {t('hosts.after')}
      </Text>
    </Box>
  );
}
