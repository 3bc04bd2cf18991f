import { execFileSync, spawn } from 'node:child_process';
import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

type Running = { version: string; stop: () => void };

/** What a system does at its start, with queues and logs of its own below `base`. */
export async function startPostfix(base: string): Promise<Running> {
  const etc = `${base}/etc/postfix`;
  const folders = [`queue_directory = ${base}/queue`, `data_directory = ${base}/data`];
  const log = [`maillog_file_prefixes = /opt`, `maillog_file = ${base}/mail.log`];
  mkdirSync(`${base}/queue`, { recursive: true });
  mkdirSync(`${base}/data`);
  execFileSync('chown', ['postfix', `${base}/data`]);
  appendFileSync(`${etc}/main.cf`, `${[...folders, ...log].join('\n')}\n`);
  execFileSync('postfix', ['-c', etc, 'check']);
  mkdirSync('/run/opendkim', { recursive: true });
  execFileSync('chown', ['opendkim:opendkim', '/run/opendkim']);
  const signer = spawn('opendkim', ['-f', '-x', `${base}/etc/opendkim.conf`], { stdio: 'inherit' });
  execFileSync('postfix', ['-c', etc, 'start'], { stdio: 'ignore' });
  await sleep(2000);
  return {
    version: `Postfix ${execFileSync('postconf', ['-c', etc, '-h', 'mail_version'], { encoding: 'utf8' }).trim()}`,
    stop: () => {
      execFileSync('postfix', ['-c', etc, 'stop'], { stdio: 'ignore' });
      signer.kill();
    },
  };
}

export async function startExim(base: string): Promise<Running> {
  const file = `${base}/etc/exim4/exim4.conf`;
  const own = `spool_directory = ${base}/spool\nlog_file_path = ${base}/log/%slog\npid_file_path = ${base}/exim.pid\n`;
  writeFileSync(file, own + readFileSync(file, 'utf8'));
  for (const folder of ['spool', 'log']) mkdirSync(`${base}/${folder}`);
  execFileSync('chown', ['Debian-exim:Debian-exim', `${base}/spool`, `${base}/log`]);
  const version = execFileSync('exim4', ['-C', file, '-bV'], { encoding: 'utf8' }).split('\n')[0]!;
  // Exim keeps its rights only with settings that are named here.
  writeFileSync('/etc/exim4/trusted_configs', `${file}\n`);
  const daemon = spawn('exim4', ['-C', file, '-bdf', '-q1m'], { stdio: 'inherit' });
  await sleep(2000);
  return {
    version,
    stop: () => {
      daemon.kill();
      rmSync('/etc/exim4/trusted_configs');
    },
  };
}

export async function until(what: () => boolean, seconds = 30): Promise<boolean> {
  for (let tries = 0; tries < seconds * 10 && !what(); tries++) await sleep(100);
  return what();
}

/** Says one line after the other, each when the one before was answered. */
export async function talk(port: number, lines: string[]): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let heard = '';
  socket.on('data', (chunk) => {
    heard += chunk;
  });
  socket.on('error', () => {});
  const answers = () => heard.split('\r\n').filter((line) => /^\d{3} /.test(line)).length;
  await until(() => answers() >= 1, 10);
  for (const [at, line] of lines.entries()) {
    socket.write(`${line}\r\n`);
    await until(() => answers() >= at + 2 || socket.closed, 10);
  }
  socket.end('QUIT\r\n');
  return heard;
}
export function last(heard: string): string {
  return heard.trim().split('\r\n').at(-1) ?? '';
}
