/** How many were answered so: `200`, or the status with the problem's code. */
type Answers = Record<string, number>;
type Load = { perSecond: number; graceSeconds: number; afterSeconds: number };

const STEADY_MS = 1_000;

/**
 * Asks on and on while a token is rotated: with its secret, from the rotation on with the old and the new one in turns. Judged by when a request
 * was asked and answered: one that was under way when the grace time ended counts for neither side.
 */
export async function rotateUnderLoad(
  token: string,
  url: string,
  { perSecond, graceSeconds, afterSeconds }: Load,
): Promise<{ first: Answers; during: Pair; late: Pair }> {
  const result = { first: {} as Answers, during: pair(), late: pair() };
  const underWay: Promise<void>[] = [];
  let secrets: { old: string; fresh?: string } = { old: token };
  let endsAt = Number.POSITIVE_INFINITY;
  let next: keyof Pair = 'old';

  const one = async () => {
    const { old, fresh } = secrets;
    const isFirst = fresh === undefined;
    const name = isFirst ? 'old' : next;
    next = next === 'old' ? 'fresh' : 'old';
    const askedAt = Date.now();
    const what = await ask(url, name === 'old' ? old : fresh!);
    const answeredAt = Date.now();
    if (answeredAt < endsAt) count(isFirst ? result.first : result.during[name], what);
    else if (askedAt >= endsAt) count(result.late[name], what);
  };
  const timer = setInterval(() => underWay.push(one()), 1000 / perSecond);
  await pause(STEADY_MS);
  const answer = await fetch(`${url}/api/v1/tokens/self/rotate`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ graceHours: graceSeconds / 3600 }),
  });
  const rotated = (await answer.json()) as { token: string; previousValidUntil: string };
  secrets = { old: token, fresh: rotated.token };
  endsAt = Date.parse(rotated.previousValidUntil);
  await pause(endsAt - Date.now() + afterSeconds * 1000);
  clearInterval(timer);
  await Promise.all(underWay);
  return result;
}

type Pair = { old: Answers; fresh: Answers };

function pair(): Pair {
  return { old: {}, fresh: {} };
}

async function ask(url: string, token: string): Promise<string> {
  const headers = { authorization: `Bearer ${token}` };
  const answer = await fetch(`${url}/api/v1/messages?limit=1`, { headers });
  const { code = '' } = (await answer.json()) as { code?: string };
  return `${answer.status} ${code}`.trim();
}

function count(answers: Answers, what: string): void {
  answers[what] = (answers[what] ?? 0) + 1;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
