/** How many were answered so: `200`, or the status with the problem's code. */
type Answers = Record<string, number>;
/** `each`: so many answers before the rotation, and to either secret after the grace time. */
type Load = { perSecond: number; graceSeconds: number; each: number };

/**
 * Asks on and on while a token is rotated: with its secret, from the rotation on with the old and the new one in turns. Judged by when a request
 * was asked and answered: one that was under way when the grace time ended counts for neither side.
 */
export async function rotateUnderLoad(
  token: string,
  url: string,
  { perSecond, graceSeconds, each }: Load,
): Promise<{ first: Answers; during: Pair; late: Pair }> {
  const result = { first: {} as Answers, during: pair(), late: pair() };
  const underWay: Promise<void>[] = [];
  let secrets: { old: string; fresh?: string } = { old: token };
  let endsAt = Number.POSITIVE_INFINITY;
  let next: keyof Pair = 'old';
  let onAnswer = () => {};
  const until = (isReached: () => boolean) =>
    new Promise<void>((resolve) => {
      onAnswer = () => isReached() && resolve();
    });

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
    onAnswer();
  };
  const timer = setInterval(() => underWay.push(one()), 1000 / perSecond);
  await until(() => sum(result.first) >= each);
  const answer = await fetch(`${url}/api/v1/tokens/self/rotate`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ graceHours: graceSeconds / 3600 }),
  });
  const rotated = (await answer.json()) as { token: string; previousValidUntil: string };
  secrets = { old: token, fresh: rotated.token };
  endsAt = Date.parse(rotated.previousValidUntil);
  await until(() => sum(result.late.old) >= each && sum(result.late.fresh) >= each);
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

function sum(answers: Answers): number {
  return Object.values(answers).reduce((total, one) => total + one, 0);
}
