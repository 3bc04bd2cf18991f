'use client';

import '@mantine/tiptap/styles.css';
import { Link, RichTextEditor } from '@mantine/tiptap';
import { useEditor } from '@tiptap/react';
import StarterKit from '@tiptap/starter-kit';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import type { RichText } from '@/lib/templates/blocks/rich-text/schema';
import type { VariableDeclaration } from '@/lib/templates/variables';
import { VariablePicker } from './variable-picker';

type Props = {
  label: string;
  value: RichText;
  onChange: (value: RichText) => void;
  variables: VariableDeclaration[];
};

/** What a mail cannot show well is not in it; undo is that of the whole document. */
const NOT_IN_MAILS = {
  blockquote: false,
  code: false,
  codeBlock: false,
  heading: false,
  horizontalRule: false,
  strike: false,
  link: false,
  undoRedo: false,
} as const;

/** Words as they will look: bold, italic, underlined, links and lists. It keeps TipTap's JSON, of which the mail is drawn. */
export function RichEditor({ label, value, onChange, variables }: Props) {
  const t = useTranslations('editor.rich');
  const latest = useRef({ value, onChange });
  latest.current = { value, onChange };
  const editor = useEditor({
    immediatelyRender: false,
    injectCSS: false,
    extensions: [StarterKit.configure(NOT_IN_MAILS), Link.configure({ openOnClick: false, autolink: false })],
    content: value,
    editorProps: { attributes: { 'aria-label': label, role: 'textbox', 'aria-multiline': 'true' } },
    onUpdate: ({ editor: now }) => latest.current.onChange(plain(now.getJSON()) as RichText),
  });
  // Undone, or another block: what is shown follows. What was typed here is the same already.
  useEffect(() => {
    if (!editor || JSON.stringify(plain(editor.getJSON())) === JSON.stringify(value)) return;
    editor.commands.setContent(value, { emitUpdate: false });
  }, [editor, value]);
  const labels = {
    boldControlLabel: t('bold'),
    italicControlLabel: t('italic'),
    underlineControlLabel: t('underline'),
    bulletListControlLabel: t('bullets'),
    orderedListControlLabel: t('numbers'),
    linkControlLabel: t('link'),
    unlinkControlLabel: t('unlink'),
    linkEditorInputLabel: t('address'),
    linkEditorInputPlaceholder: 'https://',
    linkEditorSave: t('saveLink'),
    linkEditorExternalLink: t('newTab'),
    linkEditorInternalLink: t('sameTab'),
  };
  return (
    <RichTextEditor editor={editor} labels={labels} withTypographyStyles={false}>
      <RichTextEditor.Toolbar>
        <RichTextEditor.ControlsGroup>
          <RichTextEditor.Bold />
          <RichTextEditor.Italic />
          <RichTextEditor.Underline />
          <RichTextEditor.BulletList />
          <RichTextEditor.OrderedList />
          <RichTextEditor.Link />
          <RichTextEditor.Unlink />
        </RichTextEditor.ControlsGroup>
        <VariablePicker
          of={label}
          variables={variables}
          onPick={(variable) => editor?.chain().focus().insertContent(`{{ ${variable} }}`).run()}
        />
      </RichTextEditor.Toolbar>
      <RichTextEditor.Content />
    </RichTextEditor>
  );
}

/** Of a link only where it goes; of lists nothing but what is in them. */
function plain(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(plain);
  if (typeof node !== 'object' || node === null) return node;
  const { attrs, ...rest } = node as { type?: string; attrs?: { href?: string } };
  const own = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, plain(value)]));
  return own.type === 'link' ? { ...own, attrs: { href: attrs?.href ?? '' } } : own;
}
