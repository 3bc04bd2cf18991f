import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseEnv } from '@/lib/env';

const UNITS = readdirSync('deploy').filter((name) => name.endsWith('.service'));
const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0;

describe('deploy/', () => {
  it.skipIf(!hasSystemd).each(UNITS)('%s is right for systemd', (name) => {
    const folder = mkdtempSync(join(tmpdir(), 'relevo-units-'));
    cpSync('deploy', folder, { recursive: true });
    // The program of this machine in the place of the one that will be there.
    const unit = readFileSync(join(folder, name), 'utf8').replaceAll(
      '/opt/relevo/node_modules/.bin/node',
      process.execPath,
    );
    writeFileSync(join(folder, name), unit);
    const { stdout, stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', join(folder, name)], {
      encoding: 'utf8',
    });
    expect(`${stdout}${stderr}`.split('\n').filter((line) => line.includes(name))).toEqual([]);
  });

  it.each(UNITS)('%s starts what there is, and gives it time to stop', (name) => {
    const unit = readFileSync(join('deploy', name), 'utf8');
    const [, entry] = /^ExecStart=.* (\S+\.ts)$/m.exec(unit)!;
    expect(() => readFileSync(entry!)).not.toThrow();
    for (const line of ['KillMode=mixed', 'TimeoutStopSec=150', 'UMask=0077', 'NoNewPrivileges=yes'])
      expect(unit).toContain(line);
    expect(unit).not.toMatch(/^MemoryDenyWriteExecute/m);
  });

  it('has an example of the environment that can be read, with all that is commented out as well', () => {
    const text = readFileSync('deploy/env.example', 'utf8');
    const given = [...text.matchAll(/^#?([A-Z_]+)=(.*)$/gm)].map(([, name, value]) => [name!, value!]);
    expect(given.length).toBeGreaterThan(8);
    const read = parseEnv(Object.fromEntries(given)) as Record<string, unknown>;
    expect(given.filter(([name]) => !(name! in read) && name !== 'AUTH_SECRET')).toEqual([]);
  });

  it('lets whoever makes backups write where the example has them', () => {
    const [, folder] = /^#RELEVO_BACKUP_FOLDER=(.*)$/m.exec(readFileSync('deploy/env.example', 'utf8'))!;
    for (const name of ['relevo.service', 'relevo-worker@.service'])
      expect(readFileSync(join('deploy', name), 'utf8')).toContain(`\nReadWritePaths=-${folder}\n`);
  });

  it('has a container that stops as slowly, keeps its data and asks whether it can deliver', () => {
    const { services, volumes } = parse(readFileSync('deploy/compose.yaml', 'utf8')) as {
      services: { relevo: Record<string, unknown> & { healthcheck: { test: string[] }; volumes: string[] } };
      volumes: Record<string, unknown>;
    };
    expect(services.relevo).toMatchObject({
      init: true,
      stop_grace_period: '150s',
      read_only: true,
      cap_drop: ['ALL'],
    });
    expect(services.relevo.healthcheck.test.join(' ')).toContain('/api/health/ready');
    expect(services.relevo.volumes.map((volume) => volume.split(':')[0])).toEqual(Object.keys(volumes));
    const file = readFileSync('deploy/Containerfile', 'utf8');
    // A volume is whose the folder of the image is; one that the image does not have is of root.
    const made = /install -d -o relevo .*$/m.exec(file)![0].split(' ');
    expect(made).toEqual(
      expect.arrayContaining(services.relevo.volumes.map((volume) => volume.split(':')[1])),
    );
    expect(file).not.toMatch(/^FROM .*alpine/im);
    expect(file).toMatch(/^USER relevo$/m);
  });
});
