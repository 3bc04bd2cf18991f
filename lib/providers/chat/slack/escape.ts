/** A name such as `<!channel>` in a text would wake everybody there: https://docs.slack.dev/messaging/formatting-message-text#escaping */
export function escapeForSlack(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
