import { bouncePipe } from './bounce-pipe';
import { eximFiles } from './exim';
import { installScript } from './install-script';
import { layoutOf } from './layout';
import { nextSteps } from './next-steps';
import { openDkimFiles } from './opendkim';
import { postfixFiles } from './postfix';
import { type GeneratedServer, LOOPBACK, listenOf, type OwnServer } from './schema';

/** Of the same form always the same files. `base` keeps a proof away from the machine's own. Nothing is stored and nobody is asked. */
export function generateOwnServer(server: OwnServer, { base = '' }: { base?: string } = {}): GeneratedServer {
  const layout = layoutOf(server, base);
  const files = [
    ...(server.software === 'postfix' ? postfixFiles(server, layout) : eximFiles(server, layout)),
    ...(server.software === 'postfix' && server.dkim.signer === 'server'
      ? openDkimFiles(server, layout)
      : []),
    ...(server.bounces ? [bouncePipe(server.bounces, layout)] : []),
  ];
  return {
    software: server.software,
    files,
    script: installScript(server, files, layout),
    next: nextSteps(server),
    provider: { name: server.hostname, kind: 'smtp', settings: providerSettings(server) },
  };
}

function providerSettings(server: OwnServer) {
  const { submission, certificate, hostname, bounces, tlsMinVersion } = server;
  const listen = listenOf(server);
  const here = listen.every((each) => LOOPBACK.test(each));
  return {
    host: here ? listen[0] : hostname,
    port: submission.port,
    security: submission.security,
    username: submission.username,
    // A certificate of the server's own vouches for nobody, and what never leaves the machine needs none.
    tls: { minVersion: tlsMinVersion, verify: certificate !== undefined && !here },
    ...(bounces && { bounceAddress: `bounces@${bounces.domain}` }),
  };
}
