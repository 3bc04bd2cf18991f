import { OwnServerInput } from '@/lib/own-server/schema';
import { GeneratedServerAnswer } from '../answers/own-server';
import { named } from '../named';
import type { Operation } from '../operation';

named('OwnServerInput', OwnServerInput, 'input');

export const OWN_SERVER: Record<string, Operation> = {
  'POST /api/v1/own-server/generate': {
    id: 'generateOwnServer',
    tag: 'providers',
    summary: 'Make the files of a mail server of your own',
    description:
      'Settings of Postfix or Exim that relay for Relevo alone, and a script that installs them on Debian 12 or newer and Ubuntu 22.04 or newer: `--dry-run` shows the difference, `--undo` puts back what was there. Nothing is stored, and no password is in it: the script makes or asks for them on the server.',
    answer: GeneratedServerAnswer,
    fields: {
      ipv4: 'From where it sends; without one the machine chooses.',
      ipv6: 'From where it sends; without one the machine chooses.',
      submission: 'Where Relevo hands messages over (`listen`), and from where it may (`clients`).',
      certificate: 'Files on the server; needed unless it listens on the machine itself alone.',
      smarthost: 'Another server that takes all mail. `none` only for one on the same machine.',
      dkim: '`server`: OpenDKIM signs for Postfix, Exim by itself.',
      bounces: 'Bounces to `bounces@domain` are handed to `POST /api/v1/bounces` of the system at `url`.',
      pace: 'To each destination, and otherwise to some.',
      maxMegabytes: 'The largest message.',
    },
    example: {
      body: {
        software: 'postfix',
        hostname: 'mail.example.com',
        ipv4: '203.0.113.5',
        bounces: { domain: 'bounces.example.com', url: 'https://relevo.example.com' },
      },
    },
  },
};
