/** What a new template says until somebody writes it: a page that can be published as it is. */
export function blankText(title: string, words: string) {
  const text = words.replace(/[<>&{}]/g, '');
  return {
    subject: title,
    kind: 'mjml' as const,
    source: `<mjml>
  <mj-head>
    <mj-attributes>
      <mj-all font-family="Arial, Helvetica, sans-serif" />
    </mj-attributes>
  </mj-head>
  <mj-body>
    <mj-section padding="32px 24px">
      <mj-column>
        <mj-text font-size="16px" line-height="24px">${text}</mj-text>
      </mj-column>
    </mj-section>
  </mj-body>
</mjml>
`,
  };
}
