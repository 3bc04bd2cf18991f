/** How many guesses at an account may be judged within so many seconds: five, then after 1, 2, 4 … seconds one more. */
export function allowedWithin(seconds: number): number {
  let allowed = 5;
  for (let wait = 1, at = 1; at <= seconds; wait = Math.min(900, wait * 2), at += wait) allowed++;
  return allowed;
}

/** From 64 connections at once. @returns how many seconds it took */
export async function fromConnections(
  total: number,
  one: (n: number, connection: number) => Promise<unknown>,
): Promise<number> {
  const began = performance.now();
  let next = 0;
  const work = async (connection: number) => {
    while (next < total) await one(next++, connection);
  };
  await Promise.all(Array.from({ length: 64 }, (_, connection) => work(connection)));
  return (performance.now() - began) / 1000;
}
