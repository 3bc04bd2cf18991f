/** A request that works as it stands, to be pasted into a terminal. */
export function curlExample(baseUrl: string, token: string): string {
  const message = { to: 'you@example.com', subject: 'Hello', text: 'Sent through Relevo.' };
  return [
    `curl ${baseUrl}/api/v1/messages \\`,
    `  -H 'Authorization: Bearer ${token}' \\`,
    `  -H 'Content-Type: application/json' \\`,
    `  -d '${JSON.stringify(message)}'`,
  ].join('\n');
}
