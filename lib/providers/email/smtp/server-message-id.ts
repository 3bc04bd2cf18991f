/**
 * The Message-ID that a server put in place of ours, out of its reply to the message: the name by which its events speak of it. Only of
 * services that do so: Exchange Online (`250 2.0.0 OK <…prod.outlook.com> [Hostname=…]`) and Amazon SES (`250 Ok 0100018b…`).
 */
export function serverMessageId(reply: string, host: string): string | undefined {
  const [, exchange] = /^250 2\.0\.0 OK (<[^<>\s]+\.prod\.outlook\.com>)/i.exec(reply) ?? [];
  if (exchange) return exchange;
  const [, ses] = /^250 Ok ([\da-f]+(?:-[\da-f]+)+)\s*$/i.exec(reply) ?? [];
  const [, region] =
    /\.([a-z]{2}(?:-[a-z]+)+-\d)\.(?:vpce\.)?(?:amazonaws|awsapps)\.com\.?$/i.exec(host) ?? [];
  if (!ses || !region) return undefined;
  // https://docs.aws.amazon.com/ses/latest/dg/header-fields.html: us-east-1 is the one that came before regions.
  const domain = region.toLowerCase() === 'us-east-1' ? 'email' : region.toLowerCase();
  return `<${ses.toLowerCase()}@${domain}.amazonses.com>`;
}
