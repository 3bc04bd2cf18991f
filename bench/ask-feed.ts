/** JSON of one request, over a connection that stays open. @throws on any refusal */
export async function ask(url: string, token: string, body?: object): Promise<{ unread?: number }> {
  const answer = await fetch(url, {
    method: body ? 'POST' : 'GET',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  const told = await answer.json();
  if (!answer.ok) throw new Error(`${answer.status} of ${url}: ${JSON.stringify(told).slice(0, 500)}`);
  const refused = (told.results as { error?: object }[] | undefined)?.find(({ error }) => error);
  if (refused) throw new Error(JSON.stringify(refused).slice(0, 500));
  return told;
}
