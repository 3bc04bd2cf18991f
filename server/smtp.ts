import { hostname } from 'node:os';
import type { SMTPServer } from 'smtp-server';
import { closeDb } from '@/lib/database/pools';
import { EnvError, env, publicUrl } from '@/lib/env';
import { errorMessage } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { log } from '@/lib/log';
import { followLogs } from '@/lib/logs/follow';
import { followProviders } from '@/lib/providers/follow';
import { startBySettings } from '@/lib/settings/system-in-use';
import { followCertificate, ownCertificate, readCertificate } from '@/lib/submission/certificate';
import { type DeviceNetwork, readDeviceNetwork } from '@/lib/submission/devices';
import { createDoor, isThisMachine } from '@/lib/submission/door';
import { blockList, isInList } from '@/lib/text/cidr';
import { flushTokenUse } from '@/lib/tokens/usage';
import { bePresent } from '@/lib/workers/presence';
import { tolerateLostConnections } from '@/lib/workers/stray-errors';
import { checkKeys } from './check-keys';

await serve().catch(giveUp);

function giveUp(error: unknown): void {
  log.error('the SMTP door cannot be opened', { reason: errorMessage(error) });
  process.exit(1);
}

/** The SMTP door, a process of its own: a body made to be slow to read holds up neither the panel nor any delivery. */
async function serve(): Promise<void> {
  tolerateLostConnections();
  const { RELEVO_SMTP_PORT, RELEVO_SMTPS_PORT, RELEVO_SMTP_HOST, HOST } = env();
  const files = certificateFiles();
  const certificate = files && readCertificate(files);
  await startBySettings();
  const id = newId();
  const signOff = await bePresent('smtp', { id });
  const stopTelling = await followLogs({ id, kind: 'smtp' });
  await checkKeys(giveUp);
  void followProviders();
  const near = blockList(env().RELEVO_SMTP_PLAIN_FROM);
  const mayBePlain = (address: string) => isThisMachine(address) || isInList(near, address);
  const common = {
    name: nameOf(),
    certificate,
    mayBePlain,
    devices: env().RELEVO_SMTP_DEVICES.map(toDevice),
  };
  const servers: SMTPServer[] = [];
  const open = async (port: number | undefined, implicit: boolean) => {
    if (!port) return;
    // Nobody but programs on this machine has a reason to trust one of our own making.
    const own = implicit ? ownCertificate(nameOf()) : null;
    const server = createDoor({ ...common, certificate: certificate ?? own, implicit });
    servers.push(server);
    await listen(server, port, RELEVO_SMTP_HOST ?? HOST);
    log.info('the SMTP door is open', {
      port,
      tls: implicit ? (certificate ? 'always' : 'self-signed') : certificate ? 'STARTTLS' : 'none',
    });
  };
  await open(RELEVO_SMTP_PORT, false);
  await open(RELEVO_SMTPS_PORT, true);
  const stopFollowing = files ? followCertificate(files, servers) : () => undefined;
  let closing = false;
  const stop = async () => {
    if (closing) return;
    closing = true;
    stopFollowing();
    stopTelling();
    await signOff();
    await Promise.all(servers.map(close));
    await flushTokenUse();
    await closeDb();
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

/** @throws EnvError for a network that strangers are in: without a password anybody there would send */
function toDevice(text: string): DeviceNetwork {
  const device = readDeviceNetwork(text);
  if (device) return device;
  throw new EnvError(`RELEVO_SMTP_DEVICES: ${text} is no network of one’s own, such as 192.168.1.40/32`);
}

function certificateFiles(): { cert: string; key: string } | null {
  const { RELEVO_TLS_CERT: cert, RELEVO_TLS_KEY: key } = env();
  return cert && key ? { cert, key } : null;
}

/** As clients are greeted: the name of the panel where it has one. */
function nameOf(): string {
  const { hostname: name } = new URL(publicUrl());
  return /^[\d.:[\]]+$/.test(name) ? hostname() : name;
}

function listen(server: SMTPServer, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** Messages under way are taken to their end; connections that only wait are ended, else each would hold up the stop. */
function close(server: SMTPServer): Promise<void> {
  return new Promise((resolve) => {
    server.close(resolve);
    const timer = setInterval(() => {
      for (const connection of server.connections)
        if (!connection.session.envelope.mailFrom)
          connection.send(421, '4.3.2 Shutting down, try again later');
      for (const connection of server.connections)
        if (!connection.session.envelope.mailFrom) connection.close();
      if (server.connections.size === 0) clearInterval(timer);
    }, 100);
    timer.unref();
  });
}
