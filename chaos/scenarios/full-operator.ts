import { findViolations } from '@/lib/testing/invariants';
import type { MailServer } from '../mail/server';
import { signalProcess, waitForSuccessor } from '../processes';
import type { Random } from '../random';
import type { Run } from '../scenario';
import { addProviders, FELT_MS, smtpProvider } from '../setup';
import { sleep } from '../waiting';
import { FIRST, type LimitBook, SECOND } from './full-books';
import { findInFlight } from './worker-kills';

type Scene = { ids: string[]; firstId: string; second: MailServer; limits: LimitBook };
type Deed = 'cancel' | 'reschedule' | 'resend' | 'rename' | 'raise' | 'lower';

const DEEDS: Deed[] = ['cancel', 'cancel', 'reschedule', 'resend', 'rename', 'raise', 'lower'];
const AT_ONCE = { least: 1, most: 4 };
const RESCHEDULED_MS = 4_000;

/** Someone at the panel, all of whose deeds go through the API. */
export class Operator {
  readonly canceled = new Set<string>();
  /** Whose place in the line is not that of before. */
  readonly touched = new Set<string>();
  /** Interrupted by a kill, so that a second copy may be right. */
  readonly inFlight = new Map<string, number>();
  readonly counts = new Map<string, number>();
  readonly violations: unknown[] = [];
  sentBeforeLift = 0;
  private secondId: string | undefined;
  private readonly random: Random;

  constructor(
    private readonly run: Run,
    private readonly scene: Scene,
  ) {
    this.random = run.random('deeds');
  }

  /** Whoever waits is routed anew, and comes back. */
  async pauseAndResume(): Promise<void> {
    await this.change(this.scene.firstId, { active: false });
    await sleep(2 * FELT_MS);
    await this.change(this.scene.firstId, { active: true });
    await sleep(2 * FELT_MS);
    await this.look();
  }

  /** The worker is killed after a third, another provider added after half of the deeds. */
  async act(number: number, of: number): Promise<void> {
    if (number === Math.ceil(of / 3)) await this.killWorker();
    else if (number === Math.ceil(of / 2)) await this.addSecond();
    else await this.do(this.random.pick(DEEDS));
    await this.look();
  }

  async liftLimits(): Promise<void> {
    const { firstId, limits } = this.scene;
    const [row] =
      await this.run.sql()`select count(*)::int as sent from messages where id = any(${this.scene.ids}) and status = 'sent'`;
    this.sentBeforeLift = row?.sent ?? 0;
    await this.change(firstId, { limits: limits.lift(FIRST) });
    if (this.secondId) await this.change(this.secondId, { limits: limits.lift(SECOND) });
  }

  /** What has to come to rest by itself. */
  open(): string[] {
    return this.scene.ids.filter((id) => !this.canceled.has(id));
  }

  private async do(deed: Deed): Promise<void> {
    this.count(deed);
    const { firstId, limits } = this.scene;
    const current = limits.current(FIRST);
    if (deed === 'rename') await this.change(firstId, { fromName: `Name ${this.random.between(1, 1_000)}` });
    else if (deed === 'raise')
      await this.change(firstId, { limits: limits.set(FIRST, Math.ceil(current * 1.2)) });
    else if (deed === 'lower')
      await this.change(firstId, { limits: limits.set(FIRST, Math.max(10, Math.floor(current * 0.7))) });
    else
      for (let left = this.random.between(AT_ONCE.least, AT_ONCE.most); left > 0; left--)
        await this.doTo(deed);
  }

  /** To any message, in whatever state it is: that it cannot be is an answer too. */
  private async doTo(deed: 'cancel' | 'reschedule' | 'resend'): Promise<void> {
    const { client } = this.run;
    const id = this.random.pick(this.scene.ids);
    const path = `/api/v1/messages/${id}`;
    const scheduledAt = new Date(Date.now() + RESCHEDULED_MS).toISOString();
    const { status, body } =
      deed === 'reschedule'
        ? await client.call('PATCH', path, { scheduledAt })
        : await client.call('POST', `${path}/${deed}`);
    if (status === 200) {
      this.count(`${deed} done`);
      this.touched.add(id);
      if (deed === 'cancel') this.canceled.add(id);
      if (deed === 'resend') this.canceled.delete(id);
    } else if (status !== 409 && status !== 422 && status !== 400) {
      throw new Error(`${deed}: ${status} ${JSON.stringify(body)}`);
    }
  }

  private async killWorker(): Promise<void> {
    this.count('kill');
    const { system } = this.run;
    const pid = signalProcess(system, 'worker', 'SIGKILL');
    for (const { id } of await findInFlight(this.run, pid))
      this.inFlight.set(id, (this.inFlight.get(id) ?? 0) + 1);
    await waitForSuccessor(system, 'worker', pid);
  }

  private async addSecond(): Promise<void> {
    this.count('another provider');
    const { limits, second } = this.scene;
    const minute = Math.ceil(limits.current(FIRST) / 2);
    const provider = { ...smtpProvider(second, { priority: 10 }), limits: limits.set(SECOND, minute) };
    [this.secondId] = await addProviders(this.run.client, [provider]);
  }

  private change(id: string, change: Record<string, unknown>): Promise<unknown> {
    return this.run.client.expect('PATCH', `/api/v1/providers/${id}`, change);
  }

  /** What contradicts itself at this very moment, in the middle of everything. */
  private async look(): Promise<void> {
    this.violations.push(...(await findViolations(this.run.sql())));
  }

  private count(what: string): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + 1);
  }
}
